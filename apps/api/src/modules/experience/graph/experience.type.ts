import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DepartmentEnum } from '#modules/access';
import { OutcomeEnum } from '#modules/customers';
import { DateTime, Internal, Personal } from '#platform/graphql';

/** The levers of attachment, as the graph names them. */
export const LeverEnum = {
  BEHAVIOUR: 'behaviour',
  ASSOCIATION: 'association',
  CENTRED: 'centred',
  NO_REGRET: 'no-regret',
  ANCHORS: 'anchors',
  ADVOCACY: 'advocacy',
} as const;

registerEnumType(LeverEnum, {
  name: 'Lever',
  description: 'What ties a customer to us.',
  valuesConfig: {
    BEHAVIOUR: { description: 'They are still in the rhythm in which they buy.' },
    ASSOCIATION: { description: 'What they remember of us is good.' },
    CENTRED: { description: 'They reach us as they prefer, and need not ask twice.' },
    NO_REGRET: { description: 'They do not regret what they bought.' },
    ANCHORS: { description: 'Good memories of service that they came back after.' },
    ADVOCACY: { description: 'They recommend us.' },
  },
});

/** What the world sees of a signal of a moment. */
@Personal()
@ObjectType('MomentSignal', { description: 'What says how a moment was, on the common scale −1…+1.' })
export class MomentSignalType {
  @Field(() => String, {
    description:
      '`survey`, `resolution`, `expectation`, `sentiment` (only where a source measured it), `wait`, `effort`.',
  })
  signal: string;

  @Field(() => Float, { description: 'What it says, −1…+1.' })
  value: number;

  @Field(() => Float, { description: 'What it adds to the valence of the moment; they sum to it.' })
  adds: number;
}

/** What the world sees of a moment. */
@Personal()
@ObjectType('Moment', { description: 'A point of an interaction, and how it was for the customer.' })
export class MomentType {
  @Field(() => String, { description: 'Which one it is in its interaction.' })
  key: string;

  @Field(() => DateTime, { description: 'When it was.' })
  at: Date;

  @Field(() => String, {
    description: 'A small word for programs: `answered`, `closed`, `talked`, `returned`.',
  })
  kind: string;

  @Internal()
  @Field(() => String, { nullable: true, description: 'Who of us was there, when the source says.' })
  who: string | null;

  @Field(() => Float, { nullable: true, description: 'How it was, −1…+1; nothing when nobody measured it.' })
  valence: number | null;

  @Field(() => Float, { description: 'Minutes it counts with: as told, or the usual ones of its channel.' })
  minutes: number;

  @Field(() => Float, { description: 'The share of all that could say how it was which was there, 0…1.' })
  coverage: number;

  @Field(() => Float, { nullable: true, description: 'Minutes waited before it.' })
  waited: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Minutes promised, or usual at this channel in the 180 days before its week.',
  })
  usualWait: number | null;

  @Field(() => [MomentSignalType], {
    description: 'What says how it was. A plain list: at most six kinds of signal.',
  })
  signals: MomentSignalType[];
}

/** What the world sees of a what-if. */
@Personal()
@ObjectType('WhatIf', { description: 'What would be remembered if it ended, today, as was asked.' })
export class WhatIfType {
  @Field(() => Float, { description: 'Of the interaction, 0…100.' })
  remembered: number;

  @Field(() => Float, { description: 'Of all that the customer lived with us, 0…100.' })
  customerRemembered: number;
}

/** What the world sees of an interaction. */
@Personal()
@ObjectType('LivedInteraction', {
  description:
    'Something a customer lived with us: a case, a call, a purchase; how it was, and what will be remembered of it.',
})
export class LivedInteractionType {
  @Internal()
  @Field(() => String, { description: 'What it is in the graph: `Ticket`, `Interaction`, `Order`, `Touch`.' })
  subjectType: string;

  @Internal()
  @Field(() => ID, { description: 'Its id there.' })
  subjectId: string;

  @Field(() => String, { description: 'What it was, in a line.' })
  title: string;

  @Internal()
  @Field(() => DepartmentEnum, { description: 'Whose it was.' })
  department: string;

  @Internal()
  @Field(() => String, {
    description: 'What kind of contact: `case`, `call`, `meeting`, `purchase`, `campaign`.',
  })
  touchpoint: string;

  @Internal()
  @Field(() => String, { description: '`email`, `chat`, `phone`, `web`, `in-person` …' })
  channel: string;

  @Field(() => DateTime, { description: 'Its first moment.' })
  beganAt: Date;

  @Field(() => DateTime, { description: 'Its last moment.' })
  endedAt: Date;

  @Field(() => Float, { nullable: true, description: 'How it was, minute by minute, 0…100.' })
  experienced: number | null;

  @Field(() => Float, { nullable: true, description: 'Valence × minutes: in it a longer pain is more pain.' })
  experiencedTotal: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What is remembered of it: half the peak, half the end, 0…100.',
  })
  remembered: number | null;

  @Field(() => Float, { nullable: true, description: 'Remembered − experienced, in points.' })
  gap: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The moment that stands out most, 0…100; bad ones stand out twice.',
  })
  peak: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was.' })
  peakAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'Its last known moment, 0…100.' })
  end: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of its minutes of which it is known how they were, 0…1.',
  })
  coverage: number | null;

  @Field(() => Int, { description: 'How many moments it has.' })
  momentCount: number;

  @Field(() => Int, { description: 'Of how many it is known how they were.' })
  knownMoments: number;

  @Field(() => Float, { description: 'Minutes it lasted.' })
  minutes: number;

  @Field(() => OutcomeEnum, { description: 'What it was to the customer.' })
  outcome: string;

  @Internal()
  @Field(() => Float, {
    nullable: true,
    description:
      'How such an interaction usually is remembered at this touchpoint and channel in the 180 days before its week, 0…100.',
  })
  usual: number | null;

  @Internal()
  @Field(() => Float, {
    nullable: true,
    description: 'How much that varies: one standard deviation, in points.',
  })
  usualDeviation: number | null;

  @Internal()
  @Field(() => Int, {
    description: 'Of how many at the same touchpoint and channel that is known; the rest is drawn from all.',
  })
  usualCount: number;

  @Field(() => Float, { nullable: true, description: 'Deviations away from what is usual.' })
  surprise: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Half how strong, half how unusual, 0…1; memorable from 0.6, irrelevant below 0.25.',
  })
  salience: number | null;

  @Field(() => Float, {
    description: 'Its part of what the customer remembers now, 0…1; all of them sum to the strength.',
  })
  weight: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'For a purchase: whether it was undone within 30 days.',
  })
  regretted: boolean | null;

  @Field(() => [String], {
    description: 'What was marked about it: `listened-first`, `conduct`, `recommended`.',
  })
  marks: string[];

  @Internal()
  @Field(() => String, { description: 'The version of the settings that gave these numbers.' })
  settings: string;

  @Field(() => [MomentType], {
    description: 'Its moments in the order of time. A plain list: those of one interaction.',
  })
  moments: MomentType[];
}
