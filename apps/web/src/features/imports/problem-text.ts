import type { MessageId, Say } from '#lib/intl/words.ts';

const known = [
  'EMPTY',
  'WORKBOOK',
  'ARCHIVE',
  'PDF',
  'MARKUP',
  'ONE_OBJECT',
  'BAD_HEADER',
  'TOO_MANY_COLUMNS',
  'RESERVED_COLUMN',
  'DUPLICATE_COLUMN',
  'UNKNOWN_EXPORT',
  'GONE',
  'REPEATS_TICKETS',
  'SERVICE_SETTINGS',
  'AUDIENCE_SETTINGS',
  'SEGMENT_SETTINGS',
  'STOPPED',
] as const;

/** A problem as the server gives it: the sentence, and its parts where it has some. */
export interface Problem {
  problem: string | null;
  trouble: { code: string; values: readonly { name: string; value: string }[] } | null;
}

/** Why a file cannot be read or an import cannot go on, in the reader's language; what has no words here, in the server's. */
export function problemText({ problem, trouble }: Problem, say: Say): string | null {
  const code = known.find((each) => each === trouble?.code);
  if (!trouble || !code) return problem;
  const values = Object.fromEntries(trouble.values.map(({ name, value }) => [name, value]));
  return say(`imports.problem.${code}` satisfies MessageId, values);
}
