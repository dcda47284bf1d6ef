import type { FileHeader, Format, Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import type { Unreadable } from './outcome.ts';

/** One thing in a delivery as it is kept when it cannot be read. */
interface Posted {
  /** In the envelope that it came in, by itself: read again, it is recognised as it was the first time. */
  raw: unknown;
  /** What its delivery called it, where it does not say so itself. */
  eventId?: string;
}

/** What one thing in a delivery came to: signals, nothing to do, or why it cannot be read. */
export type ReadItem = Posted & ({ signals: Signal[] } | { skipped: string } | { refusal: Unreadable });

/** How a delivery is read: the formats of its system, and what its source leaves unsaid. */
export interface ForeignReading {
  formats: readonly Format[];
  source: Pick<Source, 'timeZone' | 'phoneCountry' | 'currency'>;
  /** ISO 8601. */
  receivedAt: string;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The objects inside what a system posts: `{"ticket": {…}}`, `{"tickets": […]}`, `[…]`, or one object as it is. */
function objectsIn(value: unknown): {
  collection?: string;
  objects: unknown[];
  /** Puts one of them back into such an envelope. */
  wrap: (object: unknown) => unknown;
} {
  if (Array.isArray(value)) return { objects: value, wrap: (object) => [object] };
  const alone = { objects: [value], wrap: (object: unknown) => object };
  if (!isObject(value)) return alone;
  for (const [name, part] of Object.entries(value))
    if (Array.isArray(part) && part.length > 0 && part.every(isObject) && !('id' in value))
      return { collection: name, objects: part, wrap: (object) => ({ [name]: [object] }) };
  const keys = Object.keys(value);
  const only = keys.length === 1 ? value[keys[0]!] : undefined;
  return isObject(only) ? { collection: keys[0]!, objects: [only], wrap: () => value } : alone;
}

/** As which lists an object may be recognised: `{"ticket": {…}}` is one of the `tickets`; one that stands alone is of no list. */
const headersOf = (object: Json, collection: string | undefined): FileHeader[] =>
  (collection ? [collection, `${collection}s`, undefined] : [undefined]).map((name) => ({
    fileName: `${name ?? 'posted'}.json`,
    columns: Object.keys(object),
    ...(name ? { collection: name } : {}),
  }));

/** Reads what a system posts in its own words by the formats that know them, object by object. */
export function readForeign(value: unknown, reading: ForeignReading): ReadItem[] {
  const { timeZone, phoneCountry, currency } = reading.source;
  const { collection, objects, wrap } = objectsIn(value);
  return objects.map((object, index): ReadItem => {
    const raw = wrap(object);
    if (!isObject(object)) return { raw, refusal: { code: 'bad-envelope', message: 'This is no object.' } };
    const [best] = headersOf(object, collection)
      .flatMap((header) =>
        reading.formats.map((format) => ({ format, header, certainty: format.recognise(header) })),
      )
      .filter(({ certainty }) => certainty > 0)
      .sort((a, b) => b.certainty - a.certainty || a.format.name.localeCompare(b.format.name));
    if (!best)
      return {
        raw,
        refusal: {
          code: 'unknown-shape',
          message: 'This is neither a signal nor an object that this source is known to send.',
        },
      };
    const read = best.format.read(
      { cells: object, line: index + 1 },
      {
        dateOrder: 'YMD',
        decimal: '.',
        timeZone,
        fileTime: reading.receivedAt,
        ...(phoneCountry ? { phoneCountry } : {}),
        ...(currency ? { currency } : {}),
      },
      best.header,
    );
    if ('signals' in read) return { raw, signals: read.signals };
    if ('skipped' in read) return { raw, skipped: read.skipped };
    const { code, message, column } = read.refusal;
    return { raw, refusal: { code, message, ...(column ? { path: column } : {}) } };
  });
}
