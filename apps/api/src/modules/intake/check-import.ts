import { newId } from '#kernel/id';
import { likelyOthers } from '#modules/identity';
import { type Source, sourcesById } from '#modules/sources';
import type { Database, Tx } from '#platform/database';
import { namesOfCustomers } from './data/customer-names.ts';
import {
  advanceFile,
  filesByImport,
  importsById,
  lockImport,
  setStatus,
  updateFile,
} from './data/imports.ts';
import { forgetRows, insertTried } from './data/tried-rows.ts';
import type { FileRow } from './domain/begin-row.ts';
import type { Cause } from './domain/cause.ts';
import { countRows, type ImportCounts, type ImportFile, noCounts } from './domain/import.ts';
import { storable } from './domain/storable-text.ts';
import type { Subjects } from './domain/subjects.ts';
import { packTried, type TriedRow, type TriedSet } from './domain/tried-rows.ts';
import { FileTrouble } from './read-file.ts';
import { rowSets } from './read-rows.ts';
import { keepRejected, type RowResult, takeRows, takeRowsOneByOne } from './take-rows.ts';
import { rowsInSet, type Work, type WorkEnd } from './work-on-import.ts';

/**
 * Rows that one rolled-back transaction tries: within it, later rows see what earlier ones would have done. It ends before it
 * holds up whoever writes at the same time; a larger import is counted window by window.
 */
const rowsInWindow = 20_000;
const usualWindowMs = 8_000;

/** What a file would come to. */
interface Found {
  file: ImportFile;
  counts: ImportCounts;
  /** What is told of the rows of the window, to be kept when the window is rolled back. */
  tried: TriedSet[];
  /** Those of them that are rejected, as they came. */
  rejected: RowResult[];
}

/** Carries nothing out: it only ends a transaction without a trace. */
class TakenBack extends Error {
  override name = 'TakenBack';
}

/**
 * The dry run: every row goes through the real steps in transactions that are rolled back, and what it would have done is
 * counted and kept. Holds the rows of one window at a time.
 */
export async function checkImport(
  database: Database,
  subjects: Subjects,
  importId: string,
  work: Work,
  windowMs = usualWindowMs,
): Promise<WorkEnd> {
  const [files] = await filesByImport(database, [importId]);
  // One that was broken off in the middle begins anew.
  await database.transaction(async (tx) => {
    for (const { id } of files ?? []) await forgetRows(tx, id);
  });
  const steps = stepsThrough(database, subjects, files ?? []);
  const found = new Map<string, Found>();
  let step = await steps.next();
  while (!step.done) {
    if (work.stopped()) return 'stopped';
    const [run] = await importsById(database, [importId]);
    if (run?.status !== 'CHECKING') return 'stopped';
    const until = Date.now() + windowMs;
    const begun = newId();
    let rows = 0;
    await database
      .transaction(async (tx) => {
        do {
          rows += step.value.rows.length;
          await trySet(tx, subjects, step.value, found, begun);
          const now = found.get(step.value.file.id);
          if (now) work.onProgress?.({ ...now.file, counts: now.counts, position: now.counts.rows });
          step = await steps.next();
        } while (!step.done && rows < rowsInWindow && Date.now() < until);
        throw new TakenBack();
      })
      .catch((error) => {
        if (!(error instanceof TakenBack)) throw error;
      });
    await database.transaction((tx) => keepWindow(tx, importId, found));
  }
  await database.transaction((tx) => keepFindings(tx, importId, files ?? [], found));
  return 'done';
}

interface Step {
  file: ImportFile;
  source: Source;
  rows: FileRow[];
}

/** The sets of all files in their order; a file that cannot be read says so and is passed over. */
async function* stepsThrough(
  database: Database,
  subjects: Subjects,
  files: readonly ImportFile[],
): AsyncGenerator<Step> {
  for (const file of files) {
    const format = subjects.formats.find(({ name }) => name === file.format);
    const [source] = file.sourceId ? await sourcesById(database, [file.sourceId]) : [];
    if (!format || !source) continue;
    try {
      for await (const rows of rowSets(file, format, source, subjects, 0, rowsInSet))
        yield { file, source, rows };
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      file.status = 'FAILED';
      file.problem = error.message;
    }
  }
}

