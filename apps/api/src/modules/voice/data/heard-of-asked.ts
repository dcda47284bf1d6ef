import type { Db, Tx } from '#platform/database';
import type { HeardOfSkipEntity } from './heard-of-skip.entity.ts';

/** Whether somebody neither said how they heard of us nor, once asked, did not want to. */
export async function isHeardOfOpen(db: Db, customerId: string): Promise<boolean> {
  const [row] = await db.named<{ open: boolean }>(
    'heard-of-is-open',
    `SELECT NOT EXISTS (SELECT 1 FROM heard_of WHERE customer_id = $1)
        AND NOT EXISTS (SELECT 1 FROM heard_of_skip WHERE customer_id = $1)
        AND EXISTS (SELECT 1 FROM customer WHERE id = $1) AS open`,
    [customerId],
  );
  return row!.open;
}

/** Writes down that somebody did not want to say. */
export function addHeardOfSkip(tx: Tx, skip: HeardOfSkipEntity): void {
  tx.later(
    'heard-of-skip-add',
    'INSERT INTO heard_of_skip (id, via, at, source_record_id, customer_id) VALUES ($1, $2, $3, $4, $5)',
    [skip.id, skip.via, skip.at, skip.sourceRecordId, skip.customerId],
  );
}
