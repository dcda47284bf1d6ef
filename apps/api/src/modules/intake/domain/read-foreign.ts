import type { FileHeader, Format, Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import type { Unreadable } from './outcome.ts';

/** What one thing in a delivery came to: signals, nothing to do, or why it cannot be read. */
export type ReadItem =
  | { raw: unknown; signals: Signal[] }
  | { raw: unknown; skipped: string }
  | { raw: unknown; refusal: Unreadable };

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
export function objectsIn(value: unknown): { collection?: string; objects: unknown[] } {
  if (Array.isArray(value)) return { objects: value };
  if (!isObject(value)) return { objects: [value] };
  for (const [name, part] of Object.entries(value))
    if (Array.isArray(part) && part.length > 0 && part.every(isObject) && !('id' in value))
      return { collection: name, objects: part };
  const keys = Object.keys(value);
  const only = keys.length === 1 ? value[keys[0]!] : undefined;
  return isObject(only) ? { collection: keys[0]!, objects: [only] } : { objects: [value] };
}

/** As which lists an object may be recognised: `{"ticket": {…}}` is one of the `tickets`; one that stands alone is of no list. */
const headersOf = (raw: Json, collection: string | undefined): FileHeader[] =>
  (collection ? [collection, `${collection}s`, undefined] : [undefined]).map((name) => ({
    fileName: `${name ?? 'posted'}.json`,
    columns: Object.keys(raw),
    ...(name ? { collection: name } : {}),
  }));

/** Reads what a system posts in its own words by the formats that know them, object by object. */
export function readForeign(value: unknown, reading: ForeignReading): ReadItem[] {
  const { timeZone, phoneCountry, currency } = reading.source;
  const { collection, objects } = objectsIn(value);
  return objects.map((raw, index): ReadItem => {
    if (!isObject(raw)) return { raw, refusal: { code: 'bad-envelope', message: 'This is no object.' } };
    const [best] = headersOf(raw, collection)
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
      { cells: raw, line: index + 1 },
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
