import type { LaidTexts } from './lexicon.ts';

/** Texts one behind the other: they cross to another thread as one. */
export interface PackedTexts {
  text: string;
  /** Where each ends. */
  end: Uint32Array;
}

/** Some records of a table that is still being built, with value numbers of their own. */
export interface TablePiece {
  ids: PackedTexts;
  sources: string[];
  source: Uint32Array;
  kind: Uint32Array;
  suffix: Uint32Array;
  /** By column: where the values of each record begin, the values, and the texts of the values. */
  start: Uint32Array[];
  value: Uint32Array[];
  texts: LaidTexts[];
}

/** Lays texts one behind the other. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const end = new Uint32Array(texts.length);
  let at = 0;
  for (let index = 0; index < texts.length; index += 1) {
    at += texts[index]!.length;
    end[index] = at;
  }
  return { text: texts.join(''), end };
}

/** The texts again. */
export function unpackTexts({ text, end }: PackedTexts): string[] {
  const texts = new Array<string>(end.length);
  let from = 0;
  for (let index = 0; index < end.length; index += 1) {
    texts[index] = text.slice(from, end[index]);
    from = end[index]!;
  }
  return texts;
}

/** The memory of a piece, to be handed over rather than copied. */
export const memoryOf = ({ ids, source, kind, suffix, start, value, texts }: TablePiece): ArrayBuffer[] =>
  [
    ids.end,
    source,
    kind,
    suffix,
    ...start,
    ...value,
    ...texts.flatMap(({ code, end, hash }) => [code, end, hash]),
  ].map(({ buffer }) => buffer as ArrayBuffer);
