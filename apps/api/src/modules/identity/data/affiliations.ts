import { insertRows, type Tx } from '#platform/database';
import type { Affiliation } from '../domain/affiliation.ts';
import { isOurRecord, isOurWord } from './affiliation-rows.ts';

type ReadAffiliation = Omit<Affiliation, 'observedAt'> & { observedAt: Date };

const asKept = (rows: readonly ReadAffiliation[]): Affiliation[] =>
  rows.map((row) => ({ ...row, observedAt: row.observedAt.toISOString() }));

const selectAffiliations = `SELECT a.source_record_id AS "recordId", a.company_id AS "companyId", ${isOurRecord('s')} AS "isOurs", a.role, a.is_main AS "isMain",
            a.started_on::text AS "startedOn", a.ended_on::text AS "endedOn", a.observed_at AS "observedAt",
            CASE WHEN ${isOurWord('a', 's')} THEN a.said_by END AS "saidBy", coalesce(a.over, '{}') AS over
       FROM affiliation a JOIN source_record r ON r.id = a.source_record_id JOIN source s ON s.id = r.source_id`;

/** Every row that puts a customer into a company, or did, held until the transaction ends. */
export const lockAffiliations = async (tx: Tx, customerId: string): Promise<Affiliation[]> =>
  asKept(
    await tx.named<ReadAffiliation>(
      'identity-lock-affiliations',
      `${selectAffiliations} WHERE a.customer_id = $1 ORDER BY a.source_record_id, a.company_id FOR UPDATE OF a`,
      [customerId],
    ),
  );

/** The rows of these records of which one of us said anything. */
export const affiliationsSaidHere = async (tx: Tx, recordIds: readonly string[]): Promise<Affiliation[]> =>
  asKept(
    await tx.named<ReadAffiliation>(
      'identity-affiliations-said-here',
      `${selectAffiliations} WHERE a.source_record_id = ANY($1::uuid[]) AND a.said_by IS NOT NULL`,
      [recordIds],
    ),
  );

/** Whose such rows are now, each customer once. */
export async function customersOfAffiliations(
  tx: Tx,
  rows: readonly Pick<Affiliation, 'recordId' | 'companyId'>[],
): Promise<string[]> {
  const found = await tx.named<{ id: string }>(
    'identity-customers-of-affiliations',
    `SELECT DISTINCT a.customer_id AS id FROM unnest($1::uuid[], $2::uuid[]) AS said(record_id, company_id)
       JOIN affiliation a ON a.source_record_id = said.record_id AND a.company_id = said.company_id`,
    [rows.map(({ recordId }) => recordId), rows.map(({ companyId }) => companyId)],
  );
  return found.map(({ id }) => id);
}

/** Writes what counts now of a customer's places, and lets those go that are no more. */
export async function putAffiliations(
  tx: Tx,
  customerId: string,
  { put, drop }: { put: readonly Affiliation[]; drop: readonly Affiliation[] },
): Promise<void> {
  await insertRows(
    tx,
    'affiliation',
    {
      source_record_id: 'uuid',
      company_id: 'uuid',
      customer_id: 'uuid',
      role: 'text',
      is_main: 'boolean',
      observed_at: 'timestamptz',
      started_on: 'date',
      ended_on: 'date',
      said_by: 'text',
      over: 'jsonb',
    },
    put.map((row) => ({
      source_record_id: row.recordId,
      company_id: row.companyId,
      customer_id: customerId,
      role: row.role,
      is_main: row.isMain,
      observed_at: row.observedAt,
      started_on: row.startedOn,
      ended_on: row.endedOn,
      said_by: row.saidBy,
      over: Object.keys(row.over).length > 0 ? row.over : null,
    })),
    `ON CONFLICT (source_record_id, company_id) DO UPDATE SET role = excluded.role, is_main = excluded.is_main, started_on = excluded.started_on,
       ended_on = excluded.ended_on, said_by = excluded.said_by, over = excluded.over, observed_at = excluded.observed_at`,
  );
  if (drop.length > 0)
    tx.later(
      'identity-drop-places',
      `DELETE FROM affiliation a USING unnest($1::uuid[], $2::uuid[]) AS gone(record_id, company_id)
        WHERE a.source_record_id = gone.record_id AND a.company_id = gone.company_id`,
      [drop.map(({ recordId }) => recordId), drop.map(({ companyId }) => companyId)],
    );
}
