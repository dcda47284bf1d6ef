import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Manifest } from '#modules/house';
import { type Database, isPassingTrouble } from '#platform/database';
import { addFiles, lookAtFiles, type SeenFile } from './add-files.ts';
import { changeReading } from './change-reading.ts';
import { checkImport } from './check-import.ts';
import { filesByImport, importsById, setStatus } from './data/imports.ts';
import { audienceOf, type FileAudience } from './domain/audience-of.ts';
import { type ImportCounts, type ImportFile, type ImportStatus, sumCounts } from './domain/import.ts';
import type { FileChoices } from './domain/reading/file.ts';
import { complaintAboutReading, type ReadingWish } from './domain/reading/reading-wish.ts';
import { type Subjects, subjectsOf } from './domain/subjects.ts';
import { leaveOutUnknown } from './leave-out-unknown.ts';
import { askToCheck, askToRun } from './move-import.ts';
import { prepareImport } from './prepare-import.ts';
import { FileTrouble } from './read-file.ts';
import { workOnImport } from './work-on-import.ts';

const pauseMs = 500;
/** How long a PostgreSQL that is away is waited for, since the last rows that went in. */
const patienceMs = 120_000;

/** What an operator wants imported. */
export interface ImportOrder {
  /** Files of other systems: CSV, JSON, one object a line, or a ZIP of those. */
  paths: readonly string[];
  /** Key of the source they came from; without it, the name of the system. */
  source?: string;
  /** Name of the format, when it is not to be recognised from the header. */
  kind?: string;
  /** What the files do not say of themselves: the zone of their times, where their phones are dialled, of which currency their amounts are. */
  unsaid?: { timeZone?: string; phoneCountry?: string; currency?: string };
  /** How the files are written, where it is not to be found out; where their columns go; which file of an audience export it is. */
  wish?: Pick<ReadingWish, 'encoding' | 'separator' | 'dateOrder' | 'decimal' | 'mapping' | 'audienceFile'>;
  /** Only says what would happen. */
  dryRun?: boolean;
  /** How long of a dry run later rows see what earlier ones would do, and others are held up; without it, eight seconds. */
  windowMs?: number;
  /** Where archives are unpacked; without it, beside them. */
  folder?: string;
  onProgress?: (progress: { file: string; counts: ImportCounts; position: number }) => void;
  /** Asked before each set of rows: true stops; the import then goes on at the next start. */
  stopped?: () => boolean;
}

/** What became of an order. */
export interface ImportReport {
  importId: string;
  status: ImportStatus;
  totals: ImportCounts;
  files: (Pick<ImportFile, 'id' | 'name' | 'format' | 'counts' | 'status' | 'problem'> & {
    /** Where the file that a row is in is its consent: which file it is, and how that is known. */
    audience: FileAudience | null;
  })[];
}

