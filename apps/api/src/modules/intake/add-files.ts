import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { newId } from '#kernel/id';
import type { Db, Tx } from '#platform/database';
import { insertFile, insertImport } from './data/imports.ts';
import { type ImportFile, noCounts } from './domain/import.ts';
import type { FileChoices } from './domain/reading/file.ts';
import type { Subjects } from './domain/subjects.ts';
import { lookAtFile } from './look-at-file.ts';
import { FileTrouble } from './read-file.ts';
import { unpackZip } from './unpack-zip.ts';

/** A file on this machine that somebody wants imported. */
export interface GivenFile {
  path: string;
  name: string;
  /** When it was written or came, ISO 8601. */
  fileTime: string;
}

/** At most this much may come out of one archive. */
const unpackedBytesAtMost = 20 * 1024 ** 3;

/** A file that was looked at and belongs to no import yet. */
export type SeenFile = Omit<ImportFile, 'importId' | 'sourceId' | 'place'> & { sourceKey: string | null };

/** Looks at files, as somebody says that they are written or as is found out; an archive counts as the files inside it, which are put into `folder`. */
export async function lookAtFiles(
  db: Db,
  subjects: Subjects,
  given: readonly GivenFile[],
  folder: string,
  choices: FileChoices = {},
): Promise<SeenFile[]> {
  const seen: SeenFile[] = [];
  for (const file of given) {
    const files = (await isZip(file.path)) ? await unpacked(file, folder) : [file];
    for (const one of files) {
      const [{ size }, sha256, looked] = await Promise.all([
        stat(one.path),
        hashOf(one.path),
        lookAtFile(db, subjects, one, choices),
      ]);
      seen.push({
        ...looked,
        id: newId(),
        name: one.name,
        bytes: size,
        sha256,
        storedPath: one.path,
        counts: noCounts,
        position: 0,
        rowTotal: null,
      });
    }
  }
  return seen;
}

/** Writes files that were looked at as an import of their own, which somebody may later gather into another one. */
export async function addFiles(
  tx: Tx,
  files: readonly SeenFile[],
  createdBy: string | null,
): Promise<string[]> {
  const importId = newId();
  await insertImport(tx, { id: importId, createdBy, status: 'UPLOADING' });
  for (const [place, { sourceKey: _, ...file }] of files.entries())
    await insertFile(tx, { ...file, importId, sourceId: null, place });
  return files.map(({ id }) => id);
}

async function unpacked(file: GivenFile, folder: string): Promise<GivenFile[]> {
  const inside = await unpackZip(file.path, folder, unpackedBytesAtMost).catch((error: Error) => {
    throw error instanceof FileTrouble
      ? error
      : new FileTrouble(`${file.name} is an archive that cannot be opened: ${error.message}`);
  });
  if (inside.length === 0)
    throw new FileTrouble(`${file.name} holds no CSV or JSON; a spreadsheet has to be saved as CSV first.`);
  return inside.map(({ path, name }) => ({ path, name, fileTime: file.fileTime }));
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.readUInt32BE(0) === 0x504b0304;
  } finally {
    await file.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(piece as Buffer);
  return hash.digest('hex');
}
