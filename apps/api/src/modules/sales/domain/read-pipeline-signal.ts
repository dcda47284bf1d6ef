import { z } from 'zod';
import { maybeWord, word } from '#modules/house';

/** How a deal ended, or that it has not. */
export const dealOutcomes = ['open', 'won', 'lost'] as const;
export type DealOutcome = (typeof dealOutcomes)[number];

/** What a source says of a pipeline: all of its stages or only some (one stage a row is fine). */
export const pipelineBody = z.strictObject({
  name: maybeWord(200),
  stages: z
    .array(
      z.strictObject({
        /** Id of the stage in its source; deals may name it as `stageKey`. */
        key: word(200),
        name: word(200),
        position: z.number().int().min(-1_000_000).max(1_000_000).optional(),
        probability: z.number().min(0).max(1).optional(),
        /** Inferred from the words of the stage when missing. */
        outcome: z.enum(dealOutcomes).optional(),
      }),
    )
    .max(200)
    .default([]),
});
export type PipelineBody = z.output<typeof pipelineBody>;
