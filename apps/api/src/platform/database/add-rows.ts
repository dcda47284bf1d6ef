import type { Db, Tx } from './db.ts';
import { handOver } from './hand-over.ts';
import { listOf } from './list-of.ts';
import { copyMessages } from './wire-list.ts';
import { write } from './write.ts';

/** A column that is written: its name, its PostgreSQL type (of its elements, if it is an array), and where its value is found in a row. */
export interface WrittenColumn {
  name: string;
  property: string;
  type: string;
  isArray?: boolean;
}

/** PostgreSQL type of each column: `{ id: 'uuid', record_ids: 'uuid[]', body: 'jsonb' }`. */
export type ColumnTypes = Record<string, string>;

/** The columns of rows whose properties are named as their columns are. */
export const writtenAs = (types: ColumnTypes): WrittenColumn[] =>
  Object.entries(types).map(([name, type]) => ({
    name,
    property: name,
    type: type.replace('[]', ''),
    isArray: type.endsWith('[]'),
  }));

/** PostgreSQL's way of writing an array of text, for a column that is itself an array. */
const arrayLiteral = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

/**
 * What `INSERT` selects: each column as a list of its own. Side by side and not as a table: PostgreSQL would first lay each of them down as
 * one.
 */
export const sideBySide = (columns: readonly WrittenColumn[]): string =>
  columns
    .map(({ type, isArray }, place) =>
      isArray ? `unnest($${place + 1}::text[])::${type}[]` : `unnest($${place + 1}::${type}[])`,
    )
    .join(', ');

/** The values of these rows as `sideBySide` asks for them. */
export const listsOf = (columns: readonly WrittenColumn[], rows: readonly object[]): unknown[] =>
  columns.map(({ property, type, isArray }) => {
    const said = rows.map((row) => (row as Record<string, unknown>)[property] ?? null);
    if (!isArray) return listOf(type, said);
    return listOf(
      'text',
      said.map((items) => items && arrayLiteral(items as unknown[])),
    );
  });

/** Columns by their names, as a statement lists them. */
export const namesOf = (columns: readonly WrittenColumn[]): string =>
  columns.map(({ name }) => `"${name}"`).join(', ');

/** Fewer rows than this are not worth what COPY makes ready, nor are rows of fewer bytes (decision 0070). */
const worthCopying = { rows: 64, bytes: 200 };

/** Where rows are added: a table of ours and its columns, under a name that no other statement has. */
export interface Added {
  name: string;
  table: string;
  columns: readonly WrittenColumn[];
}

// There are as many as call sites.
const texts = new Map<string, { insert: string; copy: string }>();

function textsOf({ name, table, columns }: Added): { insert: string; copy: string } {
  let made = texts.get(name);
  if (!made) {
    const list = namesOf(columns);
    made = {
      insert: `INSERT INTO ${table} (${list}) SELECT ${sideBySide(columns)}`,
      copy: `COPY ${table} (${list}) FROM STDIN (FORMAT binary)`,
    };
    texts.set(name, made);
  }
  return made;
}

/**
 * Adds rows that are new, whatever their number: what is there already is an error. In a transaction nothing waits for it (`write`), and
 * many wide rows go in by COPY, which PostgreSQL lays down a page at a time. An error is told as what it `means`.
 */
export async function addRows<Row extends object>(
  db: Db,
  to: Added,
  rows: readonly Row[],
  means?: (error: Error) => Error,
): Promise<void> {
  if (rows.length === 0) return;
  const { insert, copy } = textsOf(to);
  const copied =
    'copy' in db && rows.length >= worthCopying.rows
      ? copyMessages(to.columns, rows, worthCopying.bytes)
      : null;
  if (!copied) {
    await write(db, to.name, insert, listsOf(to.columns, rows), means);
    return;
  }
  const tx = db as Tx;
  tx.copy(`copy-${to.name}`, copy, copied, means);
  await handOver(tx);
}
