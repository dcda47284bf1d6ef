import { z } from 'zod';
import { maybeWord, word } from '#modules/house';

/** What a source says happened in a case, at `Signal.at`: one step of it. */
export const caseEventBody = z.strictObject({
  /** The id of the case in its source. */
  caseKey: word(200),
  /** What happened: `Take in charge ticket`, `resolved`, `asked`. */
  activity: word(200),
  /** A state of the case, or something that was said. */
  form: z.enum(['state', 'message']).default('state'),
  actor: z.enum(['customer', 'agent', 'system']).default('agent'),
  channel: maybeWord(40),
  /** Who of us had it then. */
  owner: maybeWord(200),
  /** Whether the case is solved by it. */
  solves: z.boolean().default(false),
  /** Where the event stands in its case, when two are at one time. */
  place: z.number().int().min(0).max(1_000_000).optional(),
  attributes: z.record(z.string().max(200), z.string().max(2000)).optional(),
});
export type CaseEventBody = z.output<typeof caseEventBody>;
