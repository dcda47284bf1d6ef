import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Proportion } from '#kernel/statistics/proportion';
import { OfferedContentType } from '#modules/content';
import { DateTime, Day, Internal, Personal, ShareType } from '#platform/graphql';
import type { EngagementKind } from '../domain/next-engagement.ts';
import type { NothingBecause } from '../domain/settings.ts';

/** Why there is nothing to advise, as the graph names it. */
export const NothingBecauseEnum = {
  NO_PURCHASE: 'no-purchase',
  ALL_CAME_BACK: 'all-came-back',
  NOTHING_STANDS_OUT: 'nothing-stands-out',
  NO_RHYTHM: 'no-rhythm',
  NO_CONSENT: 'no-consent',
  NEVER_TRIED: 'never-tried',
  OPEN_CASE: 'open-case',
  FATIGUE: 'fatigue',
  NO_OFFER_FITS: 'no-offer-fits',
} as const;
registerEnumType(NothingBecauseEnum, {
  name: 'NothingBecause',
  description: 'Why there is nothing to advise: an honest answer, too.',
  valuesConfig: {
    NO_PURCHASE: { description: 'No purchase of theirs is known.' },
    ALL_CAME_BACK: { description: 'Everything they bought came back.' },
    NOTHING_STANDS_OUT: {
      description: 'Nothing is due again, and nothing is bought more by people like them than by everybody.',
    },
    NO_RHYTHM: { description: 'Too few answers of anybody are known.' },
    NO_CONSENT: { description: 'They did not agree to be contacted: wait until they come.' },
    NEVER_TRIED: {
      description: 'On the channels they agreed to, hardly anything was tried with anybody yet.',
    },
    OPEN_CASE: { description: 'A case is open: help first.' },
    FATIGUE: { description: 'They were given enough lately.' },
    NO_OFFER_FITS: { description: 'No offer that fits is placed where they stand.' },
  },
});

/** Why a product is advised, as the graph names it. */
export const NextProductByEnum = { INTERVAL: 'interval', SIMILAR: 'similar' } as const;
registerEnumType(NextProductByEnum, {
  name: 'NextProductBy',
  description: 'Why a product is the next.',
  valuesConfig: {
    INTERVAL: { description: 'They have it, and it is about time for it again.' },
    SIMILAR: { description: 'Others who have the same as they do have it more often than everybody.' },
  },
});

/** How to come to somebody, as the graph names it. */
export const EngagementKindEnum = {
  CAMPAIGN: 'campaign',
  CONTENT: 'content',
  CALL: 'call',
  CONVERSATION: 'conversation',
  SERVICE: 'service',
} as const;
registerEnumType(EngagementKindEnum, {
  name: 'EngagementKind',
  description: 'How to come to somebody.',
  valuesConfig: {
    CAMPAIGN: { description: 'A letter to many.' },
    CONTENT: { description: 'A piece of content, meant for them.' },
    CALL: { description: 'A call from one of us.' },
    CONVERSATION: { description: 'Words from one person to another.' },
    SERVICE: { description: 'Help with what they asked.' },
  },
});

/** Whose rhythm speaks, as the graph names it. */
export const WhoseEnum = { OWN: 'own', EVERYBODY: 'everybody' } as const;
registerEnumType(WhoseEnum, {
  name: 'WhoseRhythm',
  description: 'Whose rhythm speaks.',
  valuesConfig: {
    OWN: { description: 'Their own.' },
    EVERYBODY: { description: 'That of all customers, because too little is known of theirs.' },
  },
});

const nothingText = 'Why there is nothing to advise; null when there is.';

/** The next product. */
@Personal()
@ObjectType('NextProduct', { description: 'The product to speak of next, and why.' })
export class NextProductType {
  @Field(() => NothingBecauseEnum, { nullable: true, description: nothingText })
  nothing: NothingBecause | null;

  @Field(() => ID, { nullable: true, description: 'Which product.' })
  productId: string | null;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  name: string | null;

  @Field(() => NextProductByEnum, { nullable: true, description: 'Why it is the next.' })
  by: string | null;

