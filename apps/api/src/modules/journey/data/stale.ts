import type { Db, Tx } from '#platform/database';
import type { LiveMap } from '../domain/map-version.ts';
import { versionName } from '../domain/map-version.ts';

/**
 * Customers after a place, in order of id, of whom the journey knows something, locked: whoever takes in something about them waits until they stand
 * anew. Those of whom something is being taken in are left out, so that nobody waits for anybody who waits; they are folded by that.
 */
export async function lockCustomersAfter(tx: Tx, after: string, most: number): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'stale-walk',
    `SELECT c.id FROM customer c
      WHERE c.id > $1 AND c.merged_into IS NULL
        AND (EXISTS (SELECT 1 FROM fact f WHERE f.customer_id = c.id) OR EXISTS (SELECT 1 FROM customer_stage s WHERE s.customer_id = c.id))
      ORDER BY c.id LIMIT ${most} FOR UPDATE SKIP LOCKED`,
    [after],
  );
  return rows.map(({ id }) => id);
}

/** Customers who stand somewhere by a version that does not count any more, locked like those above; at most `most`. */
export async function lockStale(tx: Tx, live: readonly LiveMap[], most: number): Promise<string[]> {
  const [main, ...others] = live;
  const rows = await tx.named<{ id: string }>(
    'stale-some',
    `SELECT c.id FROM customer c
      WHERE c.id IN (SELECT s.customer_id FROM customer_stage s WHERE s.settings <> $1
                     UNION SELECT t.customer_id FROM customer_track t
                            WHERE NOT EXISTS (SELECT 1 FROM unnest($2::uuid[], $3::text[]) AS live(map, version)
                                               WHERE live.map = t.map_id AND live.version = t.settings))
      LIMIT ${most} FOR UPDATE SKIP LOCKED`,
    [
      versionName(main!.number),
      others.map(({ mapId }) => mapId),
      others.map(({ number }) => versionName(number)),
    ],
  );
  return rows.map(({ id }) => id);
}

/** The first transaction that had not begun yet, and the eldest that still runs. */
export async function runningTransactions(db: Db): Promise<{ next: bigint; eldest: bigint }> {
  const [row] = await db.query<{ next: string; eldest: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next, pg_snapshot_xmin(pg_current_snapshot())::text AS eldest',
  );
  return { next: BigInt(row!.next), eldest: BigInt(row!.eldest) };
}

/** When figures were last counted; never is `null`. */
export async function lastCounted(db: Db): Promise<Date | null> {
  const [row] = await db.named<{ at: Date | null }>(
    'figures-last',
    'SELECT max(counted_at) AS at FROM stage_figures',
  );
  return row?.at ?? null;
}
