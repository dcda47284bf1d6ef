import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { OutcomeEnum } from '#modules/customers';
import { DateTime, Internal, Personal } from '#platform/graphql';
import { LeverEnum, LivedInteractionType } from './experience.type.ts';

/** What the world sees of a lever. */
@Personal()
@ObjectType('AttachmentLever', {
  description: 'One of the levers of attachment: how far it is pulled, and what it is worth.',
})
export class AttachmentLeverType {
  @Field(() => LeverEnum, { description: 'Which one.' })
  lever: string;

  @Internal()
  @Field(() => Float, { description: 'What it counts among all levers: a setting.' })
  weight: number;

  @Field(() => Float, { nullable: true, description: '0…1; nothing when nothing is known of it.' })
  value: number | null;

  @Field(() => Float, { nullable: true, description: 'Points that it adds to the score; they sum to it.' })
  points: number | null;

  @Field(() => [LivedInteractionType], {
    description: 'The events behind it, newest first. A plain list: at most ten.',
  })
  events: LivedInteractionType[];
}

/** What the world sees of attachment. */
@Personal()
@ObjectType('Attachment', {
  description: 'How attached a customer is: observable behaviour only, and it decays. No word of loyalty.',
})
export class AttachmentType {
  @Field(() => Float, { nullable: true, description: '0…100; nothing when nothing is known.' })
  score: number | null;

  @Field(() => Float, {
    description: 'The score drawn to the mean of all by what is not known: rank by this one.',
  })
  shrunk: number;

  @Field(() => Float, { description: 'The share of all levers of which something is known, 0…1.' })
  coverage: number;

  @Field(() => [AttachmentLeverType], { description: 'What it is made of. A plain list: six levers.' })
  levers: AttachmentLeverType[];

  @Field(() => Int, { description: 'Purchases.' })
  orders: number;

  @Field(() => Int, { description: 'Of them, those that were undone within 30 days.' })
  regretted: number;

  @Field(() => DateTime, { nullable: true, description: 'When they last bought.' })
  lastOrderAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'Days between two purchases, as is usual for them.' })
  usualGapDays: number | null;

  @Internal()
  @Field(() => String, {
    nullable: true,
    description: '`own`: the median of their own; `cohort`: that of others, while they bought once.',
  })
  gapBy: string | null;

  @Internal()
  @Field(() => String, {
    nullable: true,
    description:
      '`model`: what BG/NBD expects of them, where it passed its gate; `rhythm`: how they keep to their own gap between purchases.',
  })
  behaviourBy: string | null;

  @Field(() => Int, { description: 'Interactions that left a good memory.' })
  memorableGood: number;

  @Field(() => Int, { description: 'Interactions that left a bad memory.' })
  memorableBad: number;

  @Field(() => Int, {
    description:
      'Good memories of service, by touchpoint and channel, after which they came back within 180 days.',
  })
  anchors: number;

  @Field(() => Int, { description: 'Cases, calls and conversations.' })
  contacts: number;

  @Field(() => String, { nullable: true, description: 'The channel they use most, from three contacts on.' })
  preferredChannel: string | null;

  @Field(() => Float, { nullable: true, description: 'The share of contacts on it, 0…1.' })
  preferredShare: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of cases after which nothing was asked again within a week, 0…1.',
  })
  notAskedAgainShare: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of what we promised them that we kept, of what is decided, 0…1; nothing while nothing is decided.',
  })
  promiseKeptShare: number | null;
}

/** What the world sees of how often somebody was irrelevant to us. */
@Personal()
@ObjectType('IrrelevanceRate', {
  description: 'How often what they lived was like every other, with its 95 % interval (Wilson).',
})
export class IrrelevanceRateType {
  @Field(() => Int, { description: 'Interactions that were irrelevant.' })
  irrelevant: number;

  @Field(() => Int, { description: 'Interactions that were measured.' })
  measured: number;

  @Field(() => Int, { description: 'Interactions that nobody measured; they are not counted.' })
  unknown: number;

