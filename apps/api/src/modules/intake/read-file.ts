import { createReadStream } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Format, ReadOptions, Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import { beginRow, type FileRow } from './domain/begin-row.ts';
import type { ImportFile } from './domain/import.ts';
import { type BadRow, type FileSource, type GoodRow, isBadRow } from './domain/reading/file.ts';
import { openToRead, type ReadableFile } from './domain/reading/open-file.ts';
import type { BodyReaders } from './domain/taking.ts';

/** What of a file of an import one must know to read it. */
export type FileToRead = Pick<ImportFile, 'name' | 'storedPath' | 'reading'>;

/** What of a source one must know to read its files. */
export type ReadingSource = Pick<Source, 'timeZone'>;

/** This file cannot be read (any more); the message is for people. */
export class FileTrouble extends Error {
  override name = 'FileTrouble';

  constructor(
    message: string,
    /** What of a wish about the file is wrong, when something is. */
    readonly field?: string,
  ) {
    super(message);
  }
}

/** A file on disk, read as often as one likes. */
export const fileOnDisk = (path: string, name: string): FileSource => ({
  name,
  open: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
});

/** Opens a file of an import the way its reading says. */
export async function openImportFile(file: FileToRead): Promise<ReadableFile> {
  const choices = file.reading
    ? {
        encoding: file.reading.encoding,
        ...(file.reading.separator ? { separator: file.reading.separator } : {}),
      }
    : {};
  try {
    const opened = await openToRead(
      fileOnDisk(file.storedPath, file.name),
      choices as Parameters<typeof openToRead>[1],
    );
    if (opened.ok) return opened.value;
    throw new FileTrouble(opened.refusal.message);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new FileTrouble(`${file.name} is no longer where it was.`);
    throw error;
  }
}

/** So many rows are read at a stretch: then others have their turn, above all answers of PostgreSQL. */
export const rowsAtAStretch = 16;

/** From which row on a file is read, and how many rows make a set. */
export interface Stretch {
  from: number;
  size: number;
}

/**
 * Every row of a file from a place on, read by its format and made ready to be taken, in sets of a size. Holds one set at a time, and
 * lets others have their turn while it makes the next. `look` sees each signal as soon as it is read.
 */
export async function* readFile(
  file: FileToRead,
  format: Format,
  source: ReadingSource,
  kinds: BodyReaders,
  { from, size }: Stretch,
  look: (signal: Signal) => void = () => undefined,
): AsyncGenerator<FileRow[], void, undefined> {
  const opened = await openImportFile(file);
  let set: FileRow[] = [];
  for await (const piece of beginRows(opened, file, format, source, kinds, from)) {
    for (const { row } of piece) {
      if (Array.isArray(row.begun)) for (const { signal } of row.begun) look(signal);
      set.push(row);
      if (set.length % rowsAtAStretch === 0) await breathe();
      if (set.length < size) continue;
      yield set;
      set = [];
    }
  }
  if (set.length > 0) yield set;
}

/** A row, and the text from which its cells can be read again. */
export interface BegunRow {
  row: FileRow;
  raw: string | undefined;
}

/** The same rows one by one, a piece of the file at a time; each is made when it is asked for. */
export async function* beginRows(
  { pieces, header }: ReadableFile,
  file: FileToRead,
  format: Format,
  source: ReadingSource,
  kinds: BodyReaders,
  from: number,
): AsyncGenerator<Iterable<BegunRow>, void, undefined> {
  const options = readOptions(file, source);
  let place = 0;
  function* begin(rows: Iterable<GoodRow | BadRow>): Generator<BegunRow> {
    for (const one of rows) {
      place += 1;
      if (place <= from) continue;
      const { line, cells } = one;
      const isBad = isBadRow(one);
      const read = isBad ? { refusal: one.refusal } : format.read(one, options, header);
      yield { row: { line, cells, read, begun: beginRow(read, kinds) }, raw: isBad ? undefined : one.raw };
    }
  }
  for await (const rows of pieces()) yield begin(rows);
}

/** How dates, numbers and phones of a file are read. */
export function readOptions(file: FileToRead, source: ReadingSource): ReadOptions {
  const reading = file.reading;
  return {
    dateOrder: reading?.dateOrder ?? 'YMD',
    decimal: reading?.decimal ?? '.',
    timeZone: reading?.timeZone ?? source.timeZone,
    fileTime: reading?.fileTime ?? new Date(0).toISOString(),
    ...(reading?.phoneCountry ? { phoneCountry: reading.phoneCountry } : {}),
    ...(reading?.currency ? { currency: reading.currency } : {}),
    ...(reading?.mapping ? { mapping: reading.mapping } : {}),
    ...(reading?.audienceFile ? { audienceFile: reading.audienceFile } : {}),
  };
}
