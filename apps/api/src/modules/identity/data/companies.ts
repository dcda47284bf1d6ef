import { insertRows, type Tx } from '#platform/database';
import type { CompanyWitness } from '../domain/company.ts';
import type { Current } from '../domain/statement.ts';
import { type VersionToWrite, writeVersions } from './write-said.ts';

/** A source record of a company. */
export interface CompanyRecord extends CompanyWitness {
  sourceId: string;
  companyId: string;
  isNew: boolean;
}

const columns = `r.id AS "recordId", r.source_id AS "sourceId", s.name AS "sourceName", r.source_key AS key, r.company_id AS "companyId",
  r.created_at AS "createdAt", r.current`;

const inWords = (
  rows: (Omit<CompanyRecord, 'createdAt' | 'isNew'> & { createdAt: Date })[],
): CompanyRecord[] => rows.map((row) => ({ isNew: false, ...row, createdAt: row.createdAt.toISOString() }));

/** Records of companies of one source, by their keys. */
export async function companyRecordsByKey(
  tx: Tx,
  sourceId: string,
  keys: readonly string[],
): Promise<CompanyRecord[]> {
  if (keys.length === 0) return [];
  return inWords(
    await tx.named(
      'identity-company-records-by-key',
      `SELECT ${columns} FROM source_record r JOIN source s ON s.id = r.source_id
        WHERE r.source_id = $1 AND r.kind = 'company' AND r.source_key = ANY($2::text[])`,
      [sourceId, keys],
    ),
  );
}

/** Every record of these companies. */
export async function recordsOfCompanies(tx: Tx, companyIds: readonly string[]): Promise<CompanyRecord[]> {
  if (companyIds.length === 0) return [];
  return inWords(
    await tx.named(
      'identity-records-of-companies',
      `SELECT ${columns} FROM source_record r JOIN source s ON s.id = r.source_id WHERE r.company_id = ANY($1::uuid[])`,
      [companyIds],
    ),
  );
}

/** Writes records of companies and what was said of them. */
export async function writeCompanyRecords(
  tx: Tx,
  fresh: readonly CompanyRecord[],
  changed: readonly CompanyRecord[],
  versions: readonly VersionToWrite[],
): Promise<void> {
  await insertRows(
    tx,
    'source_record',
    {
      id: 'uuid',
      source_id: 'uuid',
      kind: 'text',
      source_key: 'text',
      company_id: 'uuid',
      created_at: 'timestamptz',
      current: 'json',
    },
    fresh.map((record) => ({
      id: record.recordId,
      source_id: record.sourceId,
      kind: 'company',
      source_key: record.key,
      company_id: record.companyId,
      created_at: record.createdAt,
      current: record.current,
    })),
  );
  await updateCompanyRecords(tx, changed);
  await writeVersions(tx, versions);
}

/** Writes what records of companies say now. */
export async function updateCompanyRecords(
  tx: Tx,
  changed: readonly { recordId: string; current: Current }[],
): Promise<void> {
  if (changed.length === 0) return;
  tx.later(
    'identity-update-company-records',
    `UPDATE source_record r SET current = n.current FROM unnest($1::uuid[], $2::json[]) AS n(id, current) WHERE r.id = n.id`,
    [changed.map(({ recordId }) => recordId), changed.map(({ current }) => JSON.stringify(current))],
  );
}

/** Somebody's place in a company. */
export interface AffiliationRow {
  source_record_id: string;
  company_id: string;
  customer_id: string;
  role: string | null;
  is_main: boolean;
  observed_at: string;
}

// What the source said of its row before, where one of us said otherwise.
const theirRole = `CASE WHEN a.over ? 'role' THEN a.over->>'role' ELSE a.role END`;
const theirMain = (row: string) => `coalesce((${row}.over->>'isMain')::boolean, ${row}.is_main)`;
const isOtherRole = `coalesce(excluded.role <> ${theirRole}, excluded.role IS NOT NULL)`;
// The main company again, after the record had named another one as such.
const isBack = `EXISTS (SELECT FROM affiliation o WHERE o.source_record_id = a.source_record_id AND o.company_id <> a.company_id
       AND ${theirMain('o')} AND o.observed_at > a.observed_at AND o.observed_at < excluded.observed_at)`;
const isMainNow = `(excluded.is_main AND (NOT ${theirMain('a')} OR ${isBack}))`;

// A newer observation stands. Our word beside it (decisions 0023 and 0085) stands until the source says something new: of the role or of what
// the main company is, each by itself; of a place that ended, either. Nearly no row has one, and only there is more looked at.
const newerStands = `ON CONFLICT (source_record_id, company_id) DO UPDATE SET
       role = CASE WHEN a.over ? 'role' AND NOT ${isOtherRole} THEN a.role ELSE coalesce(excluded.role, a.role) END,
       is_main = CASE WHEN a.over ? 'isMain' AND NOT ${isMainNow} THEN a.is_main ELSE excluded.is_main OR a.is_main END,
       ended_on = CASE WHEN a.ended_on IS NULL OR ${isOtherRole} OR ${isMainNow} THEN NULL ELSE a.ended_on END,
       started_on = CASE WHEN a.ended_on IS NOT NULL AND (${isOtherRole} OR ${isMainNow}) THEN NULL ELSE a.started_on END,
       over = CASE WHEN a.over IS NULL THEN NULL ELSE nullif(a.over - CASE WHEN ${isOtherRole} THEN 'role' ELSE '' END
         - CASE WHEN ${isMainNow} THEN 'isMain' ELSE '' END, '{}') END,
       observed_at = excluded.observed_at
     WHERE excluded.observed_at >= a.observed_at`;

/**
 * Writes who belongs to which company; an older observation changes nothing. Returns the customers for whom something changed; when all of
 * them are `changed` already, nobody waits for that.
 */
export async function writeAffiliations(
  tx: Tx,
  rows: readonly AffiliationRow[],
  changed: ReadonlySet<string>,
): Promise<string[]> {
  const asks = rows.some(({ customer_id }) => !changed.has(customer_id));
  const written = await insertRows<AffiliationRow, { customer_id: string }>(
    tx,
    'affiliation AS a',
    {
      source_record_id: 'uuid',
      company_id: 'uuid',
      customer_id: 'uuid',
      role: 'text',
      is_main: 'boolean',
      observed_at: 'timestamptz',
    },
    rows,
    asks ? `${newerStands} RETURNING customer_id` : newerStands,
  );
  return written.map(({ customer_id }) => customer_id);
}
