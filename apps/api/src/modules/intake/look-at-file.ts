import { createHash } from 'node:crypto';
import type { Db } from '#platform/database';
import { rememberedReading } from './data/column-mappings.ts';
import type { FileReading, ImportFile } from './domain/import.ts';
import { detectFormat } from './domain/reading/detect-format.ts';
import type { FileChoices } from './domain/reading/file.ts';
import { type OpenFile, openFile } from './domain/reading/open-file.ts';
import type { Subjects } from './domain/subjects.ts';
import { fileOnDisk } from './read-file.ts';

/** What looking at a file tells of it. */
export type Looked = Pick<ImportFile, 'format' | 'reading' | 'columns' | 'guesses' | 'status' | 'problem'> & {
  sourceKey: string | null;
};

/** By this a header is recognised again, whatever the order of its columns. */
export const headerHash = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([...columns].sort()))
    .digest('hex');

/** Below this nobody says that a file is of a format. */
const sureEnough = 0.5;

/** Looks at the beginning of a file: how it is written, which formats know its header, what was decided for such a header before. */
export async function lookAtFile(
  db: Db,
  subjects: Subjects,
  file: { path: string; name: string; fileTime: string; timeZone?: string },
  choices: FileChoices = {},
): Promise<Looked> {
  const opened = await openFile(fileOnDisk(file.path, file.name), choices);
  if (!opened.ok)
    return {
      format: null,
      reading: null,
      columns: [],
      guesses: [],
      status: 'FAILED',
      problem: opened.refusal.message,
      sourceKey: null,
    };
  const found = opened.value;
  const guesses = detectFormat(subjects.formats, found.header);
  const remembered = await rememberedReading(db, headerHash(found.header.columns));
  const best = guesses.find(({ certainty }) => certainty >= sureEnough)?.format.name ?? null;
  const refused = guesses[0]?.format.notImported;
  const known = remembered && subjects.formats.some(({ name }) => name === remembered.format);
  return {
    format: known ? remembered.format : best,
    reading: refused
      ? null
      : {
          ...readingOf(found, file.fileTime, file.timeZone ?? 'UTC'),
          ...(known ? remembered.reading : {}),
        },
    columns: found.header.columns.map((name) => ({ name, samples: samplesOf(found, name) })),
    guesses: guesses.map(({ format, certainty }) => ({ format: format.name, confidence: certainty })),
    status: refused ? 'FAILED' : 'READY',
    problem: refused ?? null,
    sourceKey: known ? remembered.sourceKey : null,
  };
}

const readingOf = (found: OpenFile, fileTime: string, timeZone: string): FileReading => ({
  encoding: found.encoding,
  separator: found.separator ?? null,
  hasByteOrderMark: found.hasByteOrderMark,
  dateOrder: found.writing.dateOrder,
  decimal: found.writing.decimal,
  timeZone,
  fileTime,
});

/** A few different values of a column, as text. */
function samplesOf(found: OpenFile, column: string): string[] {
  const samples = new Set<string>();
  for (const cells of found.samples) {
    const value = cells[column];
    if (value === undefined || value === null || value === '') continue;
    samples.add((typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 120));
    if (samples.size === 3) break;
  }
  return [...samples];
}
