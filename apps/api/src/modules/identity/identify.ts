import { refreshMainCompanies, writeSummaries } from '#modules/customers';
import type { Located, LocatedPerson } from '#modules/house';
import type { Tx } from '#platform/database';
import { claimsOf, type Incoming, type PersonClaim, type SpeakingSource } from './claims.ts';
import { type AffiliationRow, writeAffiliations } from './data/companies.ts';
import { linksOfCustomers, type StoredLink } from './data/links.ts';
import { lockEverybody, lockThings } from './data/locks.ts';
import { customersNear, knowledgeOf } from './data/match-online.ts';
import {
  holdersOf,
  ownRecordsByIdentifier,
  recordsByKey,
  recordsOfCustomers,
  type StoredRecord,
} from './data/read-people.ts';
import { decidePeople } from './decide-people.ts';
import { type Identifier, identifierKey } from './domain/identifiers.ts';
import { aHandful, type Reason } from './domain/resolve.ts';
import { absorb, type Current, nothingSaid } from './domain/statement.ts';
import type { CustomerRow } from './golden-rows.ts';
import {
  type CompanyMention,
  companyLocks,
  companyMentions,
  identifyCompanies,
} from './identify-companies.ts';
import { Links } from './links.ts';
import { comparedAtMost, type Form, formOf, Matching } from './matching.ts';
import type { MoveRules } from './move-rules.ts';
import { evidenceOf, People } from './people.ts';
import { movesOthers, type PeoplePlan, type Verdict } from './people-plan.ts';
import { writePlan } from './write-plan.ts';

/** A signal of which identity has said whose it is, what that did, and why. */
export interface Identified<Body = unknown> extends Located<Body> {
  /** `nobody` when the signal points at no person. */
  outcome: 'created' | 'linked' | 'unsure' | 'updated' | 'unchanged' | 'nobody';
  reasons: Reason[];
}

/**
 * Says whose each signal of a set is: finds or makes the source record, decides which customer it belongs to, and keeps golden
 * record, companies and the log of decisions up to date. Signals are decided about in the order given, each knowing what
 * those before it brought; the number of statements does not depend on their number. `changed` are the customers of whom something
 * that others show is different now. `people` are those of whom something else is known: with `leaveSummaries` the caller writes their
 * summaries, together with what subjects tell of the same signals. `moved` when records went to other customers, with all that hangs on them.
 */
export async function identify<Body>(
  tx: Tx,
  source: SpeakingSource,
  set: readonly Incoming<Body>[],
  rules: MoveRules,
  { leaveSummaries = false }: { leaveSummaries?: boolean } = {},
): Promise<{ located: Identified<Body>[]; changed: string[]; people: CustomerRow[]; moved: boolean }> {
  const claims = claimsOf(source, set);
  const mentions = companyMentions(set);
  await lockThings(tx, thingsToLock(source, claims, mentions));
  let { people, links, matching, knowledge } = await recall(tx, source, claims);
  let plan = decidePeople(source, claims, people, links, matching);
  if (movesOthers(plan)) {
    // Others may be writing to whom this moves: decided again when nobody else decides.
    await lockEverybody(tx);
    ({ people, links, matching, knowledge } = await recall(tx, source, claims));
    plan = decidePeople(source, claims, people, links, matching);
  }
  const changed = await writePlan(tx, plan, people, rules, {
    actor: { kind: 'source', id: null, name: source.name },
    knowledge,
  });
  const { companyOf, renamed } = await identifyCompanies(tx, source, mentions);
  const affiliated = await writeAffiliations(tx, affiliationsOf(mentions, companyOf, mainVerdicts(plan)));
  if (!leaveSummaries) await writeSummaries(tx, changed.rows);
  const written = new Set(changed.rows.map(({ id }) => id));
  await refreshMainCompanies(
    tx,
    affiliated.filter((id) => !written.has(id)),
    renamed,
  );
  const mainCompany = new Map<number, string>();
  for (const mention of mentions)
    if (!mainCompany.has(mention.place)) mainCompany.set(mention.place, companyOf.get(mention)!);
  const located = locate(set, source, plan, mainCompany);
  return {
    located,
    changed: [...new Set([...written, ...changed.moved, ...affiliated])],
    people: changed.rows,
    moved: changed.moved.length > 0,
  };
}

const mainVerdicts = (plan: PeoplePlan): Map<number, Verdict> =>
  new Map([...plan.verdicts].flatMap(([claim, verdict]) => (claim.isMain ? [[claim.place, verdict]] : [])));

