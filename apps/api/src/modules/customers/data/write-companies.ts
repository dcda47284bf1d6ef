import type { Tx } from '#platform/database';
import type { GoldenRecord } from '../domain/customer.ts';

/** A company as identity chose it; `createdAt` in ISO 8601. */
export interface CompanyToWrite {
  id: string;
  name: string;
  matchName: string;
  domain: string | null;
  industry: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  website: string | null;
  ownerName: string | null;
  golden: GoldenRecord;
  createdAt: string;
}

/** Writes companies, new ones and those about which more is known now. */
export async function writeCompanies(tx: Tx, companies: readonly CompanyToWrite[]): Promise<void> {
  if (companies.length === 0) return;
  tx.later(
    'companies-write',
    `INSERT INTO company (id, name, match_name, domain, industry, phone, city, country, website, owner_name, golden, created_at)
     SELECT * FROM json_to_recordset($1::json) AS n(id uuid, name text, "matchName" text, domain text, industry text, phone text,
       city text, country text, website text, "ownerName" text, golden jsonb, "createdAt" timestamptz)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, match_name = excluded.match_name, domain = excluded.domain,
       industry = excluded.industry, phone = excluded.phone, city = excluded.city, country = excluded.country, website = excluded.website,
       owner_name = excluded.owner_name, golden = excluded.golden, created_at = excluded.created_at`,
    [JSON.stringify(companies)],
  );
}

/** Companies that have any of these domains or names, oldest first. */
export async function companiesLike(
  tx: Tx,
  domains: readonly string[],
  matchNames: readonly string[],
): Promise<{ id: string; matchName: string; domain: string | null; country: string | null }[]> {
  if (domains.length + matchNames.length === 0) return [];
  return tx.named(
    'companies-like',
    `SELECT id, match_name AS "matchName", domain, country FROM company WHERE domain = ANY($1::text[]) OR match_name = ANY($2::text[]) ORDER BY id`,
    [domains, matchNames],
  );
}
