import { advisoryLocks, type Db, type Tx } from '#platform/database';

/** One process at a time decides about the first run. Held until the end of the transaction. */
export const lockFirstRun = (tx: Tx): Promise<unknown> =>
  tx.named('lock-first-run', 'SELECT pg_advisory_xact_lock($1::bigint)', [advisoryLocks.firstRun]);

/** Hash of the code that makes the first admin, while there is one. */
export async function setupCodeHash(db: Db): Promise<Buffer | null> {
  const [row] = await db.named<{ hash: Buffer }>('setup-code', 'SELECT code_hash AS hash FROM setup_code');
  return row?.hash ?? null;
}

/** Stores the code that counts from now on. */
export const storeSetupCode = (tx: Tx, hash: Buffer): Promise<unknown> =>
  tx.named(
    'store-setup-code',
    `INSERT INTO setup_code (code_hash) VALUES ($1)
     ON CONFLICT (only_one) DO UPDATE SET code_hash = excluded.code_hash, created_at = now()`,
    [hash],
  );

/** Uses the code up. */
export const dropSetupCode = (tx: Tx): Promise<unknown> =>
  tx.named('drop-setup-code', 'DELETE FROM setup_code');