async function trySet(
  tx: Tx,
  subjects: Subjects,
  step: Step,
  found: Map<string, Found>,
  begun: string,
): Promise<void> {
  const { file, source, rows } = step;
  // What follows says nothing of a row, and is taken back with the rest.
  const of = { importId: file.importId, fileId: file.id, oweWhatFollows: true };
  const results = await tx
    .attempt(() => takeRows(tx, subjects, source, rows, of))
    .catch(() => takeRowsOneByOne(tx, subjects, source, rows, of));
  const before = found.get(file.id) ?? { file, counts: noCounts, tried: [], rejected: [] };
  const counts = countRows(
    before.counts,
    results.map(({ outcome }) => outcome),
  );
  const told = await toldOf(tx, results, before.counts.rows, begun);
  found.set(file.id, {
    file,
    counts,
    tried: [...before.tried, ...packTried(file.id, told)],
    rejected: [...before.rejected, ...results.filter(({ refusal }) => refusal)],
  });
}

/**
 * Rows as a person sees them: names as they would be, since the transaction that made them is about to be gone. Ids made since it
 * has begun are of customers who are gone with it.
 */
async function toldOf(
  tx: Tx,
  results: readonly RowResult[],
  rowsBefore: number,
  begun: string,
): Promise<TriedRow[]> {
  const idsOf = (some: readonly RowResult[]) =>
    some.flatMap(({ customerId }) => (customerId ? [customerId] : []));
  const unsure = idsOf(results.filter(({ outcome }) => outcome === 'unsure'));
  const others = unsure.length > 0 ? await likelyOthers(tx, unsure) : new Map<string, string>();
  const ids = [...idsOf(results), ...others.values()];
  const names = ids.length > 0 ? await namesOfCustomers(tx, ids) : new Map<string, string>();
  const thereAlready = (id: string | undefined) => (id !== undefined && id < begun ? id : null);
  return results.map((result, index) => {
    const { row, outcome, customerId } = result;
    const otherId = outcome === 'unsure' && customerId ? others.get(customerId) : undefined;
    return {
      position: rowsBefore + index + 1,
      line: row.line,
      outcome,
      customerId: thereAlready(customerId),
      customerName: (customerId && names.get(customerId)) || null,
      otherId: thereAlready(otherId),
      otherName: (otherId && names.get(otherId)) || null,
      causes: storable(causesOf(result)) as Cause[],
    };
  });
}

function causesOf({ row: { read }, refusal, reasons }: RowResult): Cause[] {
  if (refusal) {
    const { code, message, column } = refusal;
    return [{ code, message, values: column === undefined ? {} : { column } }];
  }
  if ('skipped' in read) return [{ code: read.code, message: read.skipped, values: read.values }];
  return reasons ?? [];
}

/** What stays of a window: how many rows were tried so far, and those that will not be taken. */
async function keepWindow(tx: Tx, importId: string, found: ReadonlyMap<string, Found>): Promise<void> {
  const run = await lockImport(tx, importId);
  if (run?.status !== 'CHECKING') return;
  for (const one of found.values()) {
    const { file, counts, tried, rejected } = one;
    await advanceFile(tx, { id: file.id, counts, position: 0 });
    if (file.sourceId) await keepRejected(tx, file.sourceId, file.id, rejected);
    await insertTried(tx, tried);
    one.tried = [];
    one.rejected = [];
  }
}

async function keepFindings(
  tx: Tx,
  importId: string,
  files: readonly ImportFile[],
  found: ReadonlyMap<string, Found>,
): Promise<void> {
  const run = await lockImport(tx, importId);
  if (run?.status !== 'CHECKING') return;
  for (const file of files) {
    const { counts } = found.get(file.id) ?? { counts: noCounts };
    const status = file.status === 'FAILED' ? 'FAILED' : 'CHECKED';
    await updateFile(tx, { ...file, counts, rowTotal: counts.rows, position: 0, status });
  }
  await setStatus(tx, importId, 'CHECKED');
}
