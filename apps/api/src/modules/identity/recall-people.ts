import { groupBy } from '#kernel/batch';
import type { Tx } from '#platform/database';
import type { PersonClaim, SpeakingSource } from './claims.ts';
import { linksOfCustomers, type StoredLink } from './data/links.ts';
import { type Knowledge, knowledgeOf, recordsNear } from './data/match-online.ts';
import {
  holdersOf,
  type LinkedRecord,
  recordsBesideKeys,
  recordsByKey,
  recordsOfCustomers,
  type StoredRecord,
  whoHas,
} from './data/read-people.ts';
import { type Identifier, identifierKey } from './domain/identifiers.ts';
import { readName } from './domain/name.ts';
import { aHandful } from './domain/resolve.ts';
import { absorb, type Current, nothingSaid } from './domain/statement.ts';
import { type Form, formOf, sameForm } from './form.ts';
import { evidenceOf, recalled } from './known-record.ts';
import { Links } from './links.ts';
import { Matching } from './matching.ts';
import { People } from './people.ts';
import { quietClaims } from './quiet-claims.ts';
import { comparedAtMost } from './shared-keys.ts';

/** From so many on nobody counts who has an identifier. */
const holdersAtMost = aHandful + 2;

/**
 * What is asked first about these claims: it needs nothing but them. `wholly` asks at once for all that customers have whose records are named,
 * which nearly all claims need: worth a message to few, too much for many.
 */
export async function recallNamed(
  tx: Tx,
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  wholly = false,
) {
  const named = new Set(claims.flatMap(({ key, derivedKeys }) => [...(key ? [key] : []), ...derivedKeys]));
  const keys = [...named];
  const keyless = distinct(claims.flatMap((claim) => (claim.key ? [] : claim.identifiers)));
  const [knowledge, theirs, byKeys, { owned, holders }] = await Promise.all([
    knowledgeOf(tx),
    wholly ? recordsBesideKeys(tx, source, keys) : [],
    wholly ? [] : recordsByKey(tx, source, keys),
    whoHas(tx, source, keyless, holdersAtMost),
  ]);
  const keyed = wholly
    ? theirs.filter(({ sourceId, key }) => sourceId === source.id && named.has(key))
    : byKeys;
  return { knowledge, keyed, theirs, owned, holders, asked: new Set(keyless.map(identifierKey)) };
}

/** Reads everything that deciding about these claims can need; `named` is what was asked first, where somebody has it. */
export async function recallPeople(
  tx: Tx,
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  named?: Awaited<ReturnType<typeof recallNamed>>,
) {
  const people = new People(source.id);
  const stored = new Map<string, StoredRecord>();
  const keep = (records: readonly StoredRecord[]) => {
    for (const record of records) stored.set(record.recordId, record);
  };
  const { knowledge, keyed, theirs, owned, ...had } = named ?? (await recallNamed(tx, source, claims));
  keep(keyed);
  const byKey = new Map([...stored.values()].map((record) => [record.key, record]));
  keep(owned);
  const quiet = quietClaims(
    claims,
    owned.map((record) => ({ record, evidence: evidenceOf(record) })),
  );
  const meant = new Set(quiet.values());
  const customers = new Set<string>();
  const asked: Identifier[] = [];
  const joining = new Set(claims.filter(({ joins }) => joins).map(({ place }) => place));
  for (const claim of claims) {
    if (quiet.has(claim)) continue;
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
    // Whoever says something else is compared as a whole, so all they have is asked for.
    asked.push(...evidenceOf(record).identifiers, ...claim.identifiers);
  }
  for (const record of stored.values())
    if (!byKey.has(record.key) && !meant.has(record.recordId)) customers.add(record.customerId);
  for (const claim of claims)
    for (const key of quiet.has(claim) ? [] : claim.derivedKeys) {
      const record = byKey.get(key);
      if (record) customers.add(record.customerId);
    }
  const fresh = formsToPlace(
    source,
    claims.filter((claim) => !quiet.has(claim)),
    byKey,
  );
  const matching = fresh.length + asked.length > 0 ? new Matching(knowledge.learnt, fresh) : null;
  const wanted = new Map(distinct(asked).map((identifier) => [identifierKey(identifier), identifier]));
  const [holders, near] = await Promise.all([
    holdersOf(
      tx,
      [...wanted].flatMap(([key, identifier]) => (had.asked.has(key) ? [] : [identifier])),
      holdersAtMost,
    ),
    recordsNear(
      tx,
      fresh.flatMap((form, asker) => matching!.keysOf(form).map((key) => ({ asker, ...key }))),
      comparedAtMost,
    ),
  ]);
  // Whoever shares keys and nothing that counts is not read: of a hundred people of one name hardly any is this one.
  for (const id of matching?.worthALook(fresh, near.records) ?? []) customers.add(id);
  noteHolders(
    people,
    [...had.holders.filter((one) => wanted.has(identifierKey(one))), ...holders],
    customers,
  );
  const links = await recallAll(tx, people, stored, customers, wanted, matching !== null, theirs);
  compareAll(people, matching, stored, near.tooMany);
  return { people, links, matching, knowledge };
}

