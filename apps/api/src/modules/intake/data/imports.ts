import { type Db, write } from '#platform/database';
import type { ImportFile, ImportRun, ImportStatus } from '../domain/import.ts';

const runColumns = `id, created_by AS "createdBy", created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt", status, problem`;
const fileColumns = `id, import_id AS "importId", source_id AS "sourceId", name, bytes, sha256, stored_path AS "storedPath", format,
  nullif(reading, '{}') AS reading, counts, position, place, columns, guesses, row_total AS "rowTotal", status, problem`;

/** Imports by id, in the order asked; nobody is `null`. */
export async function importsById(db: Db, ids: readonly string[]): Promise<(ImportRun | null)[]> {
  const rows = await db.named<ImportRun>(
    'imports-by-id',
    `SELECT ${runColumns} FROM import_run WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Files by id, in the order asked; nobody is `null`. */
export async function filesById(db: Db, ids: readonly string[]): Promise<(ImportFile | null)[]> {
  const rows = await db.named<ImportFile>(
    'import-files-by-id',
    `SELECT ${fileColumns} FROM import_file WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** The files of imports, each list in the order of work. */
export async function filesByImport(db: Db, importIds: readonly string[]): Promise<ImportFile[][]> {
  const rows = await db.named<ImportFile>(
    'import-files-by-import',
    `SELECT ${fileColumns} FROM import_file WHERE import_id = ANY($1::uuid[]) ORDER BY place, name, id`,
    [importIds],
  );
  const lists = new Map<string, ImportFile[]>(importIds.map((id) => [id, []]));
  for (const row of rows) lists.get(row.importId)!.push(row);
  return importIds.map((id) => lists.get(id)!);
}

/** Imports, newest first, one more than asked for; files that somebody only just uploads are not shown. */
export const newestImports = (db: Db, first: number, beforeId: string | null): Promise<ImportRun[]> =>
  db.named<ImportRun>(
    'newest-imports',
    `SELECT ${runColumns} FROM import_run
      WHERE status <> 'UPLOADING' AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $1`,
    [first + 1, beforeId],
  );

/** The first import that no person prepared: in a demo it is the one that fills the house. */
export async function firstOwnImport(db: Db): Promise<ImportRun | null> {
  const rows = await db.named<ImportRun>(
    'first-own-import',
    `SELECT ${runColumns} FROM import_run WHERE created_by IS NULL ORDER BY id LIMIT 1`,
    [],
  );
  return rows[0] ?? null;
}

/** Imports that stand somewhere. */
export const importsWith = (db: Db, statuses: readonly ImportStatus[]): Promise<ImportRun[]> =>
  db.named<ImportRun>(
    'imports-with-status',
    `SELECT ${runColumns} FROM import_run WHERE status = ANY($1::text[]) ORDER BY id`,
    [statuses],
  );

/** Takes an import in hand so that nobody else changes where it stands. */
export async function lockImport(db: Db, id: string): Promise<ImportRun | null> {
  const rows = await db.named<ImportRun>(
    'lock-import',
    `SELECT ${runColumns} FROM import_run WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

/** Takes a file in hand for one set of rows. */
export async function lockFile(db: Db, id: string): Promise<ImportFile | null> {
  const rows = await db.named<ImportFile>(
    'lock-import-file',
    `SELECT ${fileColumns} FROM import_file WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
}

/** Writes an import that is new. */
export async function insertImport(
  db: Db,
  run: { id: string; createdBy: string | null; status: ImportStatus },
): Promise<void> {
  await write(db, 'insert-import', 'INSERT INTO import_run (id, created_by, status) VALUES ($1, $2, $3)', [
    run.id,
    run.createdBy,
    run.status,
  ]);
}

/** Writes a file that is new. */
export async function insertFile(db: Db, file: ImportFile): Promise<void> {
  await write(
    db,
    'insert-import-file',
    `INSERT INTO import_file (id, import_id, source_id, name, bytes, sha256, stored_path, format, reading, counts, position, place,
        columns, guesses, row_total, status, problem)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    fileValues(file),
  );
}

/** Writes everything that may change about a file. */
export async function updateFile(db: Db, file: ImportFile): Promise<void> {
  await write(
    db,
    'update-import-file',
    `UPDATE import_file SET import_id = $2, source_id = $3, name = $4, bytes = $5, sha256 = $6, stored_path = $7, format = $8,
        reading = $9, counts = $10, position = $11, place = $12, columns = $13, guesses = $14, row_total = $15,
        status = $16, problem = $17 WHERE id = $1`,
    fileValues(file),
  );
}

const fileValues = (file: ImportFile): unknown[] => [
  file.id,
  file.importId,
  file.sourceId,
  file.name,
  file.bytes,
  file.sha256,
  file.storedPath,
  file.format,
  JSON.stringify(file.reading ?? {}),
  JSON.stringify(file.counts),
  file.position,
  file.place,
  JSON.stringify(file.columns),
  JSON.stringify(file.guesses),
  file.rowTotal,
  file.status,
  file.problem,
];

/** Notes after a set of rows how far a file is and what became of its rows. */
export async function advanceFile(
  db: Db,
  file: Pick<ImportFile, 'id' | 'position' | 'counts'>,
): Promise<void> {
  await write(db, 'advance-import-file', 'UPDATE import_file SET position = $2, counts = $3 WHERE id = $1', [
    file.id,
    file.position,
    JSON.stringify(file.counts),
  ]);
}

/** Moves an import to where it stands now; the times follow from that. */
export async function setStatus(
  db: Db,
  id: string,
  status: ImportStatus,
  problem: string | null = null,
): Promise<void> {
  await write(
    db,
    'set-import-status',
    `UPDATE import_run SET status = $2, problem = $3,
        started_at = CASE WHEN $2 = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
        finished_at = CASE WHEN $2 IN ('DONE', 'FAILED', 'CANCELLED', 'UNDONE') THEN now() ELSE NULL END
      WHERE id = $1`,
    [id, status, problem],
  );
}

/** Forgets imports that hold no file any more, of those named. */
export async function deleteEmptyImports(db: Db, ids: readonly string[]): Promise<void> {
  await write(
    db,
    'delete-empty-imports',
    `DELETE FROM import_run r WHERE r.id = ANY($1::uuid[]) AND NOT EXISTS (SELECT FROM import_file f WHERE f.import_id = r.id)`,
    [ids],
  );
}
