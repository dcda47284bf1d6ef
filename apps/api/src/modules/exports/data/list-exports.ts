import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { ListExport } from '../domain/list-export.ts';
import { ListExportEntity } from './list-export.entity.ts';

/** Keeps what is asked for until it is fetched, and lets go of what nobody can fetch any more. */
export async function putListExport(tx: Tx, asked: ListExport, goneBefore: Date): Promise<void> {
  await tx.named('list-exports-forget', 'DELETE FROM list_export WHERE asked_at < $1', [goneBefore]);
  await putRows(tx, ListExportEntity, [asked], '');
}

/** What somebody asked for under this id. */
export async function listExportById(db: Db, id: string): Promise<ListExport | null> {
  const [found] = await db.named<ListExport>(
    'list-export-by-id',
    `SELECT ${columnsOf(ListExportEntity, 'e')} FROM list_export e WHERE e.id = $1`,
    [id],
  );
  return found ?? null;
}
