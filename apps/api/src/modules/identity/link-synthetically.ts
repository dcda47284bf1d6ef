import type { Db, Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { mergeCustomers } from './merge-customers.ts';
import type { MoveRules } from './move-rules.ts';

/** A record by the source and the key it has there. */
export interface RecordName {
  source: string;
  key: string;
}

const whose = async (db: Db, { source, key }: RecordName): Promise<string | undefined> => {
  const [found] = await db.named<{ id: string }>(
    'identity-customer-of-record',
    `SELECT r.customer_id AS id FROM source_record r JOIN source s ON s.id = r.source_id
      WHERE s.key = $1 AND r.source_key = $2 AND r.kind = 'person' AND r.customer_id IS NOT NULL`,
    [source, key],
  );
  return found?.id;
};

/**
 * Joins people of sets that have nothing to do with one another, to show how a house with all of them would look. Each link is marked
 * synthetic and nothing found across it is a finding; it is undone like any merge. Pairs of which one is not there, or that are one
 * customer already, are passed over. How many were linked.
 */
export async function linkSynthetically(
  tx: Tx,
  pairs: readonly (readonly [RecordName, RecordName])[],
  actor: Actor,
  rules: MoveRules,
): Promise<number> {
  let linked = 0;
  for (const [one, other] of pairs) {
    const [survivorId, otherId] = [await whose(tx, one), await whose(tx, other)];
    if (!survivorId || !otherId || survivorId === otherId) continue;
    const merged = await mergeCustomers(
      tx,
      { survivorId, otherId, actor, kind: 'synthetic-link', reason: 'Sets without people in common' },
      rules,
    );
    if (merged.ok) linked += 1;
  }
  return linked;
}
