import { groupBy } from '#kernel/batch';
import type { Db } from '#platform/database';
import { type AskedKey, customersNear, knowledgeOf } from './data/match-online.ts';
import {
  holdersOf,
  keptApart,
  recordsOfCustomers,
  type StoredRecord,
  storedRecordsById,
} from './data/read-people.ts';
import { alarmsOf, type CohesionAlarm } from './domain/cohesion-alarms.ts';
import { type Crowded, canBeOne, differentPeople } from './domain/crowd.ts';
import { TableBuilder } from './domain/engine/build-table.ts';
import { eachKeptKey } from './domain/engine/match-one.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import { type Explanation, explain } from './domain/explain.ts';
import { identifierKey, sharedIdentifiers } from './domain/identifiers.ts';
import { readName } from './domain/name.ts';
import { aHandful, type Evidence } from './domain/resolve.ts';
import { type Form, formOf } from './form.ts';
import { evidenceOf } from './known-record.ts';

/** Two records, explained. */
export interface PairExplanation extends Explanation {
  recordId: string;
  otherRecordId: string;
  /** Somebody has said that the two are two people. */
  keptApart: boolean;
  /** When the model was learnt by which they are weighed; nothing while it is the shipped prior. */
  modelId: string | null;
}

/** One name for a pair of records, as `explanationsOfPairs` asks for it. */
export const pairOf = (recordId: string, otherRecordId: string): string => `${recordId} ${otherRecordId}`;

/** Explains pairs of records (`pairOf`), in the order asked; nothing where a record is missing. */
export async function explanationsOfPairs(
  db: Db,
  pairs: readonly string[],
): Promise<(PairExplanation | null)[]> {
  const asked = pairs.map((pair) => pair.split(' ') as [string, string]);
  const ids = [...new Set(asked.flat())];
  const [{ id: modelId, learnt }, records, apart] = await Promise.all([
    knowledgeOf(db),
    storedRecordsById(db, ids),
    keptApart(db, ids),
  ]);
  const found = new Map(records.map((record) => [record.recordId, record]));
  const both = asked.map(([id, otherId]) => [found.get(id), found.get(otherId)] as const);
  const crowdedOf = await crowds(db, both);
  return both.map(([one, other], at) => {
    if (!one || !other) return null;
    const [recordId, otherRecordId] = asked[at]!;
    return {
      ...explain(learnt, formOf(one), formOf(other), crowdedOf(one, other)),
      recordId,
      otherRecordId,
      keptApart: apart.get(recordId)?.has(otherRecordId) ?? false,
      modelId,
    };
  });
}

/** Who else has the identifiers that both records of a pair have: as when the two were settled, so that a case and its explanation say one number. */
async function crowds(
  db: Db,
  pairs: readonly (readonly [StoredRecord | undefined, StoredRecord | undefined])[],
): Promise<(one: StoredRecord, other: StoredRecord) => Crowded[]> {
  const evidence = new Map<StoredRecord, Evidence>();
  const of = (record: StoredRecord): Evidence => {
    const known = evidence.get(record) ?? evidenceOf(record);
    evidence.set(record, known);
    return known;
  };
  const shared = pairs.flatMap(([one, other]) => (one && other ? sharedIdentifiers(of(one), of(other)) : []));
  const asked = [...new Map(shared.map((identifier) => [identifierKey(identifier), identifier])).values()];
  const holders = groupBy(await holdersOf(db, asked, aHandful + 2), identifierKey);
  return (one, other) =>
    sharedIdentifiers(of(one), of(other)).flatMap((identifier): Crowded[] => {
      const some = holders.get(identifierKey(identifier)) ?? [];
      const names = differentPeople(some.map(({ name }) => readName({ fullName: name })));
      const others =
        some.length > aHandful + 1 || names.length > aHandful
          ? Number.POSITIVE_INFINITY
          : names.filter((name) => !canBeOne(name, of(one).name) && !canBeOne(name, of(other).name)).length;
      return others > 0 ? [{ identifier, others }] : [];
    });
}

/** What holds a customer's records together: the strongest links that join them all (a spanning tree of greatest weight). */
export interface Cohesion {
  customerId: string;
  links: PairExplanation[];
  /** The link without which they would fall apart most easily. */
  weakest: PairExplanation | null;
  /** The two groups that would be left without it. */
  without: string[][];
  /** What somebody should look at. */
  alarms: CohesionAlarm[];
}

/** More records than this are not all compared with each other: those that came first are. */
const comparedAtMost = 60;

/** How the records of each customer hold together, in the order asked. */
export async function cohesionsOf(db: Db, customerIds: readonly string[]): Promise<Cohesion[]> {
  const [{ id: modelId, learnt }, records] = await Promise.all([
    knowledgeOf(db),
    recordsOfCustomers(db, customerIds),
  ]);
  const byCustomer = groupBy(records, ({ customerId }) => customerId);
  return customerIds.map((customerId) => {
    const all = [...(byCustomer.get(customerId) ?? [])].sort(inOrder).slice(0, comparedAtMost);
    const pairs: PairExplanation[] = [];
    for (let i = 0; i < all.length; i += 1)
      for (let j = i + 1; j < all.length; j += 1)
        pairs.push({
          ...explain(learnt, formOf(all[i]!), formOf(all[j]!)),
          recordId: all[i]!.recordId,
          otherRecordId: all[j]!.recordId,
          keptApart: false,
          modelId,
        });
    pairs.sort((a, b) => b.bits - a.bits);
    const links = spanning(
      pairs,
      all.map(({ recordId }) => recordId),
    );
    const weakest = links.at(-1) ?? null;
    return {
      customerId,
      links,
      weakest,
      without: weakest ? groupsOf(all, links.slice(0, -1)) : [],
      alarms: alarmsOf(
        all.map((record) => ({ ...evidenceOf(record), birthDate: record.current.values.birthDate })),
        pairs.map((pair) => ({ a: pair.recordId, b: pair.otherRecordId, bits: pair.bits })),
        byCustomer.get(customerId)?.length ?? 0,
      ),
    };
  });
}

