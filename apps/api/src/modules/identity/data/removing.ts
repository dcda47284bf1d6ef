import type { Tx } from '#platform/database';

/** What identity keeps of a customer, and what was told of them by their records: it goes with the records. */
const ofRecords = [
  'customer',
  'customer_redirect',
  'source_record',
  'membership',
  'affiliation',
  'timeline_entry',
  'fact',
];

/** A table of which rows point at the customer, and that neither goes with them nor was written by us alone. */
export async function whatHolds(
  tx: Tx,
  customerId: string,
  ownWords: readonly string[],
): Promise<string | null> {
  const holding = await tx.named<{ table: string; column: string }>(
    'identity-holding-references',
    `SELECT of_table AS "table", of_column AS "column" FROM reference
      WHERE to_table = 'customer' AND NOT goes_along AND of_table <> ALL($1::text[]) ORDER BY 1, 2`,
    [[...ofRecords, ...ownWords]],
  );
  // Names of tables and columns come from the catalogue of the database itself.
  const asked = holding.map(
    ({ table, column }) =>
      `SELECT '${table}' AS "table" WHERE EXISTS (SELECT FROM ${table} t WHERE t.${column} = $1)`,
  );
  const [first] = await tx.query<{ table: string }>(`${asked.join(' UNION ALL ')} LIMIT 1`, [customerId]);
  return first?.table ?? null;
}

/** Whether another customer was merged into this one, or this one into another. */
export async function isMerged(tx: Tx, customerId: string): Promise<boolean> {
  const rows = await tx.named(
    'identity-is-merged',
    `SELECT FROM customer c WHERE c.merged_into = $1 OR c.id = $1 AND c.merged_into IS NOT NULL LIMIT 1`,
    [customerId],
  );
  return rows.length > 0;
}

/** Deletes a customer with their records, what was told by these, and what we wrote of them. */
export async function deleteCustomer(tx: Tx, customerId: string, ownWords: readonly string[]): Promise<void> {
  for (const table of ownWords) await tx.query(`DELETE FROM ${table} WHERE customer_id = $1`, [customerId]);
  for (const sql of [
    `DELETE FROM match_key k USING match_record m, source_record r
      WHERE m.source_record_id = r.id AND k.number = m.number AND r.customer_id = $1`,
    'DELETE FROM source_record WHERE customer_id = $1',
    // Links of earlier records: they were said of this customer, who was nobody.
    'DELETE FROM membership WHERE customer_id = $1',
    'DELETE FROM customer_redirect WHERE old_id = $1 OR new_id = $1',
    'DELETE FROM customer WHERE id = $1',
  ])
    await tx.query(sql, [customerId]);
}

/** The companies at which somebody works, by their records. */
export async function companiesOf(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'identity-companies-of',
    'SELECT DISTINCT company_id AS id FROM affiliation WHERE customer_id = $1',
    [customerId],
  );
  return rows.map(({ id }) => id);
}

/** Forgets what we alone said of companies at which nobody works any more. */
export async function forgetOwnCompanies(
  tx: Tx,
  companyIds: readonly string[],
  ownSourceId: string,
): Promise<void> {
  await tx.query(
    `DELETE FROM source_record r WHERE r.kind = 'company' AND r.source_id = $2 AND r.company_id = ANY($1::uuid[])
        AND NOT EXISTS (SELECT FROM affiliation a WHERE a.company_id = r.company_id)
        AND NOT EXISTS (SELECT FROM source_record o WHERE o.company_id = r.company_id AND o.source_id <> r.source_id)`,
    [companyIds, ownSourceId],
  );
}
