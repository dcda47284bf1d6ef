import type { MessageId, Say } from '#lib/intl/words.ts';
import { reasonText } from '#lib/reason-text.ts';

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

const passedOver = [
  'deleted-there',
  'merged-there',
  'to-be-deleted',
  'merges-itself',
  'colleague',
  'no-customer',
  'kind-not-kept',
  'says-nothing',
  'read-elsewhere',
] as const;

/** Why a row was refused: the server's sentence names the value and is English; other languages say the kind of trouble. */
export function rowReasonText(row: { code: string; message: string }, locale: string, say: Say): string {
  const code = refused.find((each) => each === row.code);
  return code && locale !== 'en' ? say(`imports.row.${code}` satisfies MessageId) : row.message;
}

/** A reason of a dry run in parts, as the server gives it. */
export interface RowCause {
  code: string;
  message: string;
  values: readonly { name: string; value: string }[];
}

/** Why a row would do what it does, in the reader's language; a reason without words here, in the server's. */
export function causeText(cause: RowCause, locale: string, say: Say): string {
  const values = Object.fromEntries(cause.values.map(({ name, value }) => [name, value]));
  const skipped = passedOver.find((each) => each === cause.code);
  if (skipped) return say(`imports.skip.${skipped}` satisfies MessageId, values);
  if (refused.some((each) => each === cause.code)) return rowReasonText(cause, locale, say);
  return reasonText({ code: cause.code, text: cause.message, values }, say);
}

/** All reasons of a row of a dry run in one line. */
export const causesText = (
  { causes, reasons }: { causes: readonly RowCause[]; reasons: readonly string[] },
  locale: string,
  say: Say,
): string =>
  causes.length > 0 ? causes.map((cause) => causeText(cause, locale, say)).join(' · ') : reasons.join(' ');
