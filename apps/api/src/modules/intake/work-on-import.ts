import { askToMeasure } from '#modules/experience';
import { type Source, sourcesById } from '#modules/sources';
import { type Database, isPassingTrouble, type Tx } from '#platform/database';
import { type AskingAhead, askAhead } from './ask-ahead.ts';
import type { Known } from './ask-known.ts';
import { type ComingSets, comingSets } from './coming-sets.ts';
import { advanceFile, filesByImport, importsById, lockFile, setStatus, updateFile } from './data/imports.ts';
import type { FileRow } from './domain/begin-row.ts';
import { countRows, type ImportFile, type ImportStatus } from './domain/import.ts';
import type { Subjects } from './domain/subjects.ts';
import { FileTrouble } from './read-file.ts';
import { rowSets } from './read-rows.ts';
import { type SettlingBeside, settleBeside } from './settle-beside.ts';
import { type RowResult, takeRows, takeRowsOneByOne } from './take-rows.ts';

/**
 * Rows in one transaction: enough to make statements cheap; few enough that webhooks, which wait while a set decides about
 * people, wait a moment only.
 */
export const rowsInSet = 1_000;

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
 * its rows did, so an import that was killed goes on from there and no row acts twice or is left out. What follows from the rows is
 * settled beside it, and all of it is before the import is done.
 */
export async function workOnImport(
  database: Database,
  subjects: Subjects,
  importId: string,
  work: Work,
): Promise<WorkEnd> {
  const beside = settleBeside(database, subjects, work.stopped);
  try {
    const end = await workOnFiles(database, subjects, importId, work, beside);
    await beside.settled();
    if (end === 'done') await database.transaction((tx) => finish(tx, importId));
    return end;
  } finally {
    // What is under way must not outlive who began it; what went wrong has been told, or is about to be.
    await beside.calm().catch(() => undefined);
  }
}

async function workOnFiles(
  database: Database,
  subjects: Subjects,
  importId: string,
  work: Work,
  beside: SettlingBeside,
): Promise<WorkEnd> {
  const [files] = await filesByImport(database, [importId]);
  const left = (files ?? []).filter(({ status }) => status !== 'DONE' && status !== 'FAILED');
  const found = await sourcesById(
    database,
    left.flatMap(({ sourceId }) => sourceId ?? []),
  );
  const sources = new Map(found.map((source) => [source?.id, source]));
  const opened = new Map<number, OpenedFile>();
  const open = (place: number): OpenedFile | undefined => {
    const file = left[place];
    const source = sources.get(file?.sourceId ?? undefined);
    const format = subjects.formats.find(({ name }) => name === file?.format);
    if (!file || !format || !source) return undefined;
    const rows = rowSets(file, format, source, subjects, file.position, rowsInSet);
    // The next file begins to be read while the last rows of this one are recorded.
    const sets = comingSets(rows, rowsInSet, () => void open(place + 1)?.sets.readOn());
    opened.set(place, { source, sets });
    return { source, sets };
  };
  try {
    for (const [place, file] of left.entries()) {
      try {
        const end = await workOnFile(
          database,
          subjects,
          file,
          opened.get(place) ?? open(place),
          work,
          beside,
        );
        if (end !== 'done') return end;
      } catch (error) {
        if (!(error instanceof FileTrouble)) throw error;
        await endFile(database, file.id, 'FAILED', error.message);
      }
    }
    return 'done';
  } finally {
    for (const { sets } of opened.values()) await sets.end();
  }
}

/** A file whose rows are read. */
interface OpenedFile {
  source: Source;
  sets: ComingSets;
}

async function workOnFile(
  database: Database,
  subjects: Subjects,
  file: ImportFile,
  opened: OpenedFile | undefined,
  work: Work,
  beside: SettlingBeside,
): Promise<WorkEnd> {
  if (!opened) throw new FileTrouble(`Nobody knows what kind of export ${file.name} is.`);
  const { source, sets } = opened;
  const ahead = askAhead(database, source, sets);
  let position = file.position;
  try {
    for (let rows = await sets.next(); rows; rows = await sets.next()) {
      if (work.stopped()) return 'stopped';
      if (await looksBack(database, subjects)) await beside.settled();
      const set: SetToTake = { source, file, position, rows, known: await ahead.known(), ahead };
      const now = await takeSet(database, subjects, set);
      if (typeof now === 'string') return now;
      position = now.position;
      work.onProgress?.(now);
      await beside.recorded();
    }
  } finally {
    await ahead.known();
  }
  await endFile(database, file.id, 'DONE', null);
  return 'done';
}

/** Whether a subject, when it records, looks at what follows from earlier sets. */
async function looksBack(database: Database, subjects: Subjects): Promise<boolean> {
  for (const { looksBack } of subjects.modules) if (await looksBack?.(database)) return true;
  return false;
}

/** A set of rows and where it stands. */
interface SetToTake {
  source: Source;
  file: ImportFile;
  position: number;
  rows: readonly FileRow[];
  /** What was asked of it while the one before was recorded. */
  known: Known | undefined;
  ahead: AskingAhead;
}

/** One set in one transaction: its rows, its rejected rows, the counts and the place. */
async function takeSet(
  database: Database,
  subjects: Subjects,
  { source, file, position, rows, known, ahead }: SetToTake,
): Promise<ImportFile | 'stopped' | 'elsewhere'> {
  let asked = known;
  const attempt = (take: typeof takeRows) =>
    database.transaction(async (tx) => {
      // Whoever tries again does so because of what others have told meanwhile.
      const known = asked;
      asked = undefined;
      const [now, [run]] = await Promise.all([lockFile(tx, file.id), importsById(tx, [file.importId])]);
      if (run?.status !== 'RUNNING') return 'stopped';
      if (!now || now.position !== position) return 'elsewhere';
      const results: RowResult[] = await take(tx, subjects, source, rows, {
        importId: file.importId,
        fileId: file.id,
        // The next set is made ready while PostgreSQL works on this one, when that has heard all that it is to do.
        meanwhile: () => void setImmediate(ahead.begin),
        oweWhatFollows: true,
        known,
        onTaken: ahead.taken,
      });
      const counts = countRows(
        now.counts,
        results.map(({ outcome }) => outcome),
      );
      const next = { ...now, counts, position: position + rows.length };
      await advanceFile(tx, next);
      return next;
    });
  try {
    return await attempt(takeRows);
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
    const one = await attempt(takeRowsOneByOne);
    ahead.forget();
    return one;
  }
}

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