  @Field(() => WhoseEnum, { nullable: true, description: 'Whose interval it is.' })
  whose: string | null;

  @Field(() => Float, { nullable: true, description: 'Days between two purchases of it (median).' })
  gapDays: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days from which on: their shortest, or the first quarter of everybody’s.',
  })
  gapLow: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Days until which: their longest, or the third quarter of everybody’s.',
  })
  gapHigh: number | null;

  @Field(() => Int, { nullable: true, description: 'Intervals that were seen.' })
  gaps: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When they last bought it.' })
  lastAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The product of theirs that goes with it.' })
  withName: string | null;

  @Field(() => ShareType, {
    nullable: true,
    description: 'Of the others who have that one: who has this too.',
  })
  share: Proportion | null;

  @Field(() => Float, { nullable: true, description: 'The share of all buyers who have it, 0…1.' })
  base: number | null;
}

/** The next moment. */
@Personal()
@ObjectType('NextMoment', {
  description: 'When to come to them: within the next seven days, outside of quiet hours, on their clock.',
})
export class NextMomentType {
  @Field(() => NothingBecauseEnum, { nullable: true, description: nothingText })
  nothing: NothingBecause | null;

  @Field(() => Day, { nullable: true, description: 'The day, where they live.' })
  date: string | null;

  @Field(() => Int, { nullable: true, description: 'From this hour of it.' })
  fromHour: number | null;

  @Field(() => Int, { nullable: true, description: 'Until this hour.' })
  untilHour: number | null;

  @Field(() => String, {
    description: 'The time zone: theirs, or of their country, where it has one; else of our own hours.',
  })
  timeZone: string;

  @Field(() => ShareType, { nullable: true, description: 'Of their answers: how many came at these hours.' })
  own: Proportion | null;

  @Field(() => ShareType, { nullable: true, description: 'The same of everybody.' })
  everybody: Proportion | null;

  @Field(() => WhoseEnum, { nullable: true, description: 'Whose rhythm decided more.' })
  whose: string | null;
}

/** The next engagement. */
@Personal()
@ObjectType('NextEngagement', {
  description: 'How to come to them: the way they answer most, of those they agreed to.',
})
export class NextEngagementType {
  @Field(() => NothingBecauseEnum, { nullable: true, description: nothingText })
  nothing: NothingBecause | null;

  @Field(() => EngagementKindEnum, { nullable: true, description: 'The way to come to them.' })
  kind: EngagementKind | 'service' | null;

  @Field(() => String, { nullable: true, description: 'Where: `email`, `phone` …' })
  channel: string | null;

  @Field(() => ShareType, {
    nullable: true,
    description: 'What they answered of what was tried so with them.',
  })
  own: Proportion | null;

  @Field(() => ShareType, { nullable: true, description: 'The same of everybody.' })
  everybody: Proportion | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Their share drawn to everybody’s, 0…1: by this it was chosen.',
  })
  rate: number | null;
}

/** The next offer. */
@Personal()
@ObjectType('NextOffer', { description: 'The offer to make, when the guard lets one through.' })
export class NextOfferType {
  @Field(() => NothingBecauseEnum, { nullable: true, description: nothingText })
  nothing: NothingBecause | null;

  @Field(() => OfferedContentType, {
    nullable: true,
    description:
      'The offer, as content offers it: with its reasons, what came of it and how likely it was to stand first.',
  })
  content: object | null;
}

/** The next best. */
@Personal()
@ObjectType('NextBest', {
  description: 'The right product, moment, engagement and offer for a customer, each with its reason.',
})
export class NextBestType {
  @Field(() => NextProductType, { description: 'What to speak of.' })
  product: NextProductType;

  @Field(() => NextMomentType, { description: 'When to come to them.' })
  moment: NextMomentType;

  @Field(() => NextEngagementType, { description: 'How to come to them.' })
  engagement: NextEngagementType;

  @Field(() => NextOfferType, { description: 'What to offer.' })
  offer: NextOfferType;

  @Internal()
  @Field(() => String, { description: 'The version of the settings.' })
  settings: string;

  @Internal()
  @Field(() => DateTime, { description: 'As of when.' })
  asOf: Date;
}
