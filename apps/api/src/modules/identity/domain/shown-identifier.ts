import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Whether an identifier is a mailbox, a phone, a handle of a network, or an id of another system. */
export type IdentifierSort = 'email' | 'phone' | 'handle' | 'external';

/** The sort of an identifier's kind: `handle:linkedin` → `handle`. */
export const sortOf = (kind: string): IdentifierSort => kind.split(':')[0] as IdentifierSort;

const shapes = new Map<string, string | null>();

/**
 * A phone in E.164 as its country writes it, with its code: `+40 721 000 111`; `null` for digits that are no number of any
 * country. How digits are grouped depends on the first ones and on how many there are, so that the grammar is asked once for each
 * such beginning, and a file of phones is not slower for it.
 */
export function shownPhone(value: string): string | null {
  if (!value.startsWith('+')) return null;
  const beginning = `${value.slice(0, 9)} ${value.length}`;
  let shape = shapes.get(beginning);
  if (shape === undefined) {
    const shown = parsePhoneNumberFromString(value)?.formatInternational() ?? null;
    shape = shown?.replaceAll(/\d/g, '0') ?? null;
    if (shapes.size > 50_000) shapes.clear();
    shapes.set(beginning, shape);
  }
  if (shape === null) return null;
  let at = 1;
  return shape.replaceAll('0', () => value[at++] ?? '');
}

/** An identifier as people write it; `shown` is what `shownPhone` made of a phone. Handles stand with their network. */
export function showIdentifier(kind: string, raw: string, shown: string | null): string {
  if (kind === 'email') return raw;
  if (kind === 'phone') return shown ?? raw;
  return `${kind.slice(kind.indexOf(':') + 1)}: ${raw}`;
}
