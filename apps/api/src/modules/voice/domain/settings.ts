import { z } from 'zod';

/** What may be tuned about answers to surveys: conventions with a version, no literature gives them. */
export const voiceSettings = z.strictObject({
  version: z.string().min(1).max(100).default('voice-1'),
  /** Below this many answers only counts are shown, no score. */
  least: z.number().int().positive().max(10_000).default(10),
  /** Below this many a score is provisional. */
  settled: z.number().int().positive().max(10_000).default(30),
  /** Drivers: at least this many answers, and this many for each driver. */
  driversLeast: z.number().int().positive().max(1_000_000).default(100),
  driversLeastEach: z.number().int().positive().max(10_000).default(20),
  /** The expectation is the cause: from this many cases on, when the lower bound of its share is above this. */
  gapLeast: z.number().int().positive().max(10_000).default(20),
  gapShare: z.number().min(0).max(1).default(0.3),
});

export type VoiceSettings = z.output<typeof voiceSettings>;

/** The conventions as they come. */
export const usualVoice: VoiceSettings = voiceSettings.parse({});
