import type { SummaryPart } from '#modules/house';
import { listOf, type Tx } from '#platform/database';
import { columnsOfParts, madeOfParts, partsJoined } from './summarise.ts';
import { type CustomerToSummarise, golden, mainCompany } from './write-customers.ts';

/** Writes what the search finds new customers by, whose summaries come later (`beginSummaries`). */
export function writeWords(tx: Tx, customers: readonly CustomerToSummarise[]): void {
  if (customers.length === 0) return;
  tx.later(
    'customers-words',
    `INSERT INTO customer_words (customer_id, words, company)
     SELECT asked.id, fold(asked.words), coalesce(fold(main.name), '')
       FROM unnest($1::uuid[], $2::text[]) AS asked(id, words) ${mainCompany('asked.id')}`,
    [
      listOf(
        'uuid',
        customers.map(({ id }) => id),
      ),
      listOf(
        'text',
        customers.map(({ words }) => words),
      ),
    ],
  );
}

const known: Record<(typeof golden)[number], string> = {
  display_name: 'c.display_name',
  sort_name: 'c.sort_name',
  email: 'c.email',
  phone: 'c.phone',
  company_id: 'main.id',
  company_name: 'main.name',
  country: 'c.country',
  language: 'c.language',
  owner_name: 'c.owner_name',
  tags: 'c.tags',
  created_at: 'c.created_at',
};

const beginSql = madeOfParts('customers-begin-summaries', (parts) => {
  const subjects = columnsOfParts(parts);
  const columns: string[] = [...golden, ...subjects.map(([column]) => column)];
  const values = [
    ...golden.map((column) => `${known[column]} AS ${column}`),
    ...subjects.map(([column, value]) => `${value} AS ${column}`),
  ];
  // OFFSET: each is found by its key, whatever PostgreSQL believes of how many there are. Who has a summary is left out before more is read of them.
  return `WITH told AS MATERIALIZED (
       SELECT asked.id, ${values.join(', ')}
         FROM (SELECT DISTINCT one.id FROM unnest($1::uuid[]) AS one(id)
                 LEFT JOIN LATERAL (SELECT s.display_name FROM customer_summary s WHERE s.customer_id = one.id OFFSET 0) already ON true
                WHERE already.display_name IS NULL) asked
        CROSS JOIN LATERAL (SELECT * FROM customer c WHERE c.id = asked.id OFFSET 0) c
         ${mainCompany('asked.id')}
         ${partsJoined(parts)}
        WHERE c.merged_into IS NULL
     ), worded AS (
       UPDATE customer_words w SET company = coalesce(fold(told.company_name), '') FROM told
        WHERE w.customer_id = told.id AND w.company <> coalesce(fold(told.company_name), '')
     )
     INSERT INTO customer_summary (customer_id, ${columns.join(', ')})
     SELECT id, ${columns.join(', ')} FROM told ON CONFLICT (customer_id) DO NOTHING RETURNING customer_id AS id`;
});

/**
 * Writes the summaries of those of these customers who have none yet, with all that `parts` (every subject's) tell of them: once, where
 * first their names and then the rest would be two rows and their places in every index. Answers whose it wrote.
 */
export async function beginSummaries(
  tx: Tx,
  customerIds: readonly string[],
  parts: readonly SummaryPart[],
): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const { name, text } = beginSql(parts);
  const rows = await tx.named<{ id: string }>(name, text, [customerIds]);
  return rows.map(({ id }) => id);
}
