import { createReadStream } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Format, ReadOptions } from '#modules/house';
import { readAhead } from '#modules/identity';
import type { Source } from '#modules/sources';
import type { ImportFile } from './domain/import.ts';
import { type FileSource, isBadRow } from './domain/reading/file.ts';
import { type OpenFile, openFile } from './domain/reading/open-file.ts';
import type { Subjects } from './domain/subjects.ts';
import { beginRow, type FileRow } from './take-rows.ts';

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
export async function openImportFile(file: ImportFile): Promise<OpenFile> {
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

/** So many rows are read at a stretch while PostgreSQL works on those before: then its answers are heard. */
const rowsAtAStretch = 16;

/**
 * Every row of a file from a place on, read by its format and made ready to be taken, in sets of a size. Holds one set at a time, and
 * lets others have their turn while it makes the next.
 */
export async function* rowSets(
  file: ImportFile,
  format: Format,
  source: Source,
  subjects: Subjects,
  from: number,
  size: number,
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
    const begun = beginRow(read, subjects);
    if (Array.isArray(begun)) for (const { signal } of begun) readAhead(source, signal);
    set.push({ line, cells, read, begun });
    if (set.length % rowsAtAStretch === 0) await breathe();
    if (set.length < size) continue;
    yield set;
    set = [];
  }
  if (set.length > 0) yield set;
}

/** How dates, numbers and phones of a file are read. */
export function readOptions(file: ImportFile, source: Source): ReadOptions {
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
