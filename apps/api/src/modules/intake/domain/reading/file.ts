import type { Row, RowRefusal, RowRefusalCode } from '#modules/house';

/** A file as bytes that can be read more than once, from the beginning each time. */
export interface FileSource {
  name: string;
  open: () => AsyncIterable<Uint8Array>;
}

/** How the bytes of a file spell letters. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
] as const;
export type Encoding = (typeof encodings)[number];

/** What a file is made of: a table, a list of objects, pages of such lists, or one object a line. */
export type FileKind = 'csv' | 'json-array' | 'json-pages' | 'ndjson';

/** What stands between the cells of a table. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** A row that can be read, with the text from which its cells can be read again, where there is one. */
export interface GoodRow extends Row {
  raw?: string;
}

/** A row that cannot be read, with what was found in its place. */
export interface BadRow {
  /** 1-based line in the file. */
  line: number;
  /** The cells as far as they could be told apart; the line as it stands under `(line)` where they could not. */
  cells: Record<string, unknown>;
  refusal: RowRefusal;
}

/** Why a file cannot be read at all. */
export interface FileRefusal {
  code: string;
  /** The column that is wrong, when one is. */
  column?: string;
  line?: number;
  /** A sentence for people. */
  message: string;
}

/** What a person may decide about a file instead of what was detected. */
export interface FileChoices {
  encoding?: Encoding;
  separator?: Separator;
}

/** The most that one row may hold, in characters: an unclosed quote cannot swallow more. */
export const longestRow = 1 << 20;

/** The most columns that a file may have. */
export const mostColumns = 500;

/** True for a row that cannot be read. */
export const isBadRow = (row: Row | BadRow): row is BadRow => 'refusal' in row;

/** A row that cannot be told apart into cells. */
export const badLine = (line: number, text: string, code: RowRefusalCode, message: string): BadRow => ({
  line,
  cells: { '(line)': text.length > 4096 ? `${text.slice(0, 4096)}…` : text },
  refusal: { code, message },
});
