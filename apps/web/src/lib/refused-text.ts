import type { MessageId, Say } from './intl/words.ts';

const refused = [
  'bad-action',
  'bad-attempts',
  'bad-body',
  'bad-content',
  'bad-currency',
  'bad-date',
  'bad-email',
  'bad-encoding',
  'bad-envelope',
  'bad-json',
  'bad-moments',
  'bad-number',
  'bad-outcome',
  'bad-status',
  'bad-survey',
  'bad-text',
  'bad-word',
  'cannot-record',
  'conflict',
  'cut-off',
  'empty-row',
  'half-character',
  'missing-activity',
  'missing-campaign',
  'missing-date',
  'missing-field',
  'missing-id',
  'missing-outcome',
  'missing-person',
  'missing-product',
  'missing-survey',
  'missing-ticket',
  'missing-title',
  'missing-type',
  'missing-words',
  'no-identifier',
  'no-person',
  'not-an-object',
  'not-imported',
  'nul',
  'reserved-column',
  'row-too-long',
  'stray-quote',
  'too-long',
  'too-many-columns',
  'unbalanced',
  'unclosed-quote',
  'unclosed-text',
  'unknown-kind',
  'unknown-shape',
  'wrong-number-of-cells',
] as const;

/** Whether the server refuses with such a code. */
export const isRefusalCode = (code: string): boolean => refused.some((each) => each === code);

/** Why a row or a signal was refused: the server's sentence names the value and is English; other languages say the kind of trouble. */
export function refusedText(
  { code: said, message }: { code: string; message: string },
  locale: string,
  say: Say,
): string {
  const code = refused.find((each) => each === said);
  return code && locale !== 'en' ? say(`lib.row.${code}` satisfies MessageId) : message;
}
