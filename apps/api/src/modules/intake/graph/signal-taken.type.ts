import { Field, ID, ObjectType } from 'type-graphql';
import { Internal, resultOf } from '#platform/graphql';

/** What became of a signal that was told through the graph. */
@Internal()
@ObjectType('SignalTaken', { description: 'A signal that was taken in, or had been before.' })
export class SignalTakenType {
  @Field(() => ID, {
    nullable: true,
    description: 'The signal that is kept; none where nothing was to be kept.',
  })
  signalId: string | null;

  @Field(() => String, {
    description:
      '`taken`, `duplicate` when the same was told before, or `skipped` when there is nothing to keep of it.',
  })
  outcome: string;

  customerId?: string | null;
}

export const SignalResult = resultOf('SignalResult', () => SignalTakenType, 'SignalTaken');
