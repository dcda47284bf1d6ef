import type { Tx } from './db.ts';
import { madeOnce } from './made-once.ts';
import { columnsOf, type EntityClass, tableOf } from './table-of.ts';

/** A larger set locks the whole table's keys at once: a lock for each would fill PostgreSQL's table of locks. */
const finest = 128;

const textsOf = madeOnce((entity, keys) => {
  const { name, columns: all } = tableOf(entity);
  const columns = keys.split('-').map((key) => all.find(({ property }) => property === key)!);
  const list = columns.map((column) => column.name).join(', ');
  const arrays = columns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ');
  return {
    whole: {
      name: `lock-all-keys-${name}`,
      text: `SELECT pg_advisory_xact_lock(hashtextextended('${name}', 0))`,
    },
    each: {
      name: `lock-keys-${name}-${keys}`,
      text: `SELECT pg_advisory_xact_lock_shared(hashtextextended('${name}', 0)), pg_advisory_xact_lock(hashtext('${name}'), key) FROM (
         SELECT DISTINCT hashtext(concat_ws(' ', ${list})) AS key FROM unnest(${arrays}) AS one(${list}) ORDER BY key) taken`,
    },
    rows: {
      name: `lock-${name}-${keys}`,
      text: `SELECT ${columnsOf(entity, 't')} FROM ${name} t
       JOIN (SELECT DISTINCT ${list} FROM unnest(${arrays}) AS one(${list})) asked USING (${list})
      ORDER BY t.id FOR UPDATE OF t`,
    },
  };
});

/**
 * The rows of an entity with these keys, locked until the transaction ends. The keys themselves are locked first, because a
 * row that is not there yet cannot be: two signals about the same new thing wait for each other. All locks are taken in
 * order, so that sets that overlap do not embrace. Two statements, whatever the number of keys.
 */
export async function lockRows<Row extends object, Key extends keyof Row & string>(
  tx: Tx,
  entity: EntityClass<Row>,
  keys: readonly Key[],
  asked: readonly Pick<Row, Key>[],
): Promise<Row[]> {
  if (asked.length === 0) return [];
  const { whole, each, rows } = textsOf(entity, keys.join('-'));
  const values = keys.map((key) => asked.map((row) => row[key]));
  if (asked.length > finest) tx.later(whole.name, whole.text);
  else tx.later(each.name, each.text, values);
  return tx.named<Row>(rows.name, rows.text, values);
}
