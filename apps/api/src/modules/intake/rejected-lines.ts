import { spreadsheetLine } from '#kernel/spreadsheet-cell';
import type { Db } from '#platform/database';
import { rejectedRows } from './data/unreadable.ts';
import type { ImportFile } from './domain/import.ts';

const rowsAtOnce = 500;

/**
 * The rows of a file that were not taken in, as lines of a CSV that spreadsheets open (UTF-8 with its mark): the columns of
 * the file as they came, then the line, the column at fault and the reason. It can be mended and imported as it is.
 */
export async function* rejectedLines(
  db: Db,
  file: Pick<ImportFile, 'id' | 'columns'>,
): AsyncGenerator<string, void, undefined> {
  const columns = file.columns.map((column) => column.name);
  yield `\ufeff${spreadsheetLine([...columns, 'Line', 'Column', 'Reason'])}`;
  let after: { line: number; id: string } | null = null;
  for (;;) {
    const rows = await rejectedRows(db, file.id, rowsAtOnce, after);
    for (const { line, columnName, message, raw } of rows.slice(0, rowsAtOnce)) {
      const cells = raw as Record<string, unknown>;
      // A row that could not be cut into columns is one piece.
      const whole = columns.some((column) => column in cells)
        ? columns.map((column) => cells[column])
        : [Object.values(cells)[0]];
      while (whole.length < columns.length) whole.push('');
      yield spreadsheetLine([...whole, line, columnName, message]);
    }
    const last = rows[rowsAtOnce - 1];
    if (rows.length <= rowsAtOnce || !last) return;
    after = { line: last.line ?? 0, id: last.id };
  }
}
