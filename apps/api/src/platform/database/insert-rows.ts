import { addRows, type ColumnTypes, listsOf, namesOf, sideBySide, writtenAs } from './add-rows.ts';
import type { Db } from './db.ts';
import { write } from './write.ts';

const names = new Map<string, string>();

/** A short name for each text, so that it is planned once per connection. There are as many texts as call sites. */
function nameOf(table: string, text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `insert-${table}-${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Inserts any number of rows with one statement (`INSERT … SELECT unnest`), whose text depends only on the columns.
 * `json` and `jsonb` are given as plain values, or as `JsonText`. `tail` is what follows: `ON CONFLICT (id) DO NOTHING RETURNING id`. In a transaction
 * it waits only for what is returned.
 */
export async function insertRows<Row extends object, Returned = Record<string, unknown>>(
  db: Db,
  table: string,
  types: ColumnTypes,
  rows: readonly Row[],
  tail = '',
): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const columns = writtenAs(types);
  if (tail === '') {
    await addRows(db, { name: nameOf(table, `${table} ${namesOf(columns)}`), table, columns }, rows);
    return [];
  }
  const values = listsOf(columns, rows);
  const text = `INSERT INTO ${table} (${namesOf(columns)}) SELECT ${sideBySide(columns)} ${tail}`;
  if (/\bRETURNING\b/.test(tail)) return db.named<Returned>(nameOf(table, text), text, values);
  await write(db, nameOf(table, text), text, values);
  return [];
}
