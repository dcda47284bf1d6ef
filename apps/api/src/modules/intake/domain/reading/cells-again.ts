import { CsvCutter } from './cut-csv.ts';
import type { Separator } from './file.ts';
import { toRow } from './read-csv.ts';

/** How the cells of a row are read from its text again: as a row of a table with these columns, or as JSON. */
export type CellsAgain = { columns: string[]; separator: Separator } | 'json';

/** The cells of a row that could be read, from the text that its reading gave with it. */
export function cellsAgain(text: string, line: number, again: CellsAgain): Record<string, unknown> {
  if (again === 'json') return JSON.parse(text) as Record<string, unknown>;
  const cutter = new CsvCutter(again.separator);
  const [record] = [...cutter.push(text), ...cutter.end()];
  return toRow({ ...record!, line }, again.columns, false).cells;
}
