import { Field, ObjectType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { connectionOf, DateTime, Internal, Node, Personal, Special } from '#platform/graphql';
import type { ShownEntry } from '../data/timeline-entries.ts';

/** What the world sees of a change. */
@Internal()
@ObjectType('ValueChange', { description: 'A value before and after.' })
export class ValueChangeType {
  @Field(() => String, {
    description: 'What changed, in the word of the subject: `stage`, `amount`, `status`.',
  })
  field: string;

  @Field(() => String, { nullable: true, description: 'The value before; nothing when there was none.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'The value after; nothing when it was taken away.' })
  after: string | null;
}

/** What the world sees of a timeline entry. */
@Personal()
@ObjectType('TimelineEntry', {
  implements: Node,
  description: 'One sentence about what happened to a customer, whichever department saw it.',
})
export class TimelineEntryType
  extends Node
  implements
    Omit<
      ShownEntry,
      'entryKey' | 'customerId' | 'sourceRecordId' | 'signalId' | 'department' | 'subjectType' | 'subjectId'
    >
{
  @Field(() => DateTime, { description: 'When it happened in the source, not when we heard of it.' })
  at: Date;

  @Internal()
  @Field(() => DepartmentEnum, { description: 'The department that saw it.' })
  department: ShownEntry['department'];

  @Internal()
  @Field(() => String, {
    description: 'A small word for programs, in kebab-case: `ticket-opened`, `deal-moved`, `touch-clicked`.',
  })
  kind: string;

  @Field(() => String, {
    description: 'The sentence, in English; clients may say it in their language by `kind`.',
  })
  title: string;

  @Special()
  @Field(() => String, {
    nullable: true,
    description: 'A little more: the beginning of a message, an address.',
  })
  detail: string | null;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who of us did it, when it was not the customer.' })
  actorName: string | null;

  @Internal()
  @Field(() => String, { description: 'The source that told it, by its name for people.' })
  sourceName: string;

  @Special()
  @Field(() => ValueChangeType, {
    nullable: true,
    description: 'The values before and after, when something changed.',
  })
  change: ShownEntry['change'];
}

export const [TimelineEdgeType, TimelineConnectionType] = connectionOf(() => TimelineEntryType, 'Timeline');
