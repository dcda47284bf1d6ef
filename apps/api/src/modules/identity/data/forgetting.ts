import type { Tx } from '#platform/database';
import type { Statement } from '../domain/statement.ts';

/** A record that said something by a signal that is being forgotten. */
export interface TouchedRecord {
  recordId: string;
  kind: 'person' | 'company';
  customerId: string | null;
  companyId: string | null;
}

/** Records that these signals pointed at or said something of. */
export const recordsTouchedBy = (tx: Tx, signalIds: readonly string[]): Promise<TouchedRecord[]> =>
  tx.named(
    'identity-touched-records',
    `SELECT r.id AS "recordId", r.kind, r.customer_id AS "customerId", r.company_id AS "companyId" FROM source_record r WHERE r.id IN (
       SELECT source_record_id FROM source_record_version WHERE signal_id = ANY($1::uuid[])
       UNION SELECT source_record_id FROM signal WHERE id = ANY($1::uuid[]) AND source_record_id IS NOT NULL
     )`,
    [signalIds],
  );

/** Drops what these signals said, and where the people of these records were said to work: whoever else tells it says so again. */
export async function dropVersions(
  tx: Tx,
  signalIds: readonly string[],
  recordIds: readonly string[],
): Promise<void> {
  tx.later('identity-drop-versions', 'DELETE FROM source_record_version WHERE signal_id = ANY($1::uuid[])', [
    signalIds,
  ]);
  tx.later('identity-drop-affiliations', 'DELETE FROM affiliation WHERE source_record_id = ANY($1::uuid[])', [
    recordIds,
  ]);
}

/** What remains said of these records, in the order in which it counts. */
export const remainingVersions = (
  tx: Tx,
  recordIds: readonly string[],
): Promise<{ recordId: string; at: Date; statement: Statement }[]> =>
  tx.named(
    'identity-remaining-versions',
    `SELECT source_record_id AS "recordId", observed_at AS at, profile AS statement FROM source_record_version
      WHERE source_record_id = ANY($1::uuid[]) ORDER BY source_record_id, observed_at, id`,
    [recordIds],
  );

interface Reference {
  table: string;
  column: string;
}

/** The columns of the whole database that point at a table, as the database itself knows them. */
async function referencesTo(tx: Tx, table: string, except: readonly string[]): Promise<Reference[]> {
  return tx.named<Reference>(
    'identity-references-to',
    `SELECT of_table AS "table", of_column AS "column" FROM reference WHERE to_table = $1 AND of_table <> ALL($2::text[])`,
    [table, except],
  );
}

const unreferenced = (references: readonly Reference[]): string =>
  references
    .map(({ table, column }) => `AND NOT EXISTS (SELECT 1 FROM ${table} x WHERE x.${column} = t.id)`)
    .join(' ');

const ofIdentity = [
  'source_record_version',
  'match_record',
  'identifier',
  'membership',
  'doubt',
  'cannot_link',
  'must_link',
  'affiliation',
];

/** Removes records of whom nothing is said any more, on whom nothing hangs, and at whom no other signal points. */
export async function removeSilentRecords(
  tx: Tx,
  recordIds: readonly string[],
  signalIds: readonly string[],
): Promise<string[]> {
  const references = await referencesTo(tx, 'source_record', ofIdentity);
  const rows = await tx.query<{ id: string }>(
    `WITH gone AS (DELETE FROM source_record t WHERE t.id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT 1 FROM source_record_version v WHERE v.source_record_id = t.id)
        AND NOT EXISTS (SELECT 1 FROM signal s WHERE s.source_record_id = t.id AND s.id <> ALL($2::uuid[]))
        ${unreferenced(references)} RETURNING t.id),
      keys AS (DELETE FROM match_key k USING match_record m, gone WHERE m.source_record_id = gone.id AND k.number = m.number)
     SELECT id FROM gone`,
    [recordIds, signalIds],
  );
  return rows.map(({ id }) => id);
}

/** Removes customers of whom no record is left and at whom nothing points; returns who stays. */
export async function removeEmptyCustomers(tx: Tx, customerIds: readonly string[]): Promise<string[]> {
  const references = await referencesTo(tx, 'customer', [
    'customer',
    'customer_summary',
    'customer_words',
    'customer_stage',
    'customer_track',
    'membership',
    'customer_redirect',
    'affiliation',
    'source_record',
  ]);
  const doomed = (
    await tx.query<{ id: string }>(
      `SELECT t.id FROM customer t WHERE (t.id = ANY($1::uuid[]) OR t.merged_into = ANY($1::uuid[]))
          AND NOT EXISTS (SELECT 1 FROM source_record r WHERE r.customer_id = t.id OR r.customer_id = t.merged_into)
          ${unreferenced(references)}`,
      [customerIds],
    )
  ).map(({ id }) => id);
  if (doomed.length > 0) {
    for (const sql of [
      'DELETE FROM customer_redirect WHERE old_id = ANY($1::uuid[]) OR new_id = ANY($1::uuid[])',
      'DELETE FROM membership WHERE customer_id = ANY($1::uuid[])',
      'UPDATE customer SET merged_into = NULL WHERE merged_into = ANY($1::uuid[])',
      'DELETE FROM customer WHERE id = ANY($1::uuid[])',
    ])
      await tx.query(sql, [doomed]);
  }
  const gone = new Set(doomed);
  return customerIds.filter((id) => !gone.has(id));
}

/** Removes companies of which no record is left and at which nothing points. */
export async function removeEmptyCompanies(tx: Tx, companyIds: readonly string[]): Promise<void> {
  if (companyIds.length === 0) return;
  const references = await referencesTo(tx, 'company', []);
  await tx.query(`DELETE FROM company t WHERE t.id = ANY($1::uuid[]) ${unreferenced(references)}`, [
    companyIds,
  ]);
}
