import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { StageOverride } from '../domain/stage.ts';
import { StageOverrideEntity } from './stage-override.entity.ts';

const columns = columnsOf(StageOverrideEntity, 'o');

/** Keeps what somebody said: for the first time, or taken back. */
export async function putOverride(tx: Tx, override: StageOverride): Promise<void> {
  await putRows(
    tx,
    StageOverrideEntity,
    [override],
    'ON CONFLICT (id) DO UPDATE SET undone_at = excluded.undone_at',
  );
}

/** What somebody said once, locked until the transaction ends. */
export async function lockOverride(tx: Tx, id: string): Promise<StageOverride | null> {
  const [found] = await tx.named<StageOverride>(
    'override-lock',
    `SELECT ${columns} FROM stage_override o WHERE o.id = $1 FOR UPDATE`,
    [id],
  );
  return found ?? null;
}

/** The last thing that somebody said of each customer and did not take back. */
export async function overridesByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<(StageOverride | null)[]> {
  const rows = await db.named<StageOverride>(
    'overrides-by-customer',
    `SELECT DISTINCT ON (o.customer_id) ${columns} FROM stage_override o
      WHERE o.customer_id = ANY($1::uuid[]) AND o.undone_at IS NULL ORDER BY o.customer_id, o.at DESC, o.id DESC`,
    [customerIds],
  );
  const found = new Map(rows.map((row) => [row.customerId, row]));
  return customerIds.map((id) => found.get(id) ?? null);
}

/** The latest of what people said, whoever it was about, with the facts of these customers; at most `first`. */
export const latestOverrides = (db: Db, first: number): Promise<StageOverride[]> =>
  db.named<StageOverride>(
    'overrides-latest',
    `SELECT ${columns} FROM stage_override o WHERE o.undone_at IS NULL ORDER BY o.at DESC, o.id DESC LIMIT $1::int`,
    [first],
  );
