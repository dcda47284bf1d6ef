import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';
import { stewardSystem } from '../domain/golden.ts';

/** An identifier of a customer or record, with who knows it. */
export interface IdentifierRow {
  kind: string;
  value: string;
  raw: string;
  /** A phone as its country writes it; of others what is shown follows from `raw`. */
  shown: string | null;
  weak: boolean;
  sourceNames: string[];
}

/**
 * The identifiers of each customer, in the order asked: usable ones first, of these what was entered here before what sources
 * say, then by kind and value.
 */
export async function identifiersByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<IdentifierRow[][]> {
  const rows = await db.named<IdentifierRow & { customerId: string }>(
    'identity-identifiers-by-customer',
    `SELECT r.customer_id AS "customerId", i.kind, i.value, min(i.raw) AS raw, min(i.shown) AS shown, bool_and(i.weak) AS weak,
       array_agg(DISTINCT s.name ORDER BY s.name) AS "sourceNames"
      FROM source_record r JOIN identifier i ON i.source_record_id = r.id JOIN source s ON s.id = r.source_id
     WHERE r.customer_id = ANY($1::uuid[])
     GROUP BY 1, 2, 3 ORDER BY 1, 6, bool_or(s.system = '${stewardSystem}') DESC, 2, 3`,
    [customerIds],
  );
  const found = groupBy(rows, ({ customerId }) => customerId);
  return customerIds.map((id) => found.get(id) ?? []);
}

/** The identifiers of each source record, in the order asked. */
export async function identifiersByRecord(db: Db, recordIds: readonly string[]): Promise<IdentifierRow[][]> {
  const rows = await db.named<IdentifierRow & { recordId: string }>(
    'identity-identifiers-by-record',
    `SELECT r.id AS "recordId", i.kind, i.value, i.raw, i.shown, i.weak, ARRAY[s.name] AS "sourceNames"
      FROM source_record r JOIN identifier i ON i.source_record_id = r.id JOIN source s ON s.id = r.source_id
     WHERE r.id = ANY($1::uuid[]) ORDER BY 1, 6, 2, 3`,
    [recordIds],
  );
  const found = groupBy(rows, ({ recordId }) => recordId);
  return recordIds.map((id) => found.get(id) ?? []);
}
