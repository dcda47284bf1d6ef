import { askToMeasure } from '#modules/experience';
import { type Source, sourcesById } from '#modules/sources';
import { type Database, isPassingTrouble, type Tx } from '#platform/database';
import { advanceFile, filesByImport, importsById, lockFile, setStatus, updateFile } from './data/imports.ts';
import { countRows, type ImportFile, type ImportStatus } from './domain/import.ts';
import type { Subjects } from './domain/subjects.ts';
import { FileTrouble, rowSets } from './read-rows.ts';
import { readingAhead, type SetsAhead } from './reading-ahead.ts';
import { type FileRow, type RowResult, type RowsOf, takeRows, takeRowsOneByOne } from './take-rows.ts';
import { takeSets } from './take-sets.ts';

/** Rows that are identified and recorded together: enough to make statements cheap. */
export const rowsInSet = 250;

/**
 * A transaction takes no other set when it is this old: few sets follow each other closely enough, and webhooks, which wait while an import
 * decides about people, wait a moment only.
 */
const transactionMs = 400;

/** How work on an import is watched and stopped. */
export interface Work {
  /** Asked before each set: true stops after the set that runs. */
  stopped: () => boolean;
  onProgress?: (file: ImportFile) => void;
}

/** Why work ended: everything is done, somebody stopped or cancelled it, or another process is at it. */
export type WorkEnd = 'done' | 'stopped' | 'elsewhere';

/**
 * Reads the files of an import from where each of them is, set by set. How far a file is stands in the same transaction as what
 * its rows did, so an import that was killed goes on from there and no row acts twice or is left out.
 */
export async function workOnImport(
  database: Database,
  subjects: Subjects,
  importId: string,
  work: Work,
): Promise<WorkEnd> {
  const [files] = await filesByImport(database, [importId]);
  for (const file of files ?? []) {
    if (file.status === 'DONE' || file.status === 'FAILED') continue;
    try {
      const end = await workOnFile(database, subjects, file, work);
      if (end !== 'done') return end;
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      await endFile(database, file.id, 'FAILED', error.message);
    }
  }
  await database.transaction((tx) => finish(tx, importId));
  return 'done';
}

async function workOnFile(
  database: Database,
  subjects: Subjects,
  file: ImportFile,
  work: Work,
): Promise<WorkEnd> {
  const format = subjects.formats.find(({ name }) => name === file.format);
  const [source] = file.sourceId ? await sourcesById(database, [file.sourceId]) : [];
  if (!format || !source) throw new FileTrouble(`Nobody knows what kind of export ${file.name} is.`);
  const sets = readingAhead(rowSets(file, format, source, subjects, file.position, rowsInSet));
  try {
    let position = file.position;
    for (;;) {
      const rows = await sets.next();
      if (!rows) break;
      if (work.stopped()) return 'stopped';
      const now = await takeSome(database, subjects, source, file, position, rows, sets, work);
      if (typeof now === 'string') return now;
      position = now.position;
      work.onProgress?.(now);
    }
    await endFile(database, file.id, 'DONE', null);
    return 'done';
  } finally {
    await sets.close();
  }
}

/** What became of rows in one transaction: the file where it is now, or why nothing was done. */
type Taken = ImportFile | 'stopped' | 'elsewhere';

/**
 * As many sets as one transaction takes, the first of them read already: their rows, their rejected rows, the counts and the place. If
 * anything in them cannot be taken, they are taken one by one.
 */
async function takeSome(
  database: Database,
  subjects: Subjects,
  source: Source,
  file: ImportFile,
  position: number,
  first: readonly FileRow[],
  ahead: SetsAhead,
  work: Work,
): Promise<Taken> {
  const sets = [first];
  const began = performance.now();
  const another = async (): Promise<readonly FileRow[] | undefined> => {
    if (performance.now() - began > transactionMs || work.stopped()) return undefined;
    const rows = await ahead.next();
    if (rows) sets.push(rows);
    return rows;
  };
  try {
    return await inTransaction(database, file, position, async (tx, of) => {
      let place = 0;
      // A transaction that lost a race begins again with what was read already.
      const next = async () => sets[place++] ?? (await another());
      return takeSets(tx, subjects, source, next, { ...of, meanwhile: ahead.readOn });
    });
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
  }
  let now: Taken = { ...file, position };
  for (const rows of sets) {
    now = await takeSet(database, subjects, source, file, now.position, rows);
    if (typeof now === 'string') return now;
  }
  return now;
}

/** One set in one transaction; rows in it that are to blame are found and rejected. */
async function takeSet(
  database: Database,
  subjects: Subjects,
  source: Source,
  file: ImportFile,
  position: number,
  rows: readonly FileRow[],
): Promise<Taken> {
  const attempt = (take: typeof takeRows) =>
    inTransaction(database, file, position, (tx, of) => take(tx, subjects, source, rows, of));
  try {
    return await attempt(takeRows);
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
    return attempt(takeRowsOneByOne);
  }
}

/** Takes rows from where the file is, if it is still there, and notes in the same transaction what became of them and the place. */
const inTransaction = (
  database: Database,
  file: ImportFile,
  position: number,
  take: (tx: Tx, of: RowsOf) => Promise<RowResult[]>,
): Promise<Taken> =>
  database.transaction(async (tx) => {
    const [now, [run]] = await Promise.all([lockFile(tx, file.id), importsById(tx, [file.importId])]);
    if (run?.status !== 'RUNNING') return 'stopped';
    if (!now || now.position !== position) return 'elsewhere';
    const results = await take(tx, { importId: file.importId, fileId: file.id });
    const counts = countRows(
      now.counts,
      results.map(({ outcome }) => outcome),
    );
    const next = { ...now, counts, position: position + results.length };
    await advanceFile(tx, next);
    return next;
  });

const endFile = (
  database: Database,
  id: string,
  status: ImportStatus,
  problem: string | null,
): Promise<void> =>
  database.transaction(async (tx) => {
    const file = await lockFile(tx, id);
    if (file)
      await updateFile(tx, {
        ...file,
        status,
        problem,
        rowTotal: status === 'DONE' ? file.position : file.rowTotal,
      });
  });

/** An import is done when its files are; one that failed does not undo the others, but it shows. */
async function finish(tx: Tx, importId: string): Promise<void> {
  const [files] = await filesByImport(tx, [importId]);
  const failed = (files ?? []).filter(({ status }) => status === 'FAILED');
  const all = failed.length > 0 && failed.length === files?.length;
  await setStatus(tx, importId, all ? 'FAILED' : 'DONE', failed[0]?.problem ?? null);
  askToMeasure(tx);
}
