import { z } from 'zod';
import { departmentWord, instant, maybeWord } from '#modules/house';
import { businessCalendar } from './business-calendar.ts';

/** What can be promised. */
export const promiseKinds = ['reply', 'call-back', 'resolution', 'delivery', 'refund', 'other'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** What a source says of a promise at `Signal.at`. A missing value says nothing. */
export const promiseBody = z
  .strictObject({
    kind: z.enum(promiseKinds).optional(),
    /** What was promised, in the words that were used. */
    words: maybeWord(500),
    /** `chat`, `phone`, `email`, `web` …: where it was given. */
    channel: maybeWord(40),
    department: departmentWord.optional(),
    /** For whom it was put up, when it was not made to one person: `everybody who writes to us`. */
    audience: maybeWord(200),
    madeAt: instant.optional(),
    dueAt: instant.optional(),
    /** Instead of `dueAt`: so many minutes after it was made, open minutes when there is a calendar. */
    withinMinutes: z.number().positive().max(5_256_000).optional(),
    /** The calendar of whoever gave it; without one a minute is a minute. */
    calendar: businessCalendar.optional(),
    promiserName: maybeWord(200),
    doneAt: instant.optional(),
    withdrawnAt: instant.optional(),
    /** What shows that it was kept, or why it was withdrawn. */
    evidence: maybeWord(500),
  })
  .refine(({ dueAt, withinMinutes }) => !(dueAt && withinMinutes !== undefined), {
    path: ['withinMinutes'],
    message: 'a promise is due at a time or within a time, not both',
  });
export type PromiseBody = z.output<typeof promiseBody>;
