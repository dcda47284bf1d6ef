import { Field, ID, ObjectType } from 'type-graphql';
import { Internal, resultOf } from '#platform/graphql';

/** What became of a signal that was told through the graph. */
@Internal()
@ObjectType('SignalTaken', { description: 'A signal that was taken in, or had been before.' })
export class SignalTakenType {
  @Field(() => ID, { description: 'The signal that is kept.' })
  signalId: string;

  @Field(() => String, { description: '`taken`, or `duplicate` when the same was told before.' })
  outcome: string;

  customerId?: string | null;
}

export const SignalResult = resultOf('SignalResult', () => SignalTakenType, 'SignalTaken');
