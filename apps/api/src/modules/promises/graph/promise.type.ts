import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import type { Department } from '#modules/house';
import { connectionOf, DateTime, Internal, Node, Personal, resultOf } from '#platform/graphql';
import type { GivenPromise, PromiseStanding } from '../domain/promise.ts';
import type { PromiseKind } from '../domain/read-promise-signal.ts';

/** What can be promised, as the graph names it. */
export const PromiseKindEnum = {
  REPLY: 'reply',
  CALL_BACK: 'call-back',
  RESOLUTION: 'resolution',
  DELIVERY: 'delivery',
  REFUND: 'refund',
  OTHER: 'other',
} as const;

registerEnumType(PromiseKindEnum, {
  name: 'PromiseKind',
  description: 'What was promised.',
  valuesConfig: {
    REPLY: { description: 'An answer by one of us.' },
    CALL_BACK: { description: 'That we call.' },
    RESOLUTION: { description: 'That it is solved.' },
    DELIVERY: { description: 'That it arrives.' },
    REFUND: { description: 'That the money comes back.' },
    OTHER: { description: 'Something else; the words say what.' },
  },
});

/** Where promises stand, as the graph names it. */
export const PromiseStandingEnum = {
  OPEN: 'open',
  KEPT: 'kept',
  LATE: 'late',
  BROKEN: 'broken',
  WITHDRAWN: 'withdrawn',
} as const;

registerEnumType(PromiseStandingEnum, {
  name: 'PromiseStanding',
  description: 'Where a promise stands.',
  valuesConfig: {
    OPEN: { description: 'Not due yet.' },
    KEPT: { description: 'Done when it was due, or before.' },
    LATE: { description: 'Done, after it was due.' },
    BROKEN: { description: 'Due, and still not done.' },
    WITHDRAWN: { description: 'It counts no more.' },
  },
});

/** What the world sees of a promise. */
@Internal()
@ObjectType('Promise', {
  implements: Node,
  description: 'What one of us told a customer we would do, by when, and what became of it.',
})
export class PromiseType
  extends Node
  implements
    Pick<
      GivenPromise,
      | 'id'
      | 'kind'
      | 'words'
      | 'channel'
      | 'department'
      | 'audience'
      | 'madeAt'
      | 'dueAt'
      | 'promiserName'
      | 'doneAt'
      | 'evidence'
      | 'withdrawnAt'
    >
{
  @Field(() => PromiseKindEnum, { description: 'What kind of thing.' })
  kind: PromiseKind;

  @Personal()
  @Field(() => String, { description: 'What was promised, in the words that were used.' })
  words: string;

  @Field(() => String, { nullable: true, description: 'Where it was given: `chat`, `phone`, `email` …' })
  channel: string | null;

  @Field(() => DepartmentEnum, { description: 'The department that gave it.' })
  department: Department;

  @Field(() => String, { nullable: true, description: 'For whom it was put up, when not for one person.' })
  audience: string | null;

  @Field(() => DateTime, { description: 'When it was given.' })
  madeAt: Date;

  @Field(() => DateTime, { description: 'When it is due.' })
  dueAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Whose business calendar counts, by its time zone; null where every minute does.',
  })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: 'Who of us gave it.' })
  promiserName: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which clock of a service level it is: `first-reply`, `next-reply` or `resolution`; null for what a person promised. Whether it is kept is said by its ticket alone.',
  })
  serviceLevel: string | null;

  @Field(() => PromiseStandingEnum, { description: 'Where it stands now.' })
  standing: PromiseStanding;

  @Field(() => DateTime, { nullable: true, description: 'When it was done.' })
  doneAt: Date | null;

  @Personal()
  @Field(() => String, { nullable: true, description: 'What shows it, or why it was withdrawn.' })
  evidence: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;
}

/** A page of promises. */
export const [PromiseEdge, PromiseConnection] = connectionOf(() => PromiseType, 'Promise');

/** What mutations of promises answer with. */
export const PromiseResult = resultOf('PromiseResult', () => PromiseType, 'Promise');
