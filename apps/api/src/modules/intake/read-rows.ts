import { setImmediate as breathe } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Format, Manifest } from '#modules/house';
import { readAhead } from '#modules/identity';
import type { Source } from '#modules/sources';
import { ReadingThreads, ReadingTrouble } from './data/reading-threads.ts';
import type { FileRow } from './domain/begin-row.ts';
import type { ImportFile } from './domain/import.ts';
import { unpackSet } from './domain/packed-set.ts';
import type { Subjects } from './domain/subjects.ts';
import { FileTrouble, readFile, rowsAtAStretch } from './read-file.ts';

/** A smaller file is read here before a thread has started. */
const worthAThread = 512 * 1024;
/** A thread that is there already takes files from this size on. */
const worthAsking = 64 * 1024;

let readers: { modules: readonly Manifest[]; threads: ReadingThreads } | undefined;

/** Says how a thread is started that reads files in the words of these subjects; until then files are read where they are asked for. */
export function layReaders(modules: readonly Manifest[], start: () => Worker): void {
  readers = { modules, threads: new ReadingThreads(start) };
}

/**
 * Every row of a file from a place on, read by its format and made ready to be taken, in sets of a size: in a thread of its own where
 * one is at hand and the file is worth it, or else here, with the same answers.
 */
export async function* rowSets(
  file: ImportFile,
  format: Format,
  source: Source,
  subjects: Subjects,
  from: number,
  size: number,
): AsyncGenerator<FileRow[], void, undefined> {
  const threads = threadsFor(file, subjects);
  if (!threads) {
    yield* readFile(file, format, source, subjects.kinds, { from, size }, (signal) =>
      readAhead(source, signal),
    );
    return;
  }
  const { name, storedPath, reading } = file;
  const order = {
    file: { name, storedPath, reading },
    format: format.name,
    source: { timeZone: source.timeZone },
    kinds: [...subjects.kinds].map(([kind, { concernsPerson }]): [string, boolean] => [kind, concernsPerson]),
    from,
    size,
  };
  try {
    for await (const packed of threads.read(order)) {
      const rows = unpackSet(packed);
      for (const [place, { begun }] of rows.entries()) {
        if (Array.isArray(begun)) for (const { signal } of begun) readAhead(source, signal);
        if (place % rowsAtAStretch === 0) await breathe();
      }
      yield rows;
    }
  } catch (error) {
    if (!(error instanceof ReadingTrouble)) throw error;
    throw new FileTrouble(
      error.isOfFile ? error.message : `${name} could not be read to its end: ${error.message}.`,
    );
  }
}

function threadsFor({ bytes }: ImportFile, { modules }: Subjects): ReadingThreads | undefined {
  if (readers?.modules !== modules) return undefined;
  const { threads } = readers;
  return bytes >= (threads.isAtHand ? worthAsking : worthAThread) ? threads : undefined;
}
