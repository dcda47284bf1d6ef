import { accept, type Result, refuse } from '#kernel/result';
import type { AudienceFile, Format } from '#modules/house';
import { ensureSource, sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { rememberReading } from './data/column-mappings.ts';
import { filesById, filesByImport, lockImport, setStatus, updateFile } from './data/imports.ts';
import { forgetRows } from './data/tried-rows.ts';
import { type FileReading, type ImportFile, mayDo, noCounts } from './domain/import.ts';
import type { Encoding, Separator } from './domain/reading/file.ts';
import {
  complaintAboutMapping,
  complaintAboutReading,
  type ReadingWish,
} from './domain/reading/reading-wish.ts';
import { unsaidBy } from './domain/reading/unsaid.ts';
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

  const recut = change.encoding || change.separator;
  const choices = {
    encoding: (change.encoding ?? file.reading.encoding) as Encoding,
    ...((change.separator ?? file.reading.separator)
      ? { separator: (change.separator ?? file.reading.separator) as Separator }
      : {}),
  };
  const looked = recut
    ? await lookAtFile(
        tx,
        subjects,
        { path: file.storedPath, name: file.name, fileTime: file.reading.fileTime },
        choices,
      )
    : null;
  if (looked?.problem) return refuse({ code: 'CANNOT_READ', message: looked.problem });

  const chosen: FileReading = {
    ...(looked?.reading ?? file.reading),
    ...(change.dateOrder ? { dateOrder: change.dateOrder as FileReading['dateOrder'] } : {}),
    ...(change.decimal ? { decimal: change.decimal as FileReading['decimal'] } : {}),
    ...(change.timeZone ? { timeZone: change.timeZone } : {}),
    ...(change.mapping ? { mapping: change.mapping as NonNullable<FileReading['mapping']> } : {}),
  };
  // An empty text takes back what was said: it is not known.
  for (const field of ['phoneCountry', 'currency'] as const) {
    if (change[field]) chosen[field] = change[field];
    else if (change[field] === '') delete chosen[field];
  }
  const format = change.format ?? looked?.format ?? file.format;
  const known = subjects.formats.find(({ name }) => name === format);
  const columns = looked?.columns ?? file.columns;
  const misled = complaintAboutMapping(change.mapping, known, { name: file.name, columns });
  if (misled) return refuse(misled);
  const audience = audienceFileSaid(
    known,
    { ...file, columns },
    change.audienceFile ?? file.reading.audienceFile,
  );
  if (change.audienceFile && !audience)
    return refuse({
      code: 'BAD_AUDIENCE_FILE',
      message: `${file.name} is not one of several audience files, or its columns say which one it is.`,
      field: 'audienceFile',
    });
  if (audience) chosen.audienceFile = audience;
  else delete chosen.audienceFile;
  const [before] = file.sourceId ? await sourcesById(tx, [file.sourceId]) : [];
  const sourceKey = change.source ?? before?.key ?? known?.system;
  const source = sourceKey && known ? await ensureSource(tx, sourceKey, known.system) : null;
  // From another source than before: what that one leaves unsaid is known.
  const reading = source && source.id !== file.sourceId ? unsaidBy(source, chosen) : chosen;
  await updateFile(tx, {
    ...file,
    reading,
    format: known?.name ?? null,
    sourceId: source?.id ?? null,
    columns,
    guesses: looked?.guesses ?? file.guesses,
    counts: noCounts,
    status: 'READY',
  });
  // What it would do is as it was read before: the whole import is to be tried again.
  for (const one of (await filesByImport(tx, [file.importId]))[0] ?? []) await forgetRows(tx, one.id);
  await setStatus(tx, file.importId, 'READY');
  await putInOrder(tx, subjects, file.importId);
  if (known && remembers) {
    const { dateOrder, decimal, timeZone, phoneCountry, currency, mapping } = reading;
    await rememberReading(tx, headerHash(columns.map(({ name }) => name)), file.name, {
      format: known.name,
      sourceKey: source?.key ?? null,
      reading: {
        dateOrder,
        decimal,
        timeZone,
        ...(phoneCountry ? { phoneCountry } : {}),
        ...(currency ? { currency } : {}),
        ...(mapping ? { mapping } : {}),
      },
    });
  }
  return accept(file.importId);
}

/** Which audience file somebody said it is: not where that has no meaning, nor against what its columns say. It is no habit of files with such a header, and never remembered. */
function audienceFileSaid(
  format: Format | undefined,
  { name, columns }: Pick<ImportFile, 'name' | 'columns'>,
  said: string | null | undefined,
): AudienceFile | null {
  if (!said || !format?.audienceFile) return null;
  const header = { fileName: name, columns: columns.map((column) => column.name) };
  const known = format.audienceFile(header, said as AudienceFile);
  return known?.by === 'person' ? known.file : null;
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
