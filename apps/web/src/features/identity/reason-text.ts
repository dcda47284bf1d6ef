import type { MessageId, Say } from '#lib/intl/words.ts';

const known: Record<string, MessageId> = {
  'same-email': 'identity.sameEmail',
  'same-phone': 'identity.samePhone',
  'same-name': 'identity.sameName',
  'compatible-name': 'identity.compatibleName',
  'unclear-name': 'identity.unclearName',
  'different-given-name': 'identity.differentGivenName',
  'different-suffix': 'identity.differentSuffix',
  'different-name': 'identity.differentName',
  'same-birth-date': 'identity.sameBirthDate',
  'different-birth-date': 'identity.differentBirthDate',
};

/** A reason in the reader's language, with the value that the server named in brackets; one without words here, in the server's. */
export function reasonText(reason: { code: string; text: string }, say: Say): string {
  const id = known[reason.code];
  if (!id) return reason.text;
  const value = /\(([^)]+)\)/u.exec(reason.text)?.[1];
  return value ? `${say(id)} (${value})` : say(id);
}