/** Imports files from this machine and waits for the end: the way of the command line and of the demo company. */
export async function importFiles(
  database: Database,
  modules: readonly Manifest[],
  order: ImportOrder,
): Promise<ImportReport> {
  const subjects = subjectsOf(modules);
  if (order.kind && !subjects.formats.some(({ name }) => name === order.kind))
    throw new FileTrouble(
      `There is no format ${order.kind}; there are ${subjects.formats.map(({ name }) => name).join(', ')}.`,
    );
  const { encoding, separator, audienceFile, ...wish } = order.wish ?? {};
  const { source } = order;
  const wrong = complaintAboutReading(
    { ...order.unsaid, ...order.wish, ...(source ? { source } : {}) },
    subjects.formats,
  );
  if (wrong) throw new FileTrouble(wrong.message, wrong.field);
  const paths = order.paths.map((path) => resolve(path));
  const given = await Promise.all(
    paths.map(async (path) => {
      const { mtime } = await stat(path).catch(() => {
        throw new FileTrouble(`There is no file ${path}.`);
      });
      return { path, name: basename(path), fileTime: mtime.toISOString() };
    }),
  );
  const choices = { ...(encoding ? { encoding } : {}), ...(separator ? { separator } : {}) } as FileChoices;
  const folder = order.folder ?? dirname(paths[0] ?? '.');
  const looked = await lookAtFiles(database, subjects, given, folder, choices);
  const seen = looked.map((file) =>
    file.reading ? { ...file, reading: { ...file.reading, ...order.unsaid } } : file,
  );
  const importId = await database.transaction(async (tx) => {
    const fileIds = await addFiles(tx, seen, null);
    const prepared = await prepareImport(tx, subjects, fileIds, null, order.source);
    if (!prepared.ok) throw new FileTrouble(prepared.refusal.message);
    // Columns are mapped by hand where a format lets them.
    const format =
      order.kind ?? (wish.mapping ? subjects.formats.find((one) => one.mappedFields)?.name : undefined);
    const isAudience = (file: SeenFile) =>
      subjects.formats.some((one) => one.name === (format ?? file.format) && one.audienceFile);
    if (audienceFile) onlyAudience(seen.filter(isAudience));
    if (format || audienceFile || Object.keys(wish).length > 0)
      for (const file of seen.filter(({ reading }) => reading)) {
        const change = {
          fileId: file.id,
          ...wish,
          ...(format ? { format } : {}),
          ...(source ? { source } : {}),
          ...(audienceFile && isAudience(file) ? { audienceFile } : {}),
        };
        const changed = await changeReading(tx, subjects, change, { remembers: false });
        if (!changed.ok) throw new FileTrouble(changed.refusal.message, changed.refusal.field);
      }
    await leaveOutUnknown(tx, prepared.value);
    const asked = await (order.dryRun ? askToCheck : askToRun)(tx, prepared.value);
    if (!asked.ok) throw new FileTrouble(asked.refusal.message);
    return prepared.value;
  });
  let until = Date.now() + patienceMs;
  const work = {
    stopped: order.stopped ?? (() => false),
    onProgress({ name, counts, position }: ImportFile) {
      until = Date.now() + patienceMs;
      order.onProgress?.({ file: name, counts, position });
    },
  };
  for (;;) {
    try {
      if (order.dryRun) await checkImport(database, subjects, importId, work, order.windowMs);
      else await workOnImport(database, subjects, importId, work);
      return await reportOf(database, subjects, importId);
    } catch (error) {
      // PostgreSQL is away for a moment: the import stands where it was committed, and goes on from there.
      if (isPassingTrouble(error) && Date.now() < until && !work.stopped()) {
        await pause(pauseMs);
        continue;
      }
      await database
        .transaction((tx) => setStatus(tx, importId, 'FAILED', (error as Error).message.slice(0, 500)))
        .catch(() => undefined);
      throw error;
    }
  }
}

/** Which audience file it is can be said of one: of several it would grant what only one of them does. */
function onlyAudience(files: readonly SeenFile[]): void {
  if (files.length === 1) return;
  const message =
    files.length === 0
      ? 'None of these files is one of several audience files.'
      : `Several of these are audience files (${files.map(({ name }) => name).join(', ')}): bring the one it is said of by itself.`;
  throw new FileTrouble(message, 'audienceFile');
}

/** What an import came to. */
export async function reportOf(
  database: Database,
  { formats }: Pick<Subjects, 'formats'>,
  importId: string,
): Promise<ImportReport> {
  const [[run], [files]] = await Promise.all([
    importsById(database, [importId]),
    filesByImport(database, [importId]),
  ]);
  return {
    importId,
    status: run?.status ?? 'FAILED',
    totals: sumCounts((files ?? []).map(({ counts }) => counts)),
    files: (files ?? []).map((file) => {
      const { id, name, format, counts, status, problem } = file;
      return { id, name, format, counts, status, problem, audience: audienceOf(file, formats) };
    }),
  };
}
