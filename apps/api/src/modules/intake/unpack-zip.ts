import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { newId } from '#kernel/id';
import { FileTrouble } from './read-file.ts';

/** A file that was taken out of an archive. */
export interface Unpacked {
  path: string;
  name: string;
}

const entriesAtMost = 200;
const worthReading = /\.(csv|tsv|txt|json|ndjson|jsonl)$/i;

/** Takes the tables and lists out of an archive into a folder, under names of our own; refuses one that swells beyond a limit. */
export async function unpackZip(path: string, folder: string, bytesAtMost: number): Promise<Unpacked[]> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: true, validateEntrySizes: true });
  const files: Unpacked[] = [];
  let left = bytesAtMost;
  for await (const entry of zip.eachEntry()) {
    const name = basename(entry.fileName);
    if (!worthReading.test(name) || entry.fileName.startsWith('__MACOSX/') || name.startsWith('.')) continue;
    if (entry.isEncrypted()) throw new FileTrouble('This archive asks for a password.');
    left -= entry.uncompressedSize;
    if (left < 0 || files.length >= entriesAtMost)
      throw new FileTrouble('This archive holds more than can be taken at once.');
    const target = join(folder, newId());
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: 0o600 }));
    files.push({ path: target, name });
  }
  return files;
}
