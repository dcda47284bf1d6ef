import { createReadStream } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Format, ReadOptions, Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import { beginRow, type FileRow } from './domain/begin-row.ts';
import type { ImportFile } from './domain/import.ts';
import { type FileSource, isBadRow } from './domain/reading/file.ts';
import { type OpenFile, openFile } from './domain/reading/open-file.ts';
import type { BodyReaders } from './domain/taking.ts';

/** What of a file of an import one must know to read it. */
export type FileToRead = Pick<ImportFile, 'name' | 'storedPath' | 'reading'>;

/** What of a source one must know to read its files. */
export type ReadingSource = Pick<Source, 'timeZone' | 'phoneCountry'>;

/** This file cannot be read (any more); the message is for people. */
export class FileTrouble extends Error {
  override name = 'FileTrouble';
}

/** A file on disk, read as often as one likes. */
export const fileOnDisk = (path: string, name: string): FileSource => ({
  name,
  open: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
});

/** Opens a file of an import the way its reading says. */
export async function openImportFile(file: FileToRead): Promise<OpenFile> {
  const choices = file.reading
    ? {
        encoding: file.reading.encoding,
        ...(file.reading.separator ? { separator: file.reading.separator } : {}),
      }
    : {};
  try {
    const opened = await openFile(
      fileOnDisk(file.storedPath, file.name),
      choices as Parameters<typeof openFile>[1],
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
  const options = readOptions(file, source);
  let place = 0;
  let set: FileRow[] = [];
  for await (const row of opened.rows()) {
    place += 1;
    if (place <= from) continue;
    const { line, cells } = row;
    const read = isBadRow(row) ? { refusal: row.refusal } : format.read(row, options, opened.header);
    const begun = beginRow(read, kinds);
    if (Array.isArray(begun)) for (const { signal } of begun) look(signal);
    set.push({ line, cells, read, begun });
    if (set.length % rowsAtAStretch === 0) await breathe();
    if (set.length < size) continue;
    yield set;
    set = [];
  }
  if (set.length > 0) yield set;
}

/** How dates, numbers and phones of a file are read. */
export function readOptions(file: FileToRead, source: ReadingSource): ReadOptions {
  const reading = file.reading;
  return {
    dateOrder: reading?.dateOrder ?? 'YMD',
    decimal: reading?.decimal ?? '.',
    timeZone: reading?.timeZone ?? source.timeZone,
    fileTime: reading?.fileTime ?? new Date(0).toISOString(),
    ...(source.phoneCountry ? { phoneCountry: source.phoneCountry } : {}),
    ...(reading?.mapping ? { mapping: reading.mapping } : {}),
  };
}
