import type { z } from 'zod';
import { accept, type Result, refuse } from './result.ts';

/** Why settings were refused: the field, as a path with dots, and what is wrong with it. */
export interface SettingsRefusal {
  field: string;
  message: string;
}

/** Settings as given, filled up with the defaults of their schema; refused with the first field that makes no sense. */
export function readSettings<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): Result<z.output<Schema>, SettingsRefusal> {
  const read = schema.safeParse(given);
  if (read.success) return accept(read.data);
  const [issue] = read.error.issues;
  const inner = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(inner === undefined ? [] : [inner])];
  return refuse({ field: path.map(String).join('.'), message: issue?.message ?? 'not understood' });
}
