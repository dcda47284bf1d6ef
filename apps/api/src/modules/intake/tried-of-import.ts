import type { Db } from '#platform/database';
import { filesByImport } from './data/imports.ts';
import { triedRows } from './data/tried-rows.ts';
import type { RowOutcome, TriedRow } from './domain/tried-rows.ts';

const rowsAtOnce = 500;

/** What a dry run told of the rows of an import, file by file: all, or those that come to one thing. Holds a page of them. */
export async function* triedOfImport(
  db: Db,
  importId: string,
  outcome: RowOutcome | null,
): AsyncGenerator<{ file: string } & TriedRow, void, undefined> {
  const [files = []] = await filesByImport(db, [importId]);
  for (const { id, name } of files) {
    let after: number | null = 0;
    while (after !== null) {
      const page: TriedRow[] = await triedRows(db, id, { outcome, first: rowsAtOnce, after });
      for (const row of page.slice(0, rowsAtOnce)) yield { file: name, ...row };
      after = page.length > rowsAtOnce ? page[rowsAtOnce - 1]!.position : null;
    }
  }
}
