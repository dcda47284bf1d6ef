import { z } from 'zod';
import { amount, calendarDay, currency, instant, maybeWord } from '#modules/house';
import { dealOutcomes } from './read-pipeline-signal.ts';

/**
 * What a source says of a deal at `Signal.at`. A missing value says nothing. The main contact is `Signal.person`, further
 * ones are `Signal.others`, the company is the first of `Signal.companies`.
 */
export const dealBody = z.strictObject({
  name: maybeWord(500),
  /** Subject key of the pipeline, where the source gives ids. */
  pipelineKey: maybeWord(300),
  pipelineName: maybeWord(200),
  /** Id of the stage in its pipeline, where the source gives ids. */
  stageKey: maybeWord(200),
  /** The stage in the source's words; an unknown one is made on the fly. */
  stageName: maybeWord(200),
  /** Inferred from the stage when missing. */
  outcome: z.enum(dealOutcomes).optional(),
  amount: amount.optional(),
  currency: currency.optional(),
  /** 0 to 1. */
  probability: z.number().min(0).max(1).optional(),
  closeDate: calendarDay.optional(),
  ownerName: maybeWord(200),
  openedAt: instant.optional(),
  closedAt: instant.optional(),
});
export type DealBody = z.output<typeof dealBody>;
