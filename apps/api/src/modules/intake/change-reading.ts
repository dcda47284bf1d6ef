import { accept, type Result, refuse } from '#kernel/result';
import { ensureSource, isSourceKey, sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { rememberReading } from './data/column-mappings.ts';
import { filesById, filesByImport, lockImport, setStatus, updateFile } from './data/imports.ts';
import { forgetRows } from './data/tried-rows.ts';
import { type FileReading, mayDo, noCounts } from './domain/import.ts';
import type { Encoding, Separator } from './domain/reading/file.ts';
import { complaintAboutUnsaid, type Unsaid, unsaidBy } from './domain/reading/unsaid.ts';
import type { Subjects } from './domain/subjects.ts';
import { headerHash, lookAtFile } from './look-at-file.ts';
import type { ImportRefusal } from './prepare-import.ts';

/** What a person decides about a file. What is not named stays as it was. */
export interface ReadingChange extends Unsaid {
  fileId: string;
  format?: string | null;
  source?: string | null;
  encoding?: string | null;
  separator?: string | null;
  dateOrder?: string | null;
  decimal?: string | null;
  mapping?: unknown;
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-2'];
const separators = [',', ';', '\t', '|'];

/** Changes how a file is read, and remembers it for the next file with this header. Answers with the import. */
export async function changeReading(
  tx: Tx,
  subjects: Subjects,
  change: ReadingChange,
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
  const wrong = complaintAbout(change, subjects);
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
    columns: looked?.columns ?? file.columns,
    guesses: looked?.guesses ?? file.guesses,
    counts: noCounts,
    status: 'READY',
  });
  // What it would do is as it was read before: the whole import is to be tried again.
  for (const one of (await filesByImport(tx, [file.importId]))[0] ?? []) await forgetRows(tx, one.id);
  await setStatus(tx, file.importId, 'READY');
  await putInOrder(tx, subjects, file.importId);
  if (known) {
    const { dateOrder, decimal, timeZone, phoneCountry, currency, mapping } = reading;
    await rememberReading(
      tx,
      headerHash((looked?.columns ?? file.columns).map(({ name }) => name)),
      file.name,
      {
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
      },
    );
  }
  return accept(file.importId);
}

function complaintAbout(change: ReadingChange, subjects: Subjects): ImportRefusal | undefined {
  const oneOf = (field: keyof ReadingChange, allowed: readonly string[]): ImportRefusal | undefined => {
    const value = change[field];
    if (value === undefined || value === null || allowed.includes(String(value))) return undefined;
    return { code: 'BAD_READING', message: `${field} must be one of ${allowed.join(' ')}.`, field };
  };
  const { mapping } = change;
  if (mapping !== undefined && mapping !== null && !isMapping(mapping))
    return {
      code: 'BAD_MAPPING',
      message: 'A mapping names for each of our fields one column or several.',
      field: 'mapping',
    };
  if (change.source && !isSourceKey(change.source))
    return {
      code: 'BAD_SOURCE',
      message: 'A source is named by lower-case letters, digits and dashes.',
      field: 'source',
    };
  const unsaid = complaintAboutUnsaid(change);
  if (unsaid) return unsaid;
  return (
    oneOf(
      'format',
      subjects.formats.map(({ name }) => name),
    ) ??
    oneOf('encoding', encodings) ??
    oneOf('separator', separators) ??
    oneOf('dateOrder', ['YMD', 'DMY', 'MDY']) ??
    oneOf('decimal', ['.', ','])
  );
}

const isMapping = (value: unknown): value is Record<string, string | string[]> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every(
    (part) =>
      typeof part === 'string' || (Array.isArray(part) && part.every((one) => typeof one === 'string')),
  );

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
