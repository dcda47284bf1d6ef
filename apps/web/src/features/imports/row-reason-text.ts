import type { MessageId, Say } from '#lib/intl/words.ts';
import { reasonText } from '#lib/reason-text.ts';
import { isRefusalCode, refusedText } from '#lib/refused-text.ts';

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
  if (isRefusalCode(cause.code)) return refusedText(cause, locale, say);
  return reasonText({ code: cause.code, text: cause.message, values }, say);
}

/** All reasons of a row of a dry run in one line. */
export const causesText = (causes: readonly RowCause[], locale: string, say: Say): string =>
  causes.map((cause) => causeText(cause, locale, say)).join(' · ');
