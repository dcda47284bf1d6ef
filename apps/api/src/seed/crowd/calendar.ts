/** Days are counted from 1970-01-01; the files cover the eight years before the day on which they are made. */
export type Day = number;
export const YEARS = 8;
export const YEAR = 365.25;

/** What holds from a day on, the first one always; later ones later. */
export type Spells<Value> = readonly { from: Day; value: Value }[];

/** What held on a day. */
export function on<Value>(spells: Spells<Value>, day: Day): Value {
  let value = spells[0]!.value;
  for (const spell of spells) if (spell.from <= day) value = spell.value;
  return value;
}

/** A thing that never changes. */
export const always = <Value>(value: Value): Spells<Value> => [{ from: Number.NEGATIVE_INFINITY, value }];

const written = new Map<Day, string>();

/** The day as ISO 8601 writes it. */
export function isoDay(day: Day): string {
  const known = written.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10);
  written.set(day, known);
  return known;
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(isoDay(day).slice(0, 4));
