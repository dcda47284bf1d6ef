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
import type { FileRow } from './domain/begin-row.ts';
import type { Cause } from './domain/cause.ts';
import { countRows, type ImportCounts, type ImportFile, noCounts, type PreviewRow } from './domain/import.ts';
import type { Subjects } from './domain/subjects.ts';
import { FileTrouble } from './read-file.ts';
import { rowSets } from './read-rows.ts';
import { keepRejected, type RowResult, takeRows, takeRowsOneByOne } from './take-rows.ts';
import { rowsInSet, type Work, type WorkEnd } from './work-on-import.ts';

/** Rows that are shown one by one. */
const previewRows = 200;
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
  preview: PreviewRow[];
  /** Rejected rows of the window, to be kept when the window is rolled back. */
  rejected: RowResult[];
}

/** Carries nothing out: it only ends a transaction without a trace. */
class TakenBack extends Error {
  override name = 'TakenBack';
}

/**
 * The dry run: every row goes through the real steps in transactions that are rolled back, and what it would have done is
 * counted. Holds one set of rows at a time.
 */
export async function checkImport(
  database: Database,
  subjects: Subjects,
  importId: string,
  work: Work,
  windowMs = usualWindowMs,
): Promise<WorkEnd> {
  const [files] = await filesByImport(database, [importId]);
  const steps = stepsThrough(database, subjects, files ?? []);
  const found = new Map<string, Found>();
  let step = await steps.next();
  while (!step.done) {
    if (work.stopped()) return 'stopped';
    const [run] = await importsById(database, [importId]);
    if (run?.status !== 'CHECKING') return 'stopped';
    const until = Date.now() + windowMs;
    let rows = 0;
    await database
      .transaction(async (tx) => {
        while (!step.done && rows < rowsInWindow && Date.now() < until) {
          rows += step.value.rows.length;
          await trySet(tx, subjects, step.value, found);
          const now = found.get(step.value.file.id);
          if (now) work.onProgress?.({ ...now.file, counts: now.counts, position: now.counts.rows });
          step = await steps.next();
        }
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

async function trySet(tx: Tx, subjects: Subjects, step: Step, found: Map<string, Found>): Promise<void> {
  const { file, source, rows } = step;
  // What follows says nothing of a row, and is taken back with the rest.
  const of = { importId: file.importId, fileId: file.id, oweWhatFollows: true };
  const results = await tx
    .attempt(() => takeRows(tx, subjects, source, rows, of))
    .catch(() => takeRowsOneByOne(tx, subjects, source, rows, of));
  const before = found.get(file.id) ?? { file, counts: noCounts, preview: [], rejected: [] };
  const counts = countRows(
    before.counts,
    results.map(({ outcome }) => outcome),
  );
  const shown = results.slice(0, Math.max(0, previewRows - before.preview.length));
  found.set(file.id, {
    file,
    counts,
    preview: [...before.preview, ...(await shownRows(tx, shown))],
    rejected: [...before.rejected, ...results.filter(({ refusal }) => refusal)],
  });
}

/** Rows as a person sees them: names as they would be, since the transaction that made them is about to be gone. */
async function shownRows(tx: Tx, results: readonly RowResult[]): Promise<PreviewRow[]> {
  const ids = results.flatMap(({ customerId }) => (customerId ? [customerId] : []));
  const names = ids.length > 0 ? await namesOfCustomers(tx, ids) : new Map<string, string>();
  return results.map((result) => {
    const { row, outcome, customerId } = result;
    const causes = causesOf(result);
    return {
      line: row.line,
      outcome,
      customerId: customerId && outcome !== 'created' && outcome !== 'unsure' ? customerId : null,
      customerName: (customerId && names.get(customerId)) || null,
      reasons: causes.map(({ message }) => message),
      causes,
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
    const { file, counts, rejected } = one;
    await advanceFile(tx, { id: file.id, counts, position: 0 });
    if (file.sourceId) await keepRejected(tx, file.sourceId, file.id, rejected);
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
    const { counts, preview } = found.get(file.id) ?? { counts: noCounts, preview: [] };
    const status = file.status === 'FAILED' ? 'FAILED' : 'CHECKED';
    await updateFile(tx, { ...file, counts, preview, rowTotal: counts.rows, position: 0, status });
  }
  await setStatus(tx, importId, 'CHECKED');
}
