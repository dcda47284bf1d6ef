import type { Tx } from '#platform/database';

/**
 * Holds these customers until the transaction ends, so that two who write what follows of one customer do so one after the other, the
 * second knowing what the first knew. In one order everywhere.
 */
export function holdCustomers(tx: Tx, customerIds: readonly string[]): void {
  if (customerIds.length === 0) return;
  tx.later(
    'customers-hold',
    // Counted, so that nobody is told the ids that they told.
    'SELECT count(*) FROM (SELECT FROM customer WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE) held',
    [customerIds],
  );
}
