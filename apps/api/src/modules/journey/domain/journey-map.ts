import { z } from 'zod';

const points = z.number().positive().max(1000);

/**
 * A map of the journey: its stages in their usual order, what each kind of fact says about them, and how fast it is forgotten. A
 * map is data. Points, half-life, thresholds are conventions with a version; no literature gives them.
 */
export const journeyMap = z
  .strictObject({
    name: z.string().min(1).max(100),
    version: z.string().min(1).max(100),
    stages: z.array(z.string().min(1).max(100)).min(1).max(50),
    /** What a fact of a kind says: points for one stage; a hard one leads there at once. */
    facts: z.record(
      z.string(),
      z.strictObject({ stage: z.string(), points, hard: z.boolean().default(false) }),
    ),
    /** Days after which points count half. */
    halfLifeDays: z.number().positive().max(3650).default(14),
    /** Points a stage needs before it can be entered. */
    enterFrom: points.default(1),
    /** How many times the points of the present stage another needs to take its place. */
    hysteresis: z.number().min(1).max(100).default(1.25),
    /** Days without a fact after which somebody counts as dormant. */
    dormantAfterDays: z.number().positive().max(36_500).default(60),
    /** What a person's own word adds to the stage they name. */
    overridePoints: points.default(4),
    /** What a stage is called, where its own word does not do. */
    labels: z.record(z.string(), z.string().trim().min(1).max(60)).default({}),
    /** What they should remember of a stage, and how good that would be (−1…1). */
    memories: z
      .record(
        z.string(),
        z.strictObject({
          sentence: z.string().trim().min(1).max(280),
          valence: z.number().min(-1).max(1).nullable().default(null),
        }),
      )
      .default({}),
  })
  .superRefine(({ stages, facts, labels, memories }, ctx) => {
    if (new Set(stages).size < stages.length)
      ctx.addIssue({ code: 'custom', path: ['stages'], message: 'a stage is named twice' });
    for (const [field, named] of Object.entries({ labels, memories }))
      for (const stage of Object.keys(named))
        if (!stages.includes(stage))
          ctx.addIssue({ code: 'custom', path: [field, stage], message: `no stage is called ${stage}` });
    for (const [kind, { stage }] of Object.entries(facts))
      if (!stages.includes(stage))
        ctx.addIssue({
          code: 'custom',
          path: ['facts', kind, 'stage'],
          message: `no stage is called ${stage}`,
        });
  });

export type JourneyMap = z.output<typeof journeyMap>;
