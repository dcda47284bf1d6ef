import { addRows, listsOf, namesOf, sideBySide } from './add-rows.ts';
import type { Db } from './db.ts';
import { madeOnce } from './made-once.ts';
import { type EntityClass, type Table, tableOf } from './table-of.ts';
import { write } from './write.ts';

interface Compiled {
  name: string;
  text: string;
  answers: boolean;
}

let count = 0;

// Planned once per connection: there are as many as call sites.
const compile = madeOnce((entity, tail): Compiled => {
  const { name, written: columns } = tableOf(entity);
  count += 1;
  return {
    name: `put-${name}-${count}`,
    text: `INSERT INTO ${name} (${namesOf(columns)}) SELECT ${sideBySide(columns)} ${tail}`,
    answers: /\bRETURNING\b/.test(tail),
  };
});

/**
 * Writes any number of rows of an entity with one statement, whose text depends only on the entity and the tail: one and the same text, made
 * once, for whoever writes often. In a transaction it waits only for what is returned.
 */
export async function putRows<Row extends object, Returned = Record<string, unknown>>(
  db: Db,
  entity: EntityClass<Row>,
  rows: readonly Row[],
  tail: string,
): Promise<Returned[]> {
  if (rows.length === 0) return [];
  const { name, text, answers } = compile(entity, tail);
  const { name: table, written } = tableOf(entity);
  if (tail === '') {
    await addRows(db, { name, table, columns: written }, rows);
    return [];
  }
  const values = listsOf(written, rows);
  if (answers) return db.named<Returned>(name, text, values);
  await write(db, name, text, values);
  return [];
}

/**
 * For `RETURNING` of rows that hang on a record: whose each was until now where it is somebody else's now, else `null`. The question
 * sees the table as it was before the statement, and is asked only of rows that were there.
 */
export const ownerBefore = (table: string): string =>
  `CASE WHEN ${table}.xmax <> 0 THEN (SELECT before.customer_id || ' ' || before.source_record_id FROM ${table} before
     WHERE before.id = ${table}.id AND before.source_record_id IS DISTINCT FROM ${table}.source_record_id) END AS "ownerBefore"`;

/** What such a statement returns. */
export interface OwnerBefore {
  /** Their customer and record. */
  ownerBefore: string | null;
}

/** Whose a row was until now, where it is somebody else's now. */
export function whoHad({
  ownerBefore: owner,
}: OwnerBefore): { customerId: string; sourceRecordId: string } | null {
  const [customerId, sourceRecordId] = owner?.split(' ') ?? [];
  return customerId && sourceRecordId ? { customerId, sourceRecordId } : null;
}

/** What a statement says of an entity by its keys, put together once. */
function byKeys(make: (table: Table, keys: readonly string[]) => string) {
  const made = madeOnce((entity, keys) => make(tableOf(entity), keys.split(' ')));
  return <Row>(entity: EntityClass<Row>, keys: readonly (keyof Row & string)[]): string =>
    made(entity, keys.join(' '));
}

const conflictOn = (table: Table, keys: readonly string[]): string =>
  table.columns
    .filter(({ property }) => keys.includes(property))
    .map(({ name }) => name)
    .join(', ');

const setEach = (table: Table, untouched: readonly string[], value: (column: string) => string): string[] =>
  table.written
    .filter(({ property }) => !untouched.includes(property) && property !== 'id' && property !== 'observedAt')
    .map(({ name }) => `${name} = ${value(name)}`);

/**
 * The law of values that arrive in any order, as SQL: the newer (`observed_at`) wins, a blank never erases, and an older
 * one only fills blanks. `keys` is what makes two rows the same thing.
 */
export const newerWins = byKeys((table, keys) => {
  const newer = `excluded.observed_at >= ${table.name}.observed_at`;
  const sets = setEach(
    table,
    keys,
    (name) =>
      `CASE WHEN ${newer} THEN coalesce(excluded.${name}, ${table.name}.${name}) ELSE coalesce(${table.name}.${name}, excluded.${name}) END`,
  );
  return `ON CONFLICT (${conflictOn(table, keys)}) DO UPDATE SET ${sets.join(', ')},
    observed_at = greatest(excluded.observed_at, ${table.name}.observed_at)`;
});

/** For rows that were locked and brought up to date in memory: all of it is written, unless somebody wrote a newer one first. */
export const newerReplaces = byKeys((table, keys) => {
  const newer = `excluded.observed_at >= ${table.name}.observed_at`;
  const sets = setEach(
    table,
    keys,
    (name) => `CASE WHEN ${newer} THEN excluded.${name} ELSE ${table.name}.${name} END`,
  );
  return `ON CONFLICT (${conflictOn(table, keys)}) DO UPDATE SET ${sets.join(', ')},
    observed_at = greatest(excluded.observed_at, ${table.name}.observed_at)`;
});
