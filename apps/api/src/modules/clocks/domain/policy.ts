import { z } from 'zod';
import { isTimeZone } from '#kernel/time-zone';
import { word } from '#modules/house';
import { type BusinessCalendar, businessCalendar } from '#modules/promises';
import type { Targets } from './clock.ts';

/** When a desk is at work, under a name. */
export interface BusinessHours {
  id: string;
  name: string;
  timeZone: string;
  /** From minute to minute of the day, Sunday first; `null`: shut. */
  week: ([number, number] | null)[];
  /** Days on which it is shut. */
  holidays: { day: string; name: string }[];
  removedAt: Date | null;
}

/** What we promise to whom. Empty lists fit everybody. */
export interface SlaPolicy {
  id: string;
  name: string;
  /** What it speaks of: tickets, or what people say of us in front of others (reviews and mentions). */
  about: 'ticket' | 'voice';
  /** The first that fits counts. */
  place: number;
  priorities: string[];
  channels: string[];
  /** Customers with one of these tags. */
  customerTags: string[];
  /** Customers in one of these stages of the journey. */
  stages: string[];
  /** Only reviews with so many stars or fewer; `null`: all, those without stars too. */
  ratingAtMost: number | null;
  firstReplyMinutes: number | null;
  nextReplyMinutes: number | null;
  resolutionMinutes: number | null;
  /** `null`: around the clock. */
  hoursId: string | null;
  removedAt: Date | null;
}

/** What of a case a policy looks at. */
export interface CaseTraits {
  about?: SlaPolicy['about'];
  /** `null` counts as normal; voices have none. */
  priority: string | null;
  /** How it came: one channel of a ticket; of a voice its site, and whether it is a review or a mention. */
  channels: readonly string[];
  rating?: number | null;
  customerTags: readonly string[];
  stage: string | null;
}

const fitsOne = (wanted: readonly string[], value: string | null): boolean =>
  wanted.length === 0 || (value !== null && wanted.includes(value));

const fitsAny = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => values.includes(one.toLowerCase()));

const fitsRating = (atMost: number | null, rating: number | null | undefined): boolean =>
  atMost === null || (rating !== null && rating !== undefined && rating <= atMost);

/** The policy of a case: the first, in their order, that fits it in every respect. A ticket without a priority counts as normal. */
export const policyFor = (policies: readonly SlaPolicy[], traits: CaseTraits): SlaPolicy | null =>
  [...policies]
    .sort((a, b) => a.place - b.place)
    .find(
      (policy) =>
        !policy.removedAt &&
        policy.about === (traits.about ?? 'ticket') &&
        (policy.about === 'voice'
          ? fitsRating(policy.ratingAtMost, traits.rating)
          : fitsOne(policy.priorities, traits.priority ?? 'normal')) &&
        fitsAny(policy.channels, traits.channels) &&
        fitsOne(policy.stages, traits.stage) &&
        (policy.customerTags.length === 0 ||
          policy.customerTags.some((tag) => traits.customerTags.includes(tag))),
    ) ?? null;

/** The calendar of business hours. */
export const calendarOf = ({ timeZone, week, holidays }: BusinessHours): BusinessCalendar => ({
  timeZone,
  week,
  holidays: holidays.map(({ day }) => day),
});

/** What a policy promises, counted on its hours. */
export function targetsOf(policy: SlaPolicy, hours: readonly BusinessHours[]): Targets {
  const theirs = hours.find(({ id }) => id === policy.hoursId);
  return {
    minutes: {
      ...(policy.firstReplyMinutes ? { 'first-reply': policy.firstReplyMinutes } : {}),
      ...(policy.nextReplyMinutes ? { 'next-reply': policy.nextReplyMinutes } : {}),
      ...(policy.resolutionMinutes ? { resolution: policy.resolutionMinutes } : {}),
    },
    calendar: theirs ? calendarOf(theirs) : null,
  };
}

const minutes = z
  .number()
  .int()
  .min(1)
  .max(525_600)
  .nullish()
  .transform((value) => value ?? null);
const words = z.array(word(60)).max(50);

/** What somebody wants promised. */
export const policyWish = z.strictObject({
  name: word(120),
  about: z.enum(['ticket', 'voice']).default('ticket'),
  place: z.number().int().min(0).max(1_000),
  priorities: z.array(z.enum(['low', 'normal', 'high', 'urgent'])).max(4),
  channels: words,
  customerTags: words,
  stages: words,
  ratingAtMost: z
    .number()
    .min(0)
    .max(5)
    .nullish()
    .transform((value) => value ?? null),
  firstReplyMinutes: minutes,
  nextReplyMinutes: minutes,
  resolutionMinutes: minutes,
  hoursId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
});
export type PolicyWish = z.output<typeof policyWish>;

/** Hours somebody wants kept. */
export const hoursWish = z.strictObject({
  name: word(120),
  timeZone: z.string().refine(isTimeZone, { message: 'no such time zone' }),
  week: businessCalendar.shape.week,
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: word(120) })).max(400),
});
export type HoursWish = z.output<typeof hoursWish>;

/** Why hours or a policy were not kept. */
export interface ClockRefusal {
  code: 'NOT_FOUND' | 'BAD_HOURS' | 'BAD_POLICY' | 'NOTHING_PROMISED';
  message: string;
  field: string | null;
}
