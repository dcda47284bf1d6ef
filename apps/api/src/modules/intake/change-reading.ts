import { accept, type Result, refuse } from '#kernel/result';
import type { Format } from '#modules/house';
import { ensureSource, type Source, sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { rememberReading } from './data/column-mappings.ts';
import { filesById, filesByImport, lockImport, setStatus, updateFile } from './data/imports.ts';
import { forgetRows } from './data/tried-rows.ts';
import { type FileReading, type ImportFile, mayDo, noCounts } from './domain/import.ts';
import {
  complaintAboutMapping,
  complaintAboutReading,
  type ReadingWish,
} from './domain/reading/reading-wish.ts';
import { unsaidBy } from './domain/reading/unsaid.ts';
import { audienceFileSaid, habitOf, wishedChoices, wishedReading } from './domain/reading/wished-reading.ts';
import type { Subjects } from './domain/subjects.ts';
import { headerHash, lookAtFile } from './look-at-file.ts';
import type { ImportRefusal } from './prepare-import.ts';

/** What a person decides about a file. What is not named stays as it was. */
export interface ReadingChange extends ReadingWish {
  fileId: string;
}

/** Changes how a file is read, and remembers it for the next file with this header, unless it is not to. Answers with the import. */
export async function changeReading(
  tx: Tx,
  subjects: Subjects,
  change: ReadingChange,
  { remembers = true }: { remembers?: boolean } = {},
): Promise<Result<string, ImportRefusal>> {
  const [file] = await filesById(tx, [change.fileId]);
  if (!file?.reading)
    return refuse({
      code: 'FILE_MISSING',
      message: 'There is no such file that can be read.',
      field: 'fileId',
    });
  const run = await lockImport(tx, file.importId);
  if (!run || !mayDo('changeReading', run.status))
    return refuse({
      code: 'NOT_NOW',
      message: 'This import has begun: how it is read cannot change any more.',
    });
  const wrong = complaintAboutReading(change, subjects.formats);
  if (wrong) return refuse(wrong);

  const looked =
    change.encoding || change.separator ? await cutAnew(tx, subjects, file, file.reading, change) : null;
  if (looked?.problem) return refuse({ code: 'CANNOT_READ', message: looked.problem });
  const columns = looked?.columns ?? file.columns;
  const name = change.format ?? looked?.format ?? file.format;
  const format = subjects.formats.find((one) => one.name === name);
  const misled = complaintAboutMapping(change.mapping, format, { name: file.name, columns });
  if (misled) return refuse(misled);
  const { audienceFile: _, ...chosen } = wishedReading(looked?.reading ?? file.reading, change);
  const audienceFile = audienceFileSaid(
    format,
    { ...file, columns },
    change.audienceFile ?? file.reading.audienceFile,
  );
  if (change.audienceFile && !audienceFile)
    return refuse({
      code: 'BAD_AUDIENCE_FILE',
      message: `${file.name} is not one of several audience files, or its columns say which one it is.`,
      field: 'audienceFile',
    });
  const source = await sourceOf(tx, file, format, change.source);
  const wished: FileReading = audienceFile ? { ...chosen, audienceFile } : chosen;
  // From another source than before: what that one leaves unsaid is known.
  const reading = source && source.id !== file.sourceId ? unsaidBy(source, wished) : wished;
  await updateFile(tx, {
    ...file,
    reading,
    format: format?.name ?? null,
    sourceId: source?.id ?? null,
    columns,
    guesses: looked?.guesses ?? file.guesses,
    counts: noCounts,
    status: 'READY',
  });
  await forgetTrial(tx, file.importId);
  await putInOrder(tx, subjects, file.importId);
  if (format && remembers)
    await rememberReading(tx, headerHash(columns.map((column) => column.name)), file.name, {
      format: format.name,
      sourceKey: source?.key ?? null,
      reading: habitOf(reading),
    });
  return accept(file.importId);
}

/** Looks at the file again with its text cut as is wished now. */
const cutAnew = (tx: Tx, subjects: Subjects, file: ImportFile, before: FileReading, wish: ReadingWish) =>
  lookAtFile(
    tx,
    subjects,
    { path: file.storedPath, name: file.name, fileTime: before.fileTime },
    wishedChoices(before, wish),
  );

/** The source whose the rows are: the one that is named, else the one that it was, else the one of such files. None where nobody knows what the file is. */
async function sourceOf(
  tx: Tx,
  { sourceId }: ImportFile,
  format: Format | undefined,
  named: string | null | undefined,
): Promise<Source | null> {
  if (!format) return null;
  const [before] = sourceId ? await sourcesById(tx, [sourceId]) : [];
  return ensureSource(tx, named || before?.key || format.system, format.system);
}

/** What the rows would do is as they were read before: the whole import is to be tried again. */
async function forgetTrial(tx: Tx, importId: string): Promise<void> {
  const [files] = await filesByImport(tx, [importId]);
  for (const { id } of files ?? []) await forgetRows(tx, id);
  await setStatus(tx, importId, 'READY');
}

async function putInOrder(tx: Tx, subjects: Subjects, importId: string): Promise<void> {
  const orders = new Map(subjects.formats.map(({ name, order }) => [name, order]));
  const [files] = await filesByImport(tx, [importId]);
  const ordered = [...(files ?? [])].sort(
    (a, b) =>
      (orders.get(a.format ?? '') ?? 99) - (orders.get(b.format ?? '') ?? 99) || a.name.localeCompare(b.name),
  );
  for (const [place, file] of ordered.entries())
    if (file.place !== place) await updateFile(tx, { ...file, place });
}