/** Everything that deciding again about these customers can need. */
export async function recallCustomers(
  tx: Tx,
  customerIds: readonly string[],
  knowledge: Knowledge,
): Promise<{ people: People; links: Links; matching: Matching }> {
  const people = new People('');
  const stored = new Map<string, StoredRecord>();
  const links = await recallAll(tx, people, stored, new Set(customerIds), new Set(), true);
  const matching = new Matching(knowledge.learnt, []);
  compareAll(people, matching, stored, []);
  return { people, links, matching };
}

function noteHolders(
  people: People,
  holders: Awaited<ReturnType<typeof holdersOf>>,
  customers?: Set<string>,
): void {
  for (const [key, some] of groupBy(holders, identifierKey))
    if (some.length > aHandful + 1) people.noteCrowd(key);
    else
      for (const { customerId, name } of some) {
        people.noteHolder(key, customerId, readName({ fullName: name }));
        customers?.add(customerId);
      }
}

/** So many times it is asked who hangs on those who hang on them. */
const roundsAtMost = 5;

/** Reads the records of customers and of all who hang together with them by open cases: who is whom must not depend on who was met first. */
async function recallAll(
  tx: Tx,
  people: People,
  stored: Map<string, StoredRecord>,
  customers: Set<string>,
  asked: Pick<ReadonlySet<string>, 'has'>,
  compares: boolean,
  theirs: readonly LinkedRecord[] = [],
): Promise<Links> {
  const links = new Links();
  const atHand = groupBy(theirs, ({ customerId }) => customerId);
  const take = () => {
    for (const record of stored.values()) if (!people.byId.has(record.recordId)) people.add(recalled(record));
  };
  take();
  const read = async (ids: readonly string[]): Promise<string[]> => {
    const [records, found] = await Promise.all([
      recordsOfCustomers(
        tx,
        ids.filter((id) => !atHand.has(id)),
      ),
      linksOfCustomers(
        tx,
        ids.filter((id) => atHand.get(id)?.some((record) => record.isLinked) ?? true),
      ),
    ]);
    for (const id of ids) for (const record of atHand.get(id) ?? []) stored.set(record.recordId, record);
    for (const record of records) stored.set(record.recordId, record);
    take();
    noteLinks(links, found);
    return [
      ...new Set(
        found.flatMap(({ how, customerId, candidateId }) =>
          how === 'doubt' ? [customerId, candidateId] : [],
        ),
      ),
    ];
  };
  let next = [...customers];
  for (let round = 0; round < roundsAtMost && next.length > 0; round += 1) {
    const hang = await read(next);
    next = hang.filter((id) => !customers.has(id));
    for (const id of next) customers.add(id);
  }
  if (compares) noteHolders(people, await holdersOf(tx, people.sharedBesides(asked), holdersAtMost));
  return links;
}

function compareAll(
  people: People,
  matching: Matching | null,
  stored: ReadonlyMap<string, StoredRecord>,
  tooMany: readonly number[],
): void {
  if (!matching) return;
  matching.learn([...stored.values()].map(formOf), tooMany);
  people.compareBy(matching);
}

function noteLinks(links: Links, found: readonly StoredLink[]): void {
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
    const form = formOf({ sourceKey: source.key, current });
    if (!stored || !sameForm(form, formOf(stored))) forms.push(form);
  }
  return forms;
}

const distinct = (identifiers: readonly Identifier[]): Identifier[] => [
  ...new Map(
    identifiers.filter(({ weak }) => !weak).map((identifier) => [identifierKey(identifier), identifier]),
  ).values(),
];
