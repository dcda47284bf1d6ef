import { readEmail } from './email.ts';
import { readPhone } from './phone.ts';

/** Version of these rules, written beside what they made, so that a later version knows what to redo. */
export const normalisation = 1;

/** Something that points at a person: a mailbox, a phone, a handle, an id of another system. */
export interface Identifier {
  /** `email`, `phone`, `handle:linkedin`, `external:hubspot`. */
  kind: string;
  /** The form in which equal things are equal. */
  value: string;
  /** As received. */
  raw: string;
  /** Identifies nobody by itself. */
  weak: boolean;
}

/** The lists of a person's identifiers, as received. */
export interface Pointers {
  emails?: readonly string[];
  phones?: readonly string[];
  handles?: readonly { kind: string; value: string }[];
}

const networks = new Set(
  'linkedin twitter x facebook instagram skype github telegram whatsapp tiktok youtube foursquare googleplus mastodon bluesky slack discord'.split(
    ' ',
  ),
);
const placeholderIds = /^(0+|n\/?a|none|null|undefined|unknown|test|-+|x+|1234567?8?9?0?)$/;

/** Reads what points at a person; what cannot be read points at nobody and is left out. Each identifier once, in order. */
export function readIdentifiers(pointers: Pointers, country?: string | null): Identifier[] {
  const found: Identifier[] = [];
  const add = (kind: string, value: string, raw: string, weak: boolean) => {
    if (!found.some((one) => one.kind === kind && one.value === value))
      found.push({ kind, value, raw: raw.slice(0, 320), weak });
  };
  for (const raw of pointers.emails ?? []) {
    const email = readEmail(raw);
    if (email) add('email', email.mailbox, email.address, email.weak);
  }
  for (const raw of pointers.phones ?? []) {
    const phone = readPhone(raw, country);
    if (phone) add('phone', phone.value, raw.trim(), phone.weak);
  }
  for (const { kind, value } of pointers.handles ?? []) {
    const handle = readHandle(kind, value);
    if (handle) add(handle.kind, handle.value, value.trim(), handle.weak);
  }
  return found;
}

function readHandle(kind: string, raw: string): { kind: string; value: string; weak: boolean } | null {
  const name = kind.trim().toLowerCase();
  const text = raw.trim();
  if (!name || !text || text.length > 200) return null;
  const weak = placeholderIds.test(text.toLowerCase());
  if (!networks.has(name)) return { kind: `external:${name}`, value: text, weak };
  const value = text
    .toLowerCase()
    .replace(/^https?:\/\/(www\.|[a-z]{2}\.)?/, '')
    .replace(/^[a-z.]+\.(com|net|org|social)\/(in\/|profile\.php\?id=|@)?/, '')
    .replace(/^@/, '')
    .replace(/[/?#].*$/, '');
  return value ? { kind: `handle:${name}`, value, weak } : null;
}

/** One word for an identifier, for maps and locks. */
export const identifierKey = (identifier: { kind: string; value: string }): string =>
  `${identifier.kind}:${identifier.value}`;

/** Identifiers that two have in common; weak ones do not count. */
export const sharedIdentifiers = (
  one: { identifiers: readonly Identifier[] },
  other: { identifiers: readonly Identifier[] },
): Identifier[] =>
  one.identifiers.filter(
    ({ weak, kind, value }) =>
      !weak && other.identifiers.some((held) => !held.weak && held.kind === kind && held.value === value),
  );
