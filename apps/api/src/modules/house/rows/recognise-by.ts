import type { FileHeader } from '../format.ts';
import { plainName } from './plain-name.ts';

/** What gives a format away. A column is named in any spelling (`plainName`), or by a pattern of its exact name. */
export interface Marks {
  /** Of each group, one column at least. */
  needs: readonly (readonly (string | RegExp)[])[];
  /** Columns that files of this format usually have: they decide between two formats that both could be meant. */
  likes?: readonly string[];
  /** Columns that files of this format never have. */
  never?: readonly (string | RegExp)[];
  /** The name of the list in JSON files; a list of another name is another format. */
  collection?: string;
}

/** How sure the marks are of a header: 0 when one is missing, else 0.6 to 1 by the share of the usual columns. */
export function recogniseBy(marks: Marks): (header: FileHeader) => number {
  const likes = (marks.likes ?? []).map(plainName);
  return (header) => {
    if (header.collection !== undefined && header.collection !== marks.collection) return 0;
    const plain = new Set(header.columns.map(plainName));
    const has = (mark: string | RegExp) =>
      typeof mark === 'string'
        ? plain.has(plainName(mark))
        : header.columns.some((column) => mark.test(column));
    if (marks.never?.some(has)) return 0;
    if (!marks.needs.every((group) => group.some(has))) return 0;
    const found = likes.filter((name) => plain.has(name)).length;
    return 0.6 + (likes.length ? (0.4 * found) / likes.length : 0.2);
  };
}