  @Field(() => Float, { nullable: true, description: 'The share, 0…1; nothing without a measured one.' })
  share: number | null;

  @Field(() => Float, { nullable: true, description: 'It is at least this.' })
  low: number | null;

  @Field(() => Float, { nullable: true, description: 'It is at most this.' })
  high: number | null;
}

/** What the world sees of a failure. */
@Personal()
@ObjectType('ServiceFailure', { description: 'A moment that went wrong, and what became of it.' })
export class ServiceFailureType {
  @Internal()
  @Field(() => ID, { description: 'The interaction it happened in.' })
  subjectId: string;

  @Field(() => DateTime, { description: 'When it happened.' })
  at: Date;

  @Field(() => Boolean, { description: 'Whether it was resolved within 14 days.' })
  resolved: boolean;

  @Field(() => Boolean, { description: 'Whether it came up again within 7 days of that.' })
  reopened: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'The next known moment from the resolution on, 0…100; nothing: resolved in silence, so ask.',
  })
  after: number | null;

  @Field(() => Boolean, { description: 'Resolved, not reopened, and good afterwards.' })
  recovered: boolean;

  @Field(() => Boolean, {
    description:
      'Better than before it failed. That holds for satisfaction only, not for buying again: never fail on purpose.',
  })
  paradox: boolean;

  @Field(() => Boolean, { description: 'Too early to judge.' })
  isOpen: boolean;
}

/** What the world sees of what a customer experienced and remembers. */
@Personal()
@ObjectType('CustomerExperience', {
  description:
    'What a customer lived with us, minute by minute, and what they will remember of it: both, and never one instead of the other.',
})
export class CustomerExperienceType {
  @Field(() => Float, {
    nullable: true,
    description: 'How it was, minute by minute, 0…100; nothing when nothing was measured.',
  })
  experienced: number | null;

  @Field(() => Float, { nullable: true, description: 'Valence × minutes.' })
  experiencedTotal: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What is remembered of it now, 0…100, drawn to 50 by what is forgotten; it fades by half in 90 days.',
  })
  remembered: number | null;

  @Field(() => Float, { description: 'How much is remembered at all, 0…1. Near 0: we are being forgotten.' })
  strength: number;

  @Field(() => Float, { nullable: true, description: 'Remembered − experienced, in points.' })
  gap: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The share of the minutes of which it is known how they were, 0…1.',
  })
  coverage: number | null;

  @Field(() => Int, { description: 'Moments in all.' })
  moments: number;

  @Field(() => Int, { description: 'Moments of which it is known how they were.' })
  knownMoments: number;

  @Field(() => Int, { description: 'Interactions in all.' })
  interactionCount: number;

  @Field(() => Int, { description: 'Interactions of which it is known how they were.' })
  measured: number;

  @Field(() => Float, { description: 'Minutes in all.' })
  minutes: number;

  @Field(() => Int, { description: 'Interactions of which something is remembered.' })
  memoryCount: number;

  @Field(() => OutcomeEnum, {
    nullable: true,
    description: 'What the last measured interaction was to them.',
  })
  lastOutcome: string | null;

  @Field(() => Int, {
    description: 'Irrelevant interactions in a row, up to the last; unmeasured ones do not break it.',
  })
  fadeStreak: number;

  @Field(() => Boolean, {
    description:
      'Whether they are being forgotten or forget us: three irrelevant in a row, or hardly any memory.',
  })
  isFading: boolean;

  @Internal()
  @Field(() => String, { description: 'The version of the settings that gave these numbers.' })
  settings: string;

  @Field(() => IrrelevanceRateType, { description: 'How often it was like every other.' })
  irrelevance: IrrelevanceRateType;

  @Field(() => AttachmentType, { description: 'How attached they are, and why.' })
  attachment: AttachmentType;

  @Field(() => [ServiceFailureType], {
    description: 'What went wrong and what became of it, oldest first. A plain list: few in a life.',
  })
  failures: ServiceFailureType[];
}
