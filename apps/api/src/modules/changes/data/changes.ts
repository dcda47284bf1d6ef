import { type Db, write } from '#platform/database';
import type { Change, Position } from '../domain/change.ts';

/** Writes one row for each customer. */
export async function insertChanges(
  db: Db,
  kindsOf: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<void> {
  await write(
    db,
    'insert-changes',
    `INSERT INTO change (customer_id, kinds)
     SELECT unnest($1::uuid[]), string_to_array(unnest($2::text[]), ' ')`,
    [[...kindsOf.keys()], [...kindsOf.values()].map((kinds) => [...kinds].sort().join(' '))],
  );
}

/**
 * Up to `limit` changes after a place, oldest first, of transactions older than every one that still runs: one that
 * commits later always stands further on, so a reader that goes on from the last row never misses any. `heldBack`
 * says that a running transaction still hides some that are there, `more` that the limit was reached.
 */
export async function changesAfter(
  db: Db,
  after: Position,
  limit: number,
): Promise<{ changes: Change[]; heldBack: boolean; more: boolean }> {
  const rows = await db.named<{
    xid: string;
    id: number;
    customerId: string;
    kinds: string[];
    safe: boolean;
  }>(
    'changes-after',
    // By `change.xid`: `xid` alone would be the text that is given out, and as texts "1000" comes before "999".
    `SELECT xid::text AS xid, id, customer_id AS "customerId", kinds, xid < pg_snapshot_xmin(pg_current_snapshot()) AS safe
       FROM change WHERE (xid, id) > ($1::text::xid8, $2::bigint) ORDER BY change.xid, change.id LIMIT $3`,
    [after.xid, after.id, limit],
  );
  // Rows are ordered by xid, so the safe ones are a prefix.
  const changes = rows
    .filter((row) => row.safe)
    .map(({ xid, id, customerId, kinds }) => ({ customerId, kinds, position: { xid, id } }));
  const heldBack = changes.length < rows.length;
  return { changes, heldBack, more: !heldBack && rows.length === limit };
}

/** The last `limit` changes up to a place, oldest first. The place is one that the feed has handed out: nothing comes in before it any more. */
export async function changesBefore(db: Db, upTo: Position, limit: number): Promise<Change[]> {
  const rows = await db.named<{ xid: string; id: number; customerId: string; kinds: string[] }>(
    'changes-before',
    `SELECT xid::text AS xid, id, customer_id AS "customerId", kinds
       FROM change WHERE (xid, id) <= ($1::text::xid8, $2::bigint) ORDER BY change.xid DESC, change.id DESC LIMIT $3`,
    [upTo.xid, upTo.id, limit],
  );
  return rows
    .reverse()
    .map(({ xid, id, customerId, kinds }) => ({ customerId, kinds, position: { xid, id } }));
}

/** Whether a transaction can have been one of this database: after a backup was put back, pages know places of a future that is no more. */
export async function hasBegun(db: Db, xid: string): Promise<boolean> {
  const [row] = await db.named<{ begun: boolean }>(
    'transaction-has-begun',
    'SELECT $1::text::xid8 < pg_snapshot_xmax(pg_current_snapshot()) AS begun',
    [xid],
  );
  return row!.begun;
}

/** The place just before everything that is still to come, and the time of the database. */
export async function endOfFeed(db: Db): Promise<{ position: Position; now: Date }> {
  const [row] = await db.named<{ xid: string; now: Date }>(
    'end-of-feed',
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid, now() AS now`,
  );
  return { position: { xid: row!.xid, id: 0 }, now: row!.now };
}

/** Forgets transactions of changes that are older than this many seconds: those before the first that is not, from the beginning of the feed on. */
export async function forgetChanges(db: Db, olderThanSeconds: number): Promise<void> {
  await write(
    db,
    'forget-changes',
    `DELETE FROM change WHERE xid < coalesce(
       (SELECT xid FROM change WHERE at >= now() - make_interval(secs => $1::double precision) ORDER BY xid, id LIMIT 1),
       pg_snapshot_xmin(pg_current_snapshot()))`,
    [olderThanSeconds],
  );
}
