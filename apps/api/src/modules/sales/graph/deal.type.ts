import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf, DateTime, Day, Internal, Node } from '#platform/graphql';
import type { Deal } from '../domain/deal.ts';
import type { DealOutcome } from '../domain/read-pipeline-signal.ts';

/** Outcomes of deals as the graph names them. */
export const DealOutcomeEnum = { OPEN: 'open', WON: 'won', LOST: 'lost' } as const;

registerEnumType(DealOutcomeEnum, {
  name: 'DealOutcome',
  description: 'How a deal ended, or that it has not.',
  valuesConfig: {
    OPEN: { description: 'Not decided.' },
    WON: { description: 'They bought.' },
    LOST: { description: 'They did not buy.' },
  },
});

/** What the world sees of a deal. */
@Internal()
@ObjectType('Deal', { implements: Node, description: 'Something a customer may buy from us, or did.' })
export class DealType
  extends Node
  implements
    Pick<
      Deal,
      | 'id'
      | 'name'
      | 'stageName'
      | 'outcome'
      | 'probability'
      | 'closeDate'
      | 'ownerName'
      | 'openedAt'
      | 'closedAt'
    >
{
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The pipeline it goes through.' })
  pipelineName: string | null;

  @Field(() => String, { nullable: true, description: 'The stage it stands in, in the words of its source.' })
  stageName: string | null;

  @Field(() => DealOutcomeEnum, { description: 'How it ended, or that it has not.' })
  outcome: DealOutcome;

  @Field(() => Float, {
    nullable: true,
    description: 'How likely it is won, 0 to 1. Support does not see it.',
  })
  probability: number | null;

  @Field(() => Day, { nullable: true, description: 'The day it should close, or did.' })
  closeDate: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us looks after it.' })
  ownerName: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was opened.' })
  openedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was won or lost.' })
  closedAt: Date | null;

  @Field(() => String, { description: 'The source that told of it.' })
  sourceName: string;
}

export const [DealEdge, DealConnection] = connectionOf(() => DealType, 'Deal');
