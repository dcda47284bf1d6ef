import { refreshMainCompanies, writeSummaries } from '#modules/customers';
import type { Located, LocatedPerson } from '#modules/house';
import type { Tx } from '#platform/database';
import { claimsOf, type Incoming, type PersonClaim, type SpeakingSource } from './claims.ts';
import { type AffiliationRow, writeAffiliations } from './data/companies.ts';
import { lockEverybody, lockThings } from './data/locks.ts';
import { decidePeople } from './decide-people.ts';
import { identifierKey } from './domain/identifiers.ts';
import type { Reason } from './domain/resolve.ts';
import type { CustomerRow } from './golden-rows.ts';
import {
  type CompanyMention,
  companyLocks,
  companyMentions,
  identifyCompanies,
  recallCompanies,
} from './identify-companies.ts';
import type { MoveRules } from './move-rules.ts';
import { movesOthers, type PeoplePlan, type Verdict } from './people-plan.ts';
import { recallNamed, recallPeople } from './recall-people.ts';
import { writePlan } from './write-plan.ts';

/** A signal of which identity has said whose it is, what that did, and why. */
export interface Identified<Body = unknown> extends Located<Body> {
  /** `nobody` when the signal points at no person. */
  outcome: 'created' | 'linked' | 'unsure' | 'updated' | 'unchanged' | 'nobody';
  reasons: Reason[];
}

/** What identity locked and read of a set before it was known that all of it is news. */
export interface Foreseen {
  claims: PersonClaim[];
  mentions: CompanyMention[];
  named: Awaited<ReturnType<typeof recallNamed>>;
}

/** Locks what a set could decide about, and asks what comes first: for whoever has something else to ask in the same message. */
export async function foresee(
  tx: Tx,
  source: SpeakingSource,
  set: readonly Incoming<unknown>[],
): Promise<Foreseen> {
  const claims = claimsOf(set);
  const mentions = companyMentions(set);
  await lockThings(tx, thingsToLock(source, claims, mentions));
  return { claims, mentions, named: await recallNamed(tx, source, claims, true) };
}

/**
 * Says whose each signal of a set is: finds or makes the source record, decides which customer it belongs to, and keeps golden
 * record, companies and the log of decisions up to date. Signals are decided about in the order given, each knowing what
 * those before it brought; the number of statements does not depend on their number. `changed` are the customers of whom something
 * that others show is different now. `people` are those of whom something else is known: with `leaveSummaries` the caller writes their
 * summaries, together with what subjects tell of the same signals. `fresh` are those of them whom nobody knew before. `moved` when records went to other customers, with all that hangs on them.
 * `foreseen` is what was locked and read of the very same set.
 */
export async function identify<Body>(
  tx: Tx,
  source: SpeakingSource,
  set: readonly Incoming<Body>[],
  rules: MoveRules,
  { leaveSummaries = false, foreseen }: { leaveSummaries?: boolean; foreseen?: Foreseen | undefined } = {},
): Promise<{
  located: Identified<Body>[];
  changed: string[];
  people: CustomerRow[];
  fresh: ReadonlySet<string>;
  moved: boolean;
}> {
  const claims = foreseen?.claims ?? claimsOf(set);
  const mentions = foreseen?.mentions ?? companyMentions(set);
  if (!foreseen) await lockThings(tx, thingsToLock(source, claims, mentions));
  const [recalled, companies] = await Promise.all([
    recallPeople(tx, source, claims, foreseen?.named),
    recallCompanies(tx, source, mentions),
  ]);
  let { people, links, matching, knowledge } = recalled;
  let plan = decidePeople(source, claims, people, links, matching);
  if (movesOthers(plan)) {
    // Others may be writing to whom this moves: decided again when nobody else decides.
    await lockEverybody(tx);
    ({ people, links, matching, knowledge } = await recallPeople(tx, source, claims));
    plan = decidePeople(source, claims, people, links, matching);
  }
  const changed = await writePlan(tx, plan, people, rules, {
    actor: { kind: 'source', id: null, name: source.name },
    knowledge,
    matching,
  });
  const mains = mainVerdicts(plan);
  const { companyOf, renamed } = await identifyCompanies(tx, source, mentions, companies);
  const written = new Set(changed.rows.map(({ id }) => id));
  const affiliated = await writeAffiliations(tx, affiliationsOf(mentions, companyOf, mains), written);
  if (!leaveSummaries) await writeSummaries(tx, changed.rows);
  await refreshMainCompanies(
    tx,
    affiliated.filter((id) => !written.has(id)),
    renamed,
  );
  const mainCompany = new Map<number, string>();
  for (const mention of mentions)
    if (!mainCompany.has(mention.place)) mainCompany.set(mention.place, companyOf.get(mention)!);
  const located = locate(set, source, plan, mains, mainCompany);
  return {
    located,
    changed: [...new Set([...written, ...changed.again, ...changed.moved, ...affiliated])],
    people: changed.rows,
    fresh: plan.newCustomers,
    moved: changed.moved.length > 0,
  };
}

