import { putRows, type Tx } from '#platform/database';
import type { KeptBehaviour } from '../domain/behaviour.ts';
import { CustomerBehaviourEntity } from './behaviour.entity.ts';

/** Writes what is said of these customers, and forgets what was said of the others among them. */
export async function putBehaviour(
  tx: Tx,
  customerIds: readonly string[],
  behaviours: readonly KeptBehaviour[],
): Promise<void> {
  tx.later(
    'behaviour-gone',
    'DELETE FROM customer_behaviour WHERE customer_id = ANY($1::uuid[]) AND customer_id <> ALL($2::uuid[])',
    [customerIds, behaviours.map(({ customerId }) => customerId)],
  );
  await putRows(
    tx,
    CustomerBehaviourEntity,
    behaviours,
    `ON CONFLICT (customer_id) DO UPDATE SET value = excluded.value, day = excluded.day, settings = excluded.settings
      WHERE (customer_behaviour.value, customer_behaviour.day, customer_behaviour.settings) IS DISTINCT FROM (excluded.value, excluded.day, excluded.settings)`,
  );
}
