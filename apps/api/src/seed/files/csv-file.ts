import { RowFile } from './row-file.ts';

/** A cell before it is written: nothing is an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/** How one system quotes: only where needed, or every value (as Salesforce does). */
export type Quoting = 'needed' | 'always';

function written(cell: Cell, quoting: Quoting): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  if (quoting === 'needed' && !/[",\r\n]/.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** One line of a CSV file (RFC 4180), without its line end. */
export const csvLine = (cells: readonly Cell[], quoting: Quoting = 'needed'): string =>
  cells.map((cell) => written(cell, quoting)).join(',');

/** A CSV file whose rows are given by column name; a column not given is empty, an unknown one does not compile. */
export class CsvFile<Column extends string> {
  readonly file: RowFile;
  #columns: readonly Column[];
  #quoting: Quoting;

  private constructor(file: RowFile, columns: readonly Column[], quoting: Quoting) {
    this.file = file;
    this.#columns = columns;
    this.#quoting = quoting;
  }

  /** Opens the file anew and writes its header; `header` replaces the plain one where a system quotes it its own way. */
  static async create<Column extends string>(
    path: string,
    columns: readonly Column[],
    quoting: Quoting = 'needed',
    header: string = csvLine(columns, quoting),
  ): Promise<CsvFile<Column>> {
    return new CsvFile(await RowFile.create(path, `${header}\n`), columns, quoting);
  }

  /** Adds one row. */
  add(row: Partial<Record<Column, Cell>>): Promise<void> {
    const cells = this.#columns.map((column) => row[column]);
    return this.file.add(csvLine(cells, this.#quoting));
  }
}
