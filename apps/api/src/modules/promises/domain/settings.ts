import { z } from 'zod';

/** What may be tuned about promises: conventions with a version, no literature gives them. */
export const promiseSettings = z.strictObject({
  version: z.string().min(1).max(100).default('promises-1'),
  /** The least share of kept promises that we must be 97.5 % sure of before one is published. */
  keepableFrom: z.number().gt(0).lt(1).default(0.9),
  /** How far back past performance counts, in days. */
  historyDays: z.number().int().positive().max(3660).default(365),
});

export type PromiseSettings = z.output<typeof promiseSettings>;

/** The conventions as they come. */
export const usualPromises: PromiseSettings = promiseSettings.parse({});
