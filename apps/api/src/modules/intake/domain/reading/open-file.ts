import { accept, type Result, refuse } from '#kernel/result';
import type { FileHeader } from '#modules/house';
import type { CellsAgain } from './cells-again.ts';
import { decodeText } from './decode-text.ts';
import {
  type BadRow,
  type Encoding,
  type FileChoices,
  type FileKind,
  type FileRefusal,
  type FileSource,
  type GoodRow,
  isBadRow,
  type Separator,
} from './file.ts';
import { guessWriting, type WritingGuess } from './guess-writing.ts';
import { cutTable, readCsv, readHeader } from './read-csv.ts';
import { readJsonLines, readJsonList } from './read-json.ts';
import { sniffEncoding } from './sniff-encoding.ts';
import { refuseForeign, sniffKind } from './sniff-kind.ts';
import { sniffSeparator } from './sniff-separator.ts';

const sampleBytes = 256 * 1024;
const sampleRows = 1000;
const shownRows = 20;

/** A file whose kind is known and whose rows can be read, as often as one likes, without holding more than one of them. */
export interface ReadableFile {
  header: FileHeader;
  kind: FileKind;
  encoding: Encoding;
  hasByteOrderMark: boolean;
  /** Encodings it might have instead. */
  encodingAlternatives: Encoding[];
  /** Of a table. */
  separator?: Separator;
  /** Every row below the header, good or bad, in order: as many as there are, a piece of the file at a time. */
  pieces: () => AsyncIterable<Iterable<GoodRow | BadRow>>;
  /** How a row's cells are read from its text again. */
  again: CellsAgain;
}

/** The same with what its first rows show. */
export interface OpenFile extends ReadableFile {
  writing: WritingGuess;
  /** The first rows that can be read. */
  samples: Record<string, unknown>[];
}

/** Looks at the beginning of a file and says what it is and how it is written, or why it cannot be read. */
export async function openFile(
  source: FileSource,
  choices: FileChoices = {},
): Promise<Result<OpenFile, FileRefusal>> {
  const found = await openToRead(source, choices);
  if (!found.ok) return found;
  const seen = await firstRows(found.value.pieces());
  return accept({ ...found.value, writing: guessWriting(seen), samples: seen.slice(0, shownRows) });
}

/** The same, as far as it is needed to read a file that was looked at before. */
export async function openToRead(
  source: FileSource,
  choices: FileChoices = {},
): Promise<Result<ReadableFile, FileRefusal>> {
  const sample = await firstBytes(source.open());
  if (sample.length === 0) return refuse({ code: 'empty-file', message: 'This file is empty' });
  const foreign = refuseForeign(sample);
  if (foreign) return refuse(foreign);
  const guess = sniffEncoding(sample);
  const encoding = choices.encoding ?? guess.encoding;
  const hasByteOrderMark = guess.hasByteOrderMark && encoding === guess.encoding;
  const decode = (bytes: AsyncIterable<Uint8Array>) => decodeText(bytes, encoding, hasByteOrderMark);
  const sampleText = await joined(decode(onePiece(sample)));
  if (sampleText.trim() === '')
    return refuse({ code: 'empty-file', message: 'This file holds nothing but blanks' });
  const kind = sniffKind(sampleText);
  if (!kind.ok) return kind;
  const { collection } = kind.value;
  const separator = kind.value.kind === 'csv' ? (choices.separator ?? sniffSeparator(sampleText)) : undefined;
  const text = () => decode(source.open());
  const pieces = () => {
    if (separator) return readCsv(text(), separator);
    return kind.value.kind === 'ndjson' ? readJsonLines(text()) : readJsonList(text(), collection);
  };
  const columns = separator ? await tableColumns(text(), separator) : undefined;
  if (columns && !columns.ok) return columns;
  const names = columns?.value ?? (await membersOf(pieces()));
  return accept({
    header: {
      fileName: source.name,
      columns: names,
      ...(collection === undefined ? {} : { collection }),
    },
    kind: kind.value.kind,
    encoding,
    hasByteOrderMark,
    encodingAlternatives: guess.alternatives,
    ...(separator ? { separator } : {}),
    pieces,
    again: separator ? { columns: names, separator } : 'json',
  });
}

async function firstBytes(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    length += piece.length;
    if (length >= sampleBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, sampleBytes);
}

async function tableColumns(
  text: AsyncIterable<string>,
  separator: Separator,
): Promise<Result<string[], FileRefusal>> {
  for await (const [header] of cutTable(text, separator)) if (header) return readHeader(header);
  return refuse({ code: 'empty-file', message: 'This file holds nothing but blanks' });
}

async function firstRows(
  pieces: AsyncIterable<Iterable<GoodRow | BadRow>>,
): Promise<Record<string, unknown>[]> {
  const cells: Record<string, unknown>[] = [];
  let seen = 0;
  for await (const rows of pieces)
    for (const row of rows) {
      if (!isBadRow(row)) cells.push(row.cells);
      if (++seen >= sampleRows) return cells;
    }
  return cells;
}

/** The names that the objects at the beginning of a file have. */
const membersOf = async (pieces: AsyncIterable<Iterable<GoodRow | BadRow>>): Promise<string[]> => [
  ...new Set((await firstRows(pieces)).flatMap((cells) => Object.keys(cells))),
];

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
