import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Whether an identifier is a mailbox, a phone, a handle of a network, or an id of another system. */
export type IdentifierSort = 'email' | 'phone' | 'handle' | 'external';

/** The sort of an identifier's kind: `handle:linkedin` → `handle`. */
export const sortOf = (kind: string): IdentifierSort => kind.split(':')[0] as IdentifierSort;

/** An identifier as people write it: phones the way of their country, abroad with its code; handles with their network. */
export function showIdentifier(kind: string, value: string, raw: string): string {
  if (kind === 'email') return raw;
  if (kind === 'phone') return parsePhoneNumberFromString(value)?.formatInternational() ?? raw;
  return `${kind.slice(kind.indexOf(':') + 1)}: ${raw}`;
}