function mainVerdicts({ verdicts }: PeoplePlan): Map<number, Verdict> {
  const mains = new Map<number, Verdict>();
  for (const [claim, verdict] of verdicts) if (claim.isMain) mains.set(claim.place, verdict);
  return mains;
}

/** Puts to each signal where it was found to belong. */
function locate<Body>(
  set: readonly Incoming<Body>[],
  source: SpeakingSource,
  plan: PeoplePlan,
  mains: ReadonlyMap<number, Verdict>,
  mainCompany: ReadonlyMap<number, string>,
): Identified<Body>[] {
  const others = new Map<number, Map<string, LocatedPerson>>();
  for (const [{ place, isMain }, { record }] of plan.verdicts) {
    if (isMain || mains.get(place)?.record === record) continue;
    const found = others.get(place) ?? new Map<string, LocatedPerson>();
    found.set(record.recordId, { customerId: record.customerId, sourceRecordId: record.recordId });
    others.set(place, found);
  }
  return set.map((incoming, place) => {
    const main = mains.get(place);
    const companyId = mainCompany.get(place);
    const also = others.get(place);
    return {
      signal: incoming.signal,
      signalId: incoming.signalId ?? '',
      sourceId: source.id,
      ...(incoming.importId ? { importId: incoming.importId } : {}),
      at: new Date(incoming.signal.at),
      ...(main
        ? {
            customerId: main.record.customerId,
            sourceRecordId: main.record.recordId,
            knownSince: main.record.createdAt,
          }
        : {}),
      ...(also ? { others: [...also.values()] } : {}),
      ...(companyId ? { companyId } : {}),
      outcome: main?.outcome ?? 'nobody',
      reasons: main?.reasons ?? [],
    };
  });
}

function* thingsToLock(
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  mentions: readonly CompanyMention[],
): Generator<string> {
  for (const claim of claims) yield* locksOf(source, claim);
  yield* companyLocks(source.id, mentions);
}

const locksOf = (source: SpeakingSource, claim: PersonClaim): string[] => [
  ...[claim.key, ...claim.derivedKeys].flatMap((key) => (key ? [`record ${source.id} ${key}`] : [])),
  ...claim.identifiers.filter(({ weak }) => !weak).map(identifierKey),
];

/** One row for each record and company, as if each signal had been written after the other. */
function affiliationsOf(
  mentions: readonly CompanyMention[],
  companyOf: ReadonlyMap<CompanyMention, string>,
  mains: ReadonlyMap<number, Verdict>,
): AffiliationRow[] {
  const rows = new Map<string, AffiliationRow>();
  for (const mention of mentions) {
    const verdict = mains.get(mention.place);
    if (!verdict) continue;
    const { recordId, customerId } = verdict.record;
    const company_id = companyOf.get(mention)!;
    const key = `${recordId} ${company_id}`;
    const before = rows.get(key);
    if (before && mention.at < before.observed_at) continue;
    rows.set(key, {
      source_record_id: recordId,
      company_id,
      customer_id: customerId,
      role: mention.role ?? before?.role ?? null,
      is_main: mention.isMain || (before?.is_main ?? false),
      observed_at: mention.at,
    });
  }
  return [...rows.values()];
}
