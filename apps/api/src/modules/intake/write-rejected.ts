import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Db } from '#platform/database';
import { filesByImport } from './data/imports.ts';
import { rejectedLines } from './rejected-lines.ts';

/** Writes the rows of an import that were not taken in, each with its reason, into a folder: a CSV for each file that has some. Answers with their paths. */
export async function writeRejected(db: Db, importId: string, folder: string): Promise<string[]> {
  const [files = []] = await filesByImport(db, [importId]);
  const written: string[] = [];
  for (const file of files.filter(({ counts }) => counts.rejected > 0)) {
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${basename(file.name)}.rejected.csv`);
    await pipeline(rejectedLines(db, file), createWriteStream(path));
    written.push(path);
  }
  return written;
}
