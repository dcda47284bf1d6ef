import type { Db, Tx } from './db.ts';
import { handOver } from './hand-over.ts';

/**
 * Writes without waiting for the answer inside of a transaction, and waiting outside of one. Of many rows it waits until PostgreSQL has
 * taken in what it is ready to take. An error is told as what it `means`.
 */
export async function write(
  db: Db,
  name: string,
  sql: string,
  values: readonly unknown[],
  means?: (error: Error) => Error,
): Promise<void> {
  if (!('later' in db)) {
    await db.named(name, sql, values).catch((error) => {
      throw means?.(error) ?? error;
    });
    return;
  }
  const tx = db as Tx;
  tx.later(name, sql, values, means);
  await handOver(tx);
}
