import { z } from 'zod';
import { fadingBelow, fadingStreak, memoryHalfLifeDays } from '#modules/house';

const weight = z.number().min(0).max(1000);
const share = z.number().min(0).max(1);
const valence = z.number().min(-1).max(1);
const days = z.number().positive().max(36_500);

/** Weights of which at least one counts. */
const weights = <Shape extends Record<string, z.ZodType<number, number | undefined>>>(shape: Shape) =>
  z
    .strictObject(shape)
    .refine((given) => Object.values(given as Record<string, number>).some((one) => one > 0), {
      message: 'at least one weight must be above zero',
    })
    .prefault({} as never);

/**
 * What may be tuned about experience. No literature gives these values: they are conventions, each a default that waits
 * for calibration (`calibrate`). Whoever changes one changes `version`, and every number says which version made it.
 */
export const experienceSettings = z.strictObject({
  version: z.string().min(1).max(100).default('experience-1'),
  valence: z
    .strictObject({
      /** How much each kind of signal counts in the valence of a moment. */
      weights: weights({
        survey: weight.default(3),
        resolution: weight.default(2),
        expectation: weight.default(2),
        sentiment: weight.default(1),
        wait: weight.default(1),
        effort: weight.default(1),
      }),
      /** The valence of the answers 0 to 10 to "would you recommend us?": detractors below −.2, promoters above. */
      nps: z.array(valence).length(11).default([-1, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.1, 0.1, 0.6, 1]),
      resolution: z
        .strictObject({
          first_contact: valence.default(1),
          resolved_later: valence.default(0.3),
          reopened: valence.default(-0.8),
          unresolved: valence.default(-1),
        })
        .prefault({}),
      /** Obstacles (hand-offs, channel switches, repeated information) that make effort as bad as it gets. */
      worstEffort: z.number().positive().max(100).default(3),
    })
    .prefault({}),
  memory: z
    .strictObject({
      /** How much more a bad moment weighs than a good one of the same size. */
      negativity: z.number().min(1).max(10).default(2),
      /** The share of the peak in what is remembered; the rest is the end. */
      peakWeight: share.default(0.5),
      /** Days after which half of a memory is gone. */
      halfLifeDays: days.default(memoryHalfLifeDays),
      /** Weight of the prior (a neutral memory): how much must be lived before anything is remembered at all. */
      prior: z.number().positive().max(100).default(0.25),
      /** The least salience an episode counts with. */
      leastSalience: z.number().positive().max(1).default(0.05),
      /** Minutes that a moment counts with when its duration is not known, by channel. */
      usualMinutes: z.record(z.string(), z.number().positive().max(10_000)).default({}),
    })
    .prefault({}),
  memorability: z
    .strictObject({
      /** Days before an interaction that make its baseline. */
      baselineDays: days.default(180),
      /** Interactions' worth of trust in the baseline of all touchpoints together. */
      shrink: z.number().positive().max(10_000).default(20),
      leastDeviation: z.number().positive().max(1).default(0.15),
      /** From this |valence| on it has a sign of its own. */
      polarity: share.default(0.2),
      /** From this |z| on a surprise has a sign. */
      surprise: z.number().positive().max(10).default(1),
      irrelevantBelow: share.default(0.25),
      memorableFrom: share.default(0.6),
      /** Irrelevant interactions in a row, or strength of memory, that mean somebody fades. */
      fadeStreak: z.number().int().positive().max(100).default(fadingStreak),
      fadeStrength: share.default(fadingBelow),
    })
    .prefault({})
    .refine((given) => given.irrelevantBelow < given.memorableFrom, {
      path: ['irrelevantBelow'],
      message: 'must be below memorableFrom',
    }),
  attachment: z
    .strictObject({
      weights: weights({
        behaviour: weight.default(0.35),
        association: weight.default(0.15),
        centred: weight.default(0.1),
        no_regret: weight.default(0.15),
        anchors: weight.default(0.1),
        advocacy: weight.default(0.15),
      }),
      /** The score of the population, towards which a score with little coverage is drawn. */
      populationMean: z.number().min(0).max(100).default(50),
      /** Orders' worth of trust that a purchase is not regretted. */
      regretPrior: z.number().positive().max(1000).default(10),
    })
    .prefault({}),
  recovery: z
    .strictObject({
      failureAt: valence.default(-0.2),
      recoveredAt: valence.default(0.2),
      resolvedWithinDays: days.default(14),
      reopenedWithinDays: days.default(7),
    })
    .prefault({}),
  friction: z
    .strictObject({
      /** The share that each obstacle takes of the ease that was left. */
      weights: z
        .strictObject({
          loop: share.default(0.05),
          handoff: share.default(0.05),
          pingpong: share.default(0.15),
          channelSwitch: share.default(0.1),
          stall: share.default(0.15),
          repeatContact: share.default(0.2),
          abandon: share.default(0.35),
        })
        .prefault({}),
      /** No gap shorter than this is a stall. */
      stallMinutes: z.number().positive().default(1440),
      repeatWithinDays: days.default(7),
      /** The promised time to an answer, where none was promised to this customer. */
      answerMinutes: z.number().positive().default(480),
    })
    .prefault({}),
});

export type ExperienceSettings = z.output<typeof experienceSettings>;

/** The conventions as they come. */
export const usualExperience: ExperienceSettings = experienceSettings.parse({});

/** The conventions that what customers lived is weighed with: as they come, and the minutes that a moment of each channel counts with. */
export const livedSettings: ExperienceSettings = experienceSettings.parse({
  version: 'experience-2',
  memory: {
    usualMinutes: {
      email: 5,
      chat: 5,
      phone: 6,
      web: 5,
      sms: 2,
      social: 4,
      'in-person': 30,
      other: 5,
    },
  },
});