/** Puts to each signal where it was found to belong. */
function locate<Body>(
  set: readonly Incoming<Body>[],
  source: SpeakingSource,
  plan: PeoplePlan,
  mainCompany: ReadonlyMap<number, string>,
): Identified<Body>[] {
  const mains = mainVerdicts(plan);
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
      ...(main ? { customerId: main.record.customerId, sourceRecordId: main.record.recordId } : {}),
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

/** Reads everything that deciding about these claims can need. */
async function recall(tx: Tx, source: SpeakingSource, claims: readonly PersonClaim[]) {
  const people = new People(source.id);
  const keys = new Set(claims.flatMap(({ key, derivedKeys }) => [...(key ? [key] : []), ...derivedKeys]));
  const stored = new Map<string, StoredRecord>();
  const keep = (records: readonly StoredRecord[]) => {
    for (const record of records) stored.set(record.recordId, record);
  };
  const [knowledge, keyed, owned] = await Promise.all([
    knowledgeOf(tx),
    recordsByKey(tx, source.id, [...keys]),
    ownRecordsByIdentifier(
      tx,
      source.id,
      distinct(claims.flatMap((claim) => (claim.key ? [] : claim.identifiers))),
    ),
  ]);
  keep(keyed);
  const byKey = new Map([...stored.values()].map((record) => [record.key, record]));
  keep(owned);
  const customers = new Set<string>();
  const asked: Identifier[] = [];
  const joining = new Set(claims.filter(({ joins }) => joins).map(({ place }) => place));
  for (const claim of claims) {
    const record = claim.key ? byKey.get(claim.key) : undefined;
    if (record && joining.has(claim.place)) customers.add(record.customerId);
    if (!record) {
      asked.push(...claim.identifiers);
      continue;
    }
    const told = absorb(record.current, claim.statement, claim.at);
    if (!told.changed && !told.newer) continue;
    customers.add(record.customerId);
    if (!told.changed) continue;
    const held = evidenceOf(record).identifiers;
    const known = new Set(held.map(identifierKey));
    // Whoever gains something is compared as a whole, so all they have is asked for.
    if (claim.identifiers.some((identifier) => !known.has(identifierKey(identifier))))
      asked.push(...held, ...claim.identifiers);
  }
  for (const record of stored.values()) if (!byKey.has(record.key)) customers.add(record.customerId);
  for (const claim of claims)
    for (const key of claim.derivedKeys) {
      const record = byKey.get(key);
      if (record) customers.add(record.customerId);
    }
  const fresh = formsToPlace(source, claims, byKey);
  const matching = fresh.length + asked.length > 0 ? new Matching(knowledge.learnt, fresh) : null;
  const [holders, near] = await Promise.all([
    holdersOf(tx, distinct(asked), aHandful + 2),
    customersNear(
      tx,
      fresh.flatMap((form, asker) => matching!.keysOf(form).map(({ key, cap }) => ({ asker, key, cap }))),
      comparedAtMost,
    ),
  ]);
  for (const id of near.customerIds) customers.add(id);
  const counts = new Map<string, number>();
  for (const holder of holders)
    counts.set(identifierKey(holder), (counts.get(identifierKey(holder)) ?? 0) + 1);
  for (const holder of holders) {
    people.noteHolder(identifierKey(holder), holder.customerId);
    if (counts.get(identifierKey(holder))! <= aHandful + 1) customers.add(holder.customerId);
  }
  const links = new Links();
  const hang = await readWithLinks([...customers]);
  // Those who hang on them by open cases, and theirs: near enough for who is whom not to depend on who was met first.
  await readWithLinks(hang.filter((id) => !customers.has(id)));
  for (const record of stored.values())
    people.add({ ...record, isNew: false, before: record.current, evidence: evidenceOf(record) });
  if (matching) {
    matching.learn([...stored.values()].map(formOf), near.tooMany);
    people.compareBy(matching);
  }
  return { people, links, matching, knowledge };

  async function readWithLinks(ids: readonly string[]): Promise<string[]> {
    const [records, found] = await Promise.all([
      recordsOfCustomers(tx, ids),
      matching || joining.size > 0 ? linksOfCustomers(tx, ids) : [],
    ]);
    keep(records);
    noteLinks(links, found);
    return [...new Set(found.flatMap(({ how, customerId, candidateId }) => (how === 'doubt' ? [customerId, candidateId] : [])))];
  }
}

/** Takes in what was read of links. */
export function noteLinks(links: Links, found: readonly StoredLink[]): void {
  for (const { how, id, recordId, candidateRecordId, fixed } of found)
    if (how === 'apart') links.keepApart(recordId, candidateRecordId);
    else if (how === 'together') links.keepTogether(recordId, candidateRecordId);
    else links.open({ id, recordId, candidateRecordId, fixed });
}

/** What people will say of whom something new is said, signal by signal: by these forms the engine looks for those they may be. */
function formsToPlace(
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  byKey: ReadonlyMap<string, StoredRecord>,
): Form[] {
  const said = new Map<string, Current>();
  const forms: Form[] = [];
  for (const claim of claims) {
    const keys = claim.key ? [claim.key] : claim.derivedKeys;
    const stored = keys.map((key) => byKey.get(key)).find((record) => record !== undefined);
    const key = keys.at(-1)!;
    const before = said.get(key) ?? stored?.current ?? nothingSaid;
    const { current, changed } = absorb(before, claim.statement, claim.at);
    said.set(key, current);
    if (stored && !changed) continue;
    const form = formOf({ sourceKey: source.key, phoneCountry: source.phoneCountry, current });
    if (!stored || !sameForm(form, formOf(stored))) forms.push(form);
  }
  return forms;
}

const sameForm = (one: Form, other: Form): boolean => JSON.stringify(one.record) === JSON.stringify(other.record);

const distinct = (identifiers: readonly Identifier[]): Identifier[] => [
  ...new Map(
    identifiers.filter(({ weak }) => !weak).map((identifier) => [identifierKey(identifier), identifier]),
  ).values(),
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
