import type { Manifest } from '../../../apps/api/src/modules/house/index.ts';
import {
  linkSynthetically,
  moveRulesOf,
  syntheticCustomers,
} from '../../../apps/api/src/modules/identity/index.ts';
import type { Database } from '../../../apps/api/src/platform/database/index.ts';

const ranked = (table: string, source: string) => `
  SELECT r.source_key AS key, row_number() OVER (ORDER BY count(*) DESC, r.source_key) AS place
    FROM ${table} t JOIN source_record r ON r.id = t.source_record_id JOIN source s ON s.id = r.source_id
   WHERE s.key = '${source}' GROUP BY 1`;

/**
 * Who has most tickets at the help-desk is shown as who has most orders at the retailer, and so on: the two have nothing to do with one another,
 * so each link is synthetic. How many were linked, and how many customers Insights therefore leaves out.
 */
export async function linkForShow(
  database: Database,
  modules: readonly Manifest[],
): Promise<{ linked: number; leftOut: number }> {
  const pairs = await database.query<{ buyer: string; caller: string }>(
    `SELECT b.key AS buyer, c.key AS caller FROM (${ranked('sales_order', 'retailer')}) b JOIN (${ranked('case_event', 'helpdesk')}) c USING (place)
      ORDER BY place`,
  );
  const linked = await database.transaction((tx) =>
    linkSynthetically(
      tx,
      pairs.map(({ buyer, caller }) => [
        { source: 'retailer', key: buyer },
        { source: 'helpdesk', key: caller },
      ]),
      { kind: 'system', id: null, name: 'evaluation' },
      moveRulesOf(modules),
    ),
  );
  const [row] = await database.query<{ n: number }>(
    `SELECT count(DISTINCT customer_id)::int AS n FROM (${syntheticCustomers}) y`,
  );
  return { linked, leftOut: row!.n };
}
