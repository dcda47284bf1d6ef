import { z } from 'zod';

/** What may be tuned about choosing content and trying it out: conventions with a version, no literature gives them. */
export const contentSettings = z.strictObject({
  version: z.string().min(1).max(100).default('content-1'),
  /** The share of decisions that explores, spread evenly over all that fits. */
  explore: z.number().positive().max(1).default(0.1),
  /** Below this many matured trials an arm leans on what is known of its stage. */
  trustedFrom: z.number().int().positive().max(100_000).default(30),
  /** An arm is stopped when P(worse than `stopFraction` of the best) is above `stopAbove`. */
  stopFraction: z.number().positive().max(1).default(0.5),
  stopAbove: z.number().min(0.5).max(1).default(0.99),
  /** Uses per customer in `fatigueDays`, whatever the content. */
  fatigueCap: z.number().int().positive().max(1000).default(3),
  fatigueDays: z.number().positive().max(365).default(7),
  /** Off-policy answers below this effective sample size are refused. */
  leastEffective: z.number().positive().max(1_000_000).default(100),
  /** A split of the traffic that chance would give more rarely than this stops an experiment. */
  splitAlpha: z.number().positive().max(0.5).default(0.001),
  /** Ship below this expected loss, from this many people per arm on. */
  shipLoss: z.number().positive().max(1).default(0.001),
  shipLeast: z.number().int().positive().max(10_000_000).default(200),
  /** An always-valid p below this decides. */
  alpha: z.number().positive().max(0.5).default(0.05),
});

export type ContentSettings = z.output<typeof contentSettings>;

/** The conventions as they come. */
export const usualContent: ContentSettings = contentSettings.parse({});
