import type { MessageId, Say } from '#lib/intl/words.ts';

const known = [
  'nul',
  'bad-encoding',
  'half-character',
  'bad-status',
  'bad-date',
  'bad-email',
  'bad-number',
  'bad-action',
  'empty-row',
  'missing-date',
  'missing-id',
  'missing-product',
  'missing-ticket',
  'missing-person',
  'no-person',
  'no-identifier',
  'not-imported',
  'wrong-number-of-cells',
  'unclosed-quote',
  'stray-quote',
  'row-too-long',
  'too-long',
] as const;

/** Why a row was refused: the server's sentence names the value and is English; other languages say the kind of trouble. */
export function rowReasonText(row: { code: string; message: string }, locale: string, say: Say): string {
  const code = known.find((each) => each === row.code);
  return code && locale !== 'en' ? say(`imports.row.${code}` satisfies MessageId) : row.message;
}
