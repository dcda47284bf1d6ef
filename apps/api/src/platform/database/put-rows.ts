import type { Db } from './db.ts';
import { type EntityClass, type Table, tableOf } from './table-of.ts';

/** PostgreSQL's way of writing an array of text, for a column that is itself an array. */
const arrayLiteral = (items: readonly unknown[]): string =>
  `{${items.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`;

const names = new Map<string, string>();

/** A short name for each text, so that PostgreSQL plans it once per connection. There are as many texts as call sites. */
const nameOf = (table: string, text: string): string => {
  const known = names.get(text);
  if (known) return known;
  const name = `put-${table}-${names.size}`;
  names.set(text, name);
  return name;
};

const asked = (value: unknown, { type, isArray }: Table['columns'][number]): unknown => {
  if (value === undefined || value === null) return null;
  if (isArray) return arrayLiteral(value as unknown[]);
  return type === 'jsonb' ? JSON.stringify(value) : value;
};

/** Writes any number of rows of an entity with one statement, whose text depends only on the entity and the tail. */
export async function putRows<Row extends object, Returned = Record<string, unknown>>(
  db: Db,
  entity: EntityClass<Row>,
  rows: readonly Row[],
  tail: string,
): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const { name, columns } = tableOf(entity);
  const list = columns.map((column) => column.name).join(', ');
  const given = columns.map((column, index) => `$${index + 1}::${column.isArray ? 'text' : column.type}[]`);
  const read = columns.map((column) =>
    column.isArray ? `said.${column.name}::${column.type}[]` : `said.${column.name}`,
  );
  const text = `INSERT INTO ${name} (${list}) SELECT ${read.join(', ')} FROM unnest(${given.join(', ')}) AS said(${list}) ${tail}`;
  return db.named<Returned>(
    nameOf(name, text),
    text,
    columns.map((column) =>
      rows.map((row) => asked((row as Record<string, unknown>)[column.property], column)),
    ),
  );
}

/**
 * The law of values that arrive in any order, as SQL: the newer (`observed_at`) wins, a blank never erases, and an older
 * one only fills blanks. `keys` is what makes two rows the same thing; `fixed` are columns that stay as first written.
 */
export function newerWins<Row>(
  entity: EntityClass<Row>,
  keys: readonly (keyof Row & string)[],
  fixed: readonly (keyof Row & string)[] = [],
): string {
  const { name: table, columns } = tableOf(entity);
  const untouched = new Set<string>([...keys, ...fixed, 'id', 'observedAt']);
  const newer = `excluded.observed_at >= ${table}.observed_at`;
  const sets = columns
    .filter(({ property }) => !untouched.has(property))
    .map(
      ({ name }) =>
        `${name} = CASE WHEN ${newer} THEN coalesce(excluded.${name}, ${table}.${name}) ELSE coalesce(${table}.${name}, excluded.${name}) END`,
    );
  const conflict = columns.filter(({ property }) => (keys as readonly string[]).includes(property));
  return `ON CONFLICT (${conflict.map(({ name }) => name).join(', ')}) DO UPDATE SET ${[
    ...sets,
    `observed_at = greatest(excluded.observed_at, ${table}.observed_at)`,
  ].join(', ')}`;
}
