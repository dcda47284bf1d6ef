import { wireList } from './wire-list.ts';
import { wireValue } from './wire-value.ts';

const typed = /\$(\d+)::([a-z][a-z ]*)\[\]/g;
/** Shorter lists are as quick in text form. */
const shortList = 8;

// There are as many texts as call sites.
const typesOf = new Map<string, string[]>();
const textsKept = 5_000;

/** Of which types the lists of a statement are, by its own words: `$3::uuid[]`. */
function listTypes(text: string): string[] {
  let types = typesOf.get(text);
  if (!types) {
    types = [];
    for (const [, number, type] of text.matchAll(typed)) types[Number(number) - 1] = type!;
    if (typesOf.size >= textsKept) typesOf.clear();
    typesOf.set(text, types);
  }
  return types;
}

const isLong = (value: unknown): value is unknown[] => Array.isArray(value) && value.length >= shortList;

/** The values of a statement as they go over the wire: its long lists in binary form, where its text says what they are of. */
export function wireValues(text: string, values: readonly unknown[]): (string | Buffer | null)[] {
  if (!values.some(isLong)) return values.map(wireValue);
  const types = listTypes(text);
  return values.map((value, place) => {
    const type = isLong(value) ? types[place] : undefined;
    return (type && wireList(type, value as unknown[])?.bytes) || wireValue(value);
  });
}
