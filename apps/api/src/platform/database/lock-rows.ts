import type { Tx } from './db.ts';
import { columnsOf, type EntityClass, tableOf } from './table-of.ts';

/**
 * The rows of an entity with these keys, locked until the transaction ends, in one statement. They are locked in the order
 * of their ids, so that two sets that overlap wait for each other and do not embrace.
 */
export async function lockRows<Row extends object, Key extends keyof Row & string>(
  tx: Tx,
  entity: EntityClass<Row>,
  keys: readonly Key[],
  asked: readonly Pick<Row, Key>[],
): Promise<Row[]> {
  if (asked.length === 0) return [];
  const { name, columns } = tableOf(entity);
  const keyColumns = keys.map((key) => columns.find(({ property }) => property === key)!);
  const list = keyColumns.map((column) => column.name).join(', ');
  const arrays = keyColumns.map((column, index) => `$${index + 1}::${column.type}[]`).join(', ');
  return tx.named<Row>(
    `lock-${name}-${keys.join('-')}`,
    `SELECT ${columnsOf(entity, 't')} FROM ${name} t
       JOIN (SELECT DISTINCT ${list} FROM unnest(${arrays}) AS one(${list})) asked USING (${list})
      ORDER BY t.id FOR UPDATE OF t`,
    keys.map((key) => asked.map((row) => row[key])),
  );
}
