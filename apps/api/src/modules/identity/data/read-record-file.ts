import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { InputTrouble } from '../domain/engine/input-trouble.ts';

/** A row of a file, by column. */
export type Row = Record<string, unknown>;

/**
 * Reads a file of records one by one: CSV with a header (comma, semicolon, tab or bar) or JSON lines, plain or gzip, UTF-8 or a
 * Western one-byte table, or UTF-16 with its mark. `columns` are those that must be there; `seen` takes in those that are. Throws
 * `InputTrouble` with a sentence.
 */
export async function* readRecordFile(
  path: string,
  columns: readonly string[],
  seen: Set<string> = new Set(),
): AsyncGenerator<Row> {
  try {
    const text = await openText(path);
    yield* text.first.trimStart().startsWith('{')
      ? readLines(path, text, columns, seen)
      : readTable(path, text, columns, seen);
  } catch (error) {
    if (error instanceof InputTrouble) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputTrouble(`There is no file ${path}.`);
    throw new InputTrouble(`${path} cannot be read: ${message}`);
  }
}

interface Text {
  first: string;
  stream: Readable;
}

async function openText(path: string): Promise<Text> {
  const packed = await isPacked(path);
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  const plain = packed ? bytes.pipe(createGunzip()) : bytes;
  if (packed) bytes.on('error', (error) => plain.destroy(error));
  const chunks = plain[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const start = await chunks.next();
  if (start.done) throw new InputTrouble(`${path} is empty.`);
  const decoder = decoderFor(start.value);
  const first = decoder.decode(start.value, { stream: true });
  async function* rest() {
    yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next())
      yield decoder.decode(next.value, { stream: true });
    const end = decoder.decode();
    if (end) yield end;
  }
  return { first, stream: Readable.from(rest(), { objectMode: true }) };
}

async function isPacked(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { start: 0, end: 1 }))
    return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}

function decoderFor(chunk: Buffer): TextDecoder {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le');
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return new TextDecoder('utf-16be');
  try {
    // A character may be cut at the end of the piece: as a stream, that is no mistake.
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return new TextDecoder('utf-8');
  } catch {
    return new TextDecoder('windows-1252');
  }
}

async function* readLines(
  path: string,
  { stream }: Text,
  columns: readonly string[],
  seen: Set<string>,
): AsyncGenerator<Row> {
  let number = 0;
  let rest = '';
  function* lines(text: string): Generator<Row> {
    for (const line of text.split('\n')) {
      number += 1;
      if (line.trim() === '') continue;
      const row = parseLine(path, line, number);
      for (const column in row) seen.add(column);
      yield row;
    }
  }
  for await (const piece of stream) {
    const text: string = rest + piece;
    const cut = text.lastIndexOf('\n');
    rest = text.slice(cut + 1);
    if (cut >= 0) yield* lines(text.slice(0, cut));
  }
  if (rest.trim() !== '') yield* lines(rest);
  const missing = columns.filter((column) => !seen.has(column));
  if (missing.length > 0) throw missingIn(path, missing);
}

function parseLine(path: string, line: string, number: number): Row {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputTrouble(`Line ${number} of ${path} is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputTrouble(`Line ${number} of ${path} is no JSON object.`);
  return value as Row;
}

const missingIn = (path: string, columns: string[]): InputTrouble =>
  new InputTrouble(
    `${path} has no column ${columns.map((column) => `"${column}"`).join(', ')}, which the map names.`,
  );

async function* readTable(
  path: string,
  { first, stream }: Text,
  columns: readonly string[],
  seen: Set<string>,
): AsyncGenerator<Row> {
  const header = first.slice(0, first.search(/\r?\n|$/));
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    header.split(one).length > header.split(best).length ? one : best,
  );
  const parser = parse({
    delimiter,
    bom: true,
    trim: true,
    relax_quotes: true,
    relax_column_count_less: true,
    skip_empty_lines: true,
    columns: (names: string[]) => {
      const missing = columns.filter((column) => !names.includes(column));
      if (missing.length > 0) throw missingIn(path, missing);
      for (const name of names) seen.add(name);
      return names;
    },
  });
  stream.on('error', (error) => parser.destroy(error));
  for await (const row of stream
    .pipe(new Transform({ objectMode: true, transform: (piece, _, done) => done(null, piece) }))
    .pipe(parser))
    yield row as Row;
}
