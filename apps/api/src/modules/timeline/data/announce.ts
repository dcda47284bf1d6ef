import type { Tx } from '#platform/database';

/**
 * Says to everybody who listens that these customers changed, and in what (`timeline`, `deals`, `notes` …). Inside the
 * transaction: nobody hears of what was rolled back. Listeners read table `change` when the channel wakes them.
 */
export async function announce(
  tx: Tx,
  customerIds: readonly string[],
  kinds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.named(
    'announce',
    `INSERT INTO change (customer_id, kinds) SELECT DISTINCT id, $2::text[] FROM unnest($1::uuid[]) AS changed(id)`,
    [customerIds, kinds],
  );
  await tx.named('announce-wake', `SELECT pg_notify('ancora_change', '')`);
}
