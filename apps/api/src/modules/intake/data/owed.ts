import type { Db, Tx } from '#platform/database';

/** Customers of whom the same kinds of signals told. */
export interface Owed {
  id: number;
  customerIds: string[];
  kinds: string[];
  standsAnew: boolean;
}

/** Keeps, in the transaction that records it, of whom something follows. Rows are only ever added, so nobody waits for anybody. */
export function insertOwed(tx: Tx, owed: Omit<Owed, 'id'>): void {
  tx.later('owed-insert', 'INSERT INTO owed (customer_ids, kinds, stands_anew) VALUES ($1, $2, $3)', [
    owed.customerIds,
    owed.kinds,
    owed.standsAnew,
  ]);
}

/** What is owed, oldest first. */
export const owedNow = (db: Db, atMost: number): Promise<Owed[]> =>
  db.named<Owed>(
    `owed-now-${atMost}`,
    `SELECT id, customer_ids AS "customerIds", kinds, stands_anew AS "standsAnew" FROM owed ORDER BY id LIMIT ${atMost}`,
    [],
  );

/** Everything that is owed, each with those of these customers whom it is about; of rows that were looked at already nobody is asked. */
export const owedOf = (
  db: Db,
  customerIds: readonly string[],
  lookedAt: readonly number[],
): Promise<Owed[]> =>
  db.named<Owed>(
    'owed-of',
    `SELECT o.id, o.kinds, o.stands_anew AS "standsAnew",
            CASE WHEN o.id = ANY($2::bigint[]) THEN '{}'
                 ELSE ARRAY(SELECT one.id FROM unnest($1::uuid[]) AS one(id) WHERE one.id = ANY(o.customer_ids)) END AS "customerIds"
       FROM owed o ORDER BY o.id`,
    [customerIds, lookedAt],
  );

/** Strikes out what is settled. */
export function deleteOwed(tx: Tx, ids: readonly number[]): void {
  tx.later('owed-delete', 'DELETE FROM owed WHERE id = ANY($1::bigint[])', [ids]);
}
