import { groupBy } from '#kernel/batch';
import { newId } from '#kernel/id';
import { type CompanyToWrite, companiesLike, writeCompanies } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Incoming, SpeakingSource } from './claims.ts';
import {
  type CompanyRecord,
  companyRecordsByKey,
  recordsOfCompanies,
  writeCompanyRecords,
} from './data/companies.ts';
import type { VersionToWrite } from './data/write-said.ts';
import { type CompanyClaim, chooseCompany, matchCompany, readCompany } from './domain/company.ts';
import { absorb, nothingSaid, type Statement } from './domain/statement.ts';

/** A company that a signal points at, and the part the person plays there. */
export interface CompanyMention {
  place: number;
  signalId: string | null;
  at: string;
  claim: CompanyClaim;
  role: string | null;
  /** The first one that a signal about the person names. */
  isMain: boolean;
}

/** The companies that the signals of a set point at, in order. */
export function companyMentions(set: readonly Incoming[]): CompanyMention[] {
  return set.flatMap(({ signal, signalId }, place) =>
    (signal.companies ?? []).flatMap((ref, index) => {
      const claim = readCompany(ref);
      if (!claim) return [];
      const isMain = index === 0 && Boolean(signal.person?.profile);
      const at = new Date(signal.at).toISOString();
      return [{ place, signalId, at, claim, role: ref.role?.trim() || null, isMain }];
    }),
  );
}

/** What two transactions must not decide about at once. */
export const companyLocks = (sourceId: string, mentions: readonly CompanyMention[]): string[] =>
  mentions.flatMap(({ claim }) => [
    `company ${sourceId} ${claim.key}`,
    ...(claim.domain ? [`domain ${claim.domain}`] : []),
    ...(claim.matchName ? [`company-name ${claim.matchName}`] : []),
  ]);

/** What is known of the companies that mentions may mean: nothing of it depends on who the people are. */
export async function recallCompanies(tx: Tx, source: SpeakingSource, mentions: readonly CompanyMention[]) {
  const keys = [...new Set(mentions.map(({ claim }) => claim.key))];
  const records = new Map(
    (await companyRecordsByKey(tx, source.id, keys)).map((record) => [record.key, record]),
  );
  const unknown = mentions.filter(({ claim }) => !records.has(claim.key));
  const known = await companiesLike(
    tx,
    [...new Set(unknown.flatMap(({ claim }) => claim.domain ?? []))],
    [...new Set(unknown.flatMap(({ claim }) => claim.matchName ?? []))],
  );
  return { records, known };
}

/**
 * Says which company each mention means, making those that nobody knew, by what is known of them. `renamed` are companies whose name is
 * new.
 */
export async function identifyCompanies(
  tx: Tx,
  source: SpeakingSource,
  mentions: readonly CompanyMention[],
  { records, known }: Awaited<ReturnType<typeof recallCompanies>>,
): Promise<{ companyOf: Map<CompanyMention, string>; renamed: string[] }> {
  const companyOf = new Map<CompanyMention, string>();
  if (mentions.length === 0) return { companyOf, renamed: [] };
  const fresh: CompanyRecord[] = [];
  const changed = new Set<CompanyRecord>();
  const made = new Set<string>();
  const versions: VersionToWrite[] = [];
  for (const mention of mentions) {
    const { claim, at } = mention;
    let record = records.get(claim.key);
    if (!record) {
      let company = matchCompany(claim, known);
      if (!company) {
        company = {
          id: newId(),
          matchName: claim.matchName ?? '',
          domain: claim.domain,
          country: claim.country,
        };
        made.add(company.id);
        known.push(company);
      }
      company.domain ??= claim.domain;
      company.country ??= claim.country;
      record = {
        recordId: newId(),
        sourceId: source.id,
        sourceName: source.name,
        key: claim.key,
        companyId: company.id,
        createdAt: at,
        current: nothingSaid,
        isNew: true,
      };
      records.set(claim.key, record);
      fresh.push(record);
    }
    const statement: Statement = { values: claim.values };
    const told = absorb(record.current, statement, at);
    if (told.changed)
      versions.push({
        id: newId(),
        recordId: record.recordId,
        signalId: mention.signalId,
        at,
        statement,
      });
    if (told.changed || told.newer) {
      record.current = told.current;
      changed.add(record);
    }
    companyOf.set(mention, record.companyId);
  }
  const touched = new Set([...fresh, ...changed].map(({ companyId }) => companyId));
  const rows = await goldenCompanies(tx, touched, made, [...records.values()]);
  await writeCompanies(tx, rows);
  await writeCompanyRecords(
    tx,
    fresh,
    [...changed].filter(({ isNew }) => !isNew),
    versions,
  );
  return { companyOf, renamed: [...touched].filter((id) => !made.has(id)) };
}

async function goldenCompanies(
  tx: Tx,
  touched: ReadonlySet<string>,
  made: ReadonlySet<string>,
  inMind: readonly CompanyRecord[],
): Promise<CompanyToWrite[]> {
  const stored = await recordsOfCompanies(
    tx,
    [...touched].filter((id) => !made.has(id)),
  );
  const all = new Map([...stored, ...inMind].map((record) => [record.recordId, record]));
  const byCompany = groupBy(all.values(), ({ companyId }) => companyId);
  return [...touched].map((id) => ({ id, ...chooseCompany(byCompany.get(id) ?? []) }));
}
