import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { companiesById } from '#modules/customers';
import type { Tx } from '#platform/database';
import { type PlaceSpeaker, writeAffiliationsOf } from './change-affiliation.ts';
import { lockAffiliations } from './data/affiliations.ts';
import { lockThings } from './data/locks.ts';
import { type Affiliation, addPlace, belongsTo } from './domain/affiliation.ts';
import { companyDomain, matchCompany, readCompany } from './domain/company.ts';
import { customerMissing, type PlaceRefusal, refusalOfDays, wordless } from './domain/place-refusals.ts';
import { companyLocks, companyMentions, identifyCompanies, recallCompanies } from './identify-companies.ts';
import { stewardRecord, stewardSource } from './steward-records.ts';

/** A company that nobody has told us of yet. */
export interface NewCompany {
  name: string;
  domain?: string | null | undefined;
}

/** A place that one of us has heard of. */
export interface NewPlace {
  customerId: string;
  companyId?: string | null | undefined;
  /** In place of `companyId`. */
  newCompany?: NewCompany | null | undefined;
  role?: string | null | undefined;
  isMain?: boolean | null | undefined;
  /** ISO `YYYY-MM-DD`. */
  since?: string | null | undefined;
  /** ISO `YYYY-MM-DD`, of a company that they have left. */
  until?: string | null | undefined;
}

/**
 * Puts a customer into a company, on their own record: it goes with them wherever they are merged, and no source overwrites it. In a
 * company that they had left by our word they are again.
 */
export async function addAffiliation(
  tx: Tx,
  place: NewPlace,
  { name, now }: PlaceSpeaker,
): Promise<Result<{ customerId: string; companyId: string }, PlaceRefusal>> {
  const [since, until] = [place.since ?? null, place.until ?? null];
  const refusal = wordless(place.role) ?? refusalOfDays({ since, until }, now);
  if (refusal) return refuse(refusal);
  const record = await stewardRecord(tx, place.customerId);
  if (!record) return refuse(customerMissing);
  const company = place.newCompany
    ? await makeCompany(tx, place.newCompany, now)
    : await knownCompany(tx, place.companyId ?? '');
  if (!company.ok) return company;
  const companyId = company.value;
  const before = await lockAffiliations(tx, record.customerId);
  if (belongsTo(before, companyId))
    return refuse({
      code: 'PLACE_KNOWN',
      message: 'They belong to this company already.',
      field: 'companyId',
    });
  const ours: Affiliation = {
    recordId: record.sourceRecordId,
    companyId,
    isOurs: true,
    role: place.role?.trim() || null,
    isMain: false,
    startedOn: since,
    endedOn: until,
    observedAt: now.toISOString(),
    saidBy: name,
    over: {},
  };
  const after = addPlace(before, ours, place.isMain ?? false, name);
  await writeAffiliationsOf(tx, record.customerId, before, after);
  return accept({ customerId: record.customerId, companyId });
}

async function knownCompany(tx: Tx, id: string): Promise<Result<string, PlaceRefusal>> {
  const [company] = isId(id) ? await companiesById(tx, [id]) : [];
  return company
    ? accept(company.id)
    : refuse({ code: 'COMPANY_MISSING', message: 'No company has this id.', field: 'companyId' });
}

/** The company of this name or domain, made when there is none. One that exists keeps its words: whoever chose it did not describe it. */
async function makeCompany(
  tx: Tx,
  { name, domain }: NewCompany,
  now: Date,
): Promise<Result<string, PlaceRefusal>> {
  if (!name.trim())
    return refuse({ code: 'COMPANY_NEEDED', message: 'A company needs a name.', field: 'newCompany' });
  if (domain?.trim() && !companyDomain(domain))
    return refuse({
      code: 'BAD_DOMAIN',
      message: 'This is no domain of a company’s own.',
      field: 'newCompany.domain',
    });
  const ref = { name, ...(domain?.trim() ? { domain: companyDomain(domain)! } : {}) };
  const claim = readCompany(ref);
  if (!claim)
    return refuse({ code: 'COMPANY_NEEDED', message: 'A company needs a name.', field: 'newCompany' });
  const source = await stewardSource(tx);
  const mentions = companyMentions([
    {
      signalId: null,
      signal: {
        kind: 'company',
        eventId: claim.key,
        subjectKey: claim.key,
        at: now.toISOString(),
        companies: [ref],
        body: {},
      },
    },
  ]);
  await lockThings(tx, companyLocks(source.id, mentions));
  const recalled = await recallCompanies(tx, source, mentions);
  const known = recalled.records.get(claim.key)?.companyId ?? matchCompany(claim, recalled.known)?.id;
  if (known) return accept(known);
  const { companyOf } = await identifyCompanies(tx, source, mentions, recalled);
  return accept(companyOf.get(mentions[0]!)!);
}