/** The strongest link of each record to another one of its customer; nothing for a record that is alone. */
export async function strongestLinks(
  db: Db,
  recordIds: readonly string[],
): Promise<(PairExplanation | null)[]> {
  const asked = await storedRecordsById(db, recordIds);
  const customerOf = new Map(asked.map(({ recordId, customerId }) => [recordId, customerId]));
  const [{ id: modelId, learnt }, all] = await Promise.all([
    knowledgeOf(db),
    recordsOfCustomers(db, [...new Set(asked.flatMap(({ customerId }) => customerId ?? []))]),
  ]);
  const byCustomer = groupBy(all, ({ customerId }) => customerId);
  const own = new Map(asked.map((record) => [record.recordId, record]));
  return recordIds.map((recordId) => {
    const one = own.get(recordId);
    if (!one) return null;
    let best: PairExplanation | null = null;
    for (const other of [...(byCustomer.get(customerOf.get(recordId)!) ?? [])]
      .sort(inOrder)
      .slice(0, comparedAtMost)) {
      if (other.recordId === recordId) continue;
      const found = explain(learnt, formOf(one), formOf(other));
      if (!best || found.bits > best.bits)
        best = { ...found, recordId, otherRecordId: other.recordId, keptApart: false, modelId };
    }
    return best;
  });
}

/** Somebody else whom records of a customer may be of, or who lives with them. */
export interface Near {
  customerId: string;
  /** How likely the two are one person, and how likely they are two of one household, 0 to 1. */
  probability: number;
  related: number;
  /** What they have in common: features on which they agree. */
  shared: { feature: string; name: string; values: string[] }[];
}

/** Customers who share keys with each of these, the likeliest first, at most ten for each. */
export async function neighboursOf(db: Db, customerIds: readonly string[]): Promise<Near[][]> {
  const [{ learnt }, own] = await Promise.all([knowledgeOf(db), recordsOfCustomers(db, customerIds)]);
  const ownForms = groupBy(own, ({ customerId }) => customerId);
  const builder = new TableBuilder();
  const askers: { asker: number; form: Form }[] = [];
  customerIds.forEach((id, asker) => {
    for (const record of ownForms.get(id) ?? []) askers.push({ asker, form: formOf(record) });
  });
  askers.forEach(({ form }, at) => {
    builder.add(String(at), form.source, form.record);
  });
  const table = builder.build();
  applyStatistics(table, learnt.statistics);
  const keys: AskedKey[] = [];
  eachKeptKey(table, (row, key, cap, identifies) => {
    keys.push({ asker: askers[Number(table.ids[row])]!.asker, key, cap, identifies });
  });
  const near = await customersNear(db, keys, 24);
  const nearTo = groupBy(near, ({ asker }) => asker);
  const others = groupBy(
    await recordsOfCustomers(db, [...new Set(near.map(({ customerId }) => customerId))]),
    ({ customerId }) => customerId,
  );
  return customerIds.map((id, asker) => {
    const mine = (ownForms.get(id) ?? []).map(formOf);
    if (mine.length === 0) return [];
    const found: Near[] = [];
    // Only those near to this one: who else is asked for beside it is nothing to it.
    for (const { customerId } of nearTo.get(asker) ?? []) {
      const records = others.get(customerId);
      if (customerId === id || !records) continue;
      const best = records
        .flatMap((record) => mine.map((form) => explain(learnt, form, formOf(record))))
        .reduce((a, b) => (b.probability + b.related > a.probability + a.related ? b : a));
      found.push({
        customerId,
        probability: best.probability,
        related: best.related,
        shared: best.lines
          .filter(({ level, feature }) => /^(?:same|nearly the same)/.test(level) && feature !== 'given')
          .map(({ feature, name, right }) => ({ feature, name, values: right })),
      });
    }
    return found
      .sort(
        (a, b) =>
          b.probability + b.related - a.probability - a.related || (a.customerId < b.customerId ? -1 : 1),
      )
      .slice(0, 10);
  });
}

const inOrder = (a: StoredRecord, b: StoredRecord): number => (a.recordId < b.recordId ? -1 : 1);

// Kruskal 1956: pairs come strongest first.
function spanning(pairs: readonly PairExplanation[], ids: readonly string[]): PairExplanation[] {
  const group = new Map(ids.map((id) => [id, id]));
  const root = (id: string): string => {
    let at = id;
    while (group.get(at) !== at) at = group.get(at)!;
    return at;
  };
  return pairs.filter(({ recordId, otherRecordId }) => {
    const [a, b] = [root(recordId), root(otherRecordId)];
    if (a === b) return false;
    group.set(b, a);
    return true;
  });
}

function groupsOf(all: readonly StoredRecord[], links: readonly PairExplanation[]): string[][] {
  const groups: string[][] = all.map(({ recordId }) => [recordId]);
  for (const { recordId, otherRecordId } of links) {
    const a = groups.findIndex((group) => group.includes(recordId));
    const b = groups.findIndex((group) => group.includes(otherRecordId));
    if (a === b) continue;
    groups[a]!.push(...groups[b]!);
    groups.splice(b, 1);
  }
  return groups.map((group) => group.sort());
}
