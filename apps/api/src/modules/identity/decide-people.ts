import { newId } from '#kernel/id';
import type { PersonClaim, SpeakingSource } from './claims.ts';
import { type Identifier, identifierKey } from './domain/identifiers.ts';
import { isNameless } from './domain/name.ts';
import { aHandful, type Candidate, type Match, type Reason, resolve } from './domain/resolve.ts';
import { absorb, type Current, type Statement, saysNothing } from './domain/statement.ts';
import type { Matching } from './matching.ts';
import { type KnownRecord, newRecord, type People } from './people.ts';

/** What became of one signal's person. */
export interface Verdict {
  record: KnownRecord;
  outcome: 'created' | 'linked' | 'unsure' | 'updated' | 'unchanged';
  reasons: Reason[];
}

/** A record that leaves a customer for another one; nothing stays behind, and the old id answers with the new customer. */
export interface Move {
  record: KnownRecord;
  from: string;
  to: string;
  decisionId: string;
}

/** Everything that deciding about a set of signals wants written. */
export interface PeoplePlan {
  verdicts: Map<PersonClaim, Verdict>;
  newCustomers: Set<string>;
  newRecords: KnownRecord[];
  changedRecords: Set<KnownRecord>;
  versions: { id: string; recordId: string; signalId: string | null; at: string; statement: Statement }[];
  decisions: {
    id: string;
    kind: 'auto-link' | 'source-merge';
    recordIds: string[];
    customerIds: string[];
    reasons: Reason[];
    /** The signal that led to it; `null` for what a person here said by hand. */
    signalId: string | null;
  }[];
  memberships: {
    id: string;
    recordId: string;
    customerId: string;
    cause: string;
    decisionId: string | null;
    closed: boolean;
  }[];
  moves: Move[];
  doubts: { id: string; recordId: string; match: Match }[];
  dirtyCustomers: Set<string>;
  /** The one record of each new customer as it was when they were made, for those that are joined to others in the same set. */
  born: Map<string, KnownRecord>;
}

/** Decides about the people of a set of signals, one after the other in the order given; writes nothing. */
export function decidePeople(
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  people: People,
  keptApart: ReadonlyMap<string, ReadonlySet<string>>,
  matching: Matching | null = null,
): PeoplePlan {
  const plan: PeoplePlan = {
    verdicts: new Map(),
    newCustomers: new Set(),
    newRecords: [],
    changedRecords: new Set(),
    versions: [],
    decisions: [],
    memberships: [],
    moves: [],
    doubts: [],
    dirtyCustomers: new Set(),
    born: new Map(),
  };
  const mains = new Map<number, KnownRecord>();
  for (const claim of claims) {
    const verdict = decide(claim);
    plan.verdicts.set(claim, verdict);
    const main = mains.get(claim.place);
    if (claim.isMain) mains.set(claim.place, verdict.record);
    else if (claim.joins && main) unite(main, verdict.record, claim.signalId);
  }
  return plan;

  function decide(claim: PersonClaim): Verdict {
    let record = locate(claim, people);
    const isNew = !record;
    if (!record) {
      record = newRecord(source, claim.key ?? freeKey(claim, people), claim.at);
      plan.newRecords.push(record);
    }
    const wasEmpty = saysNothing(record.current);
    const heldBefore = new Set(record.evidence.identifiers.map(identifierKey));
    const told = absorb(record.current, claim.statement, claim.at);
    if (told.changed)
      plan.versions.push({
        id: newId(),
        recordId: record.recordId,
        signalId: claim.signalId,
        at: claim.at,
        statement: claim.statement,
      });
    if (isNew) return welcome(record, told.current, claim.signalId);
    if (!told.changed && !told.newer) return { record, outcome: 'unchanged', reasons: [] };
    people.say(record, told.current);
    plan.changedRecords.add(record);
    plan.dirtyCustomers.add(record.customerId);
    if (wasEmpty) return settle(record, claim.signalId);
    const gained = record.evidence.identifiers.filter(
      (identifier) => !identifier.weak && !heldBefore.has(identifierKey(identifier)),
    );
    const doubts = gained.length > 0 ? doubtsOf(record, gained) : [];
    if (doubts.length > 0) return { record, outcome: 'unsure', reasons: doubts[0]!.reasons };
    return { record, outcome: told.changed ? 'updated' : 'unchanged', reasons: [] };
  }

  /** A record seen for the first time: it goes to whom it belongs, or becomes a customer. */
  function welcome(record: KnownRecord, current: Current, signalId: string | null): Verdict {
    record.customerId = newId();
    people.add(record);
    people.say(record, current);
    const own = record.customerId;
    const found = judge(record);
    if (found.outcome === 'link') {
      people.move(record, found.match.customerId);
      join(record, found.match, null, signalId);
      raise(record, found.doubts);
      return { record, outcome: 'linked', reasons: found.match.reasons };
    }
    plan.newCustomers.add(own);
    plan.born.set(own, { ...record });
    plan.dirtyCustomers.add(own);
    plan.memberships.push(membership(record, own, 'new', null));
    raise(record, found.doubts);
    return found.doubts.length > 0
      ? { record, outcome: 'unsure', reasons: found.doubts[0]!.reasons }
      : { record, outcome: 'created', reasons: found.reasons };
  }

  /** A record of which only the key was known, and which now says who it is. */
  function settle(record: KnownRecord, signalId: string | null): Verdict {
    const found = judge(record);
    const alone = people.recordsOf(record.customerId).length === 1;
    if (found.outcome === 'link' && alone) {
      const from = record.customerId;
      people.move(record, found.match.customerId);
      join(record, found.match, from, signalId);
      raise(record, found.doubts);
      return { record, outcome: 'linked', reasons: found.match.reasons };
    }
    const doubts = found.outcome === 'link' ? [found.match, ...found.doubts] : found.doubts;
    raise(record, doubts);
    return doubts.length > 0
      ? { record, outcome: 'unsure', reasons: doubts[0]!.reasons }
      : { record, outcome: 'updated', reasons: [] };
  }

  /**
   * The source itself says that two of its people are one: all records of the second go to the customer of the first. What a
   * person here has said weighs more: two that they keep apart stay apart, and where they keep apart others whom this would
   * join as well, it becomes a case to look at.
   */
  function unite(main: KnownRecord, other: KnownRecord, signalId: string | null): void {
    const [to, from] = [main.customerId, other.customerId];
    if (to === from || keptApart.get(other.recordId)?.has(main.recordId)) return;
    const records = people.recordsOf(from);
    const merged = {
      code: 'merged-in-source',
      text: `${source.name} has merged these two.`,
      speaksFor: true,
    };
    const stay = new Set(people.recordsOf(to).map(({ recordId }) => recordId));
    if (records.some(({ recordId }) => [...(keptApart.get(recordId) ?? [])].some((id) => stay.has(id)))) {
      raise(other, [{ customerId: to, recordId: main.recordId, reasons: [merged, keptApartHere] }]);
      return;
    }
    const decisionId = newId();
    plan.decisions.push({
      id: decisionId,
      kind: 'source-merge',
      recordIds: records.map(({ recordId }) => recordId),
      customerIds: [to, from],
      reasons: [merged],
      signalId,
    });
    for (const record of records) {
      people.move(record, to);
      transfer(record, from, to, 'source-merge', decisionId);
    }
  }

  function transfer(record: KnownRecord, from: string, to: string, cause: string, decisionId: string): void {
    for (const open of plan.memberships) if (open.recordId === record.recordId) open.closed = true;
    plan.moves.push({ record, from, to, decisionId });
    plan.changedRecords.add(record);
    plan.dirtyCustomers.delete(from);
    plan.memberships.push(membership(record, to, cause, decisionId));
    plan.dirtyCustomers.add(to);
  }

  function judge(record: KnownRecord, by?: readonly Identifier[]) {
    const found = new Set<string>();
    for (const identifier of by ?? record.evidence.identifiers) {
      if (identifier.weak || countOthers(identifier) > aHandful) continue;
      for (const customerId of people.holdersOf(identifier)) found.add(customerId);
    }
    if (matching && !by) for (const customerId of matching.near(record)) found.add(customerId);
    found.delete(record.customerId);
    const kept = keptApart.get(record.recordId);
    const candidates = [...found].flatMap((customerId): Candidate[] => {
      const records = people.recordsOf(customerId);
      if (records.length === 0) return [];
      return [
        {
          customerId,
          records: records.map(({ evidence }) => evidence),
          kept: records.some(({ recordId }) => kept?.has(recordId)),
          ...(matching ? { score: matching.score(record, records, sharedBy) } : {}),
        },
      ];
    });
    return resolve(record.evidence, candidates, countOthers);

    function sharedBy(identifier: Identifier): number {
      const others = countOthers(identifier);
      return others > aHandful ? Number.POSITIVE_INFINITY : others;
    }

    function countOthers(identifier: Identifier): number {
      let others = 0;
      for (const holder of people.holdersOf(identifier)) if (holder !== record.customerId) others += 1;
      return others;
    }
  }

  /** Who else has what a record has just gained. */
  function doubtsOf(record: KnownRecord, gained: readonly Identifier[]): Match[] {
    const found = judge(record, gained);
    const doubts = found.outcome === 'link' ? [found.match, ...found.doubts] : found.doubts;
    raise(record, doubts);
    return doubts;
  }

  function raise(record: KnownRecord, doubts: readonly Match[]): void {
    for (const match of doubts) plan.doubts.push({ id: newId(), recordId: record.recordId, match });
  }

  function join(record: KnownRecord, match: Match, from: string | null, signalId: string | null): void {
    const decisionId = newId();
    plan.decisions.push({
      id: decisionId,
      kind: 'auto-link',
      recordIds: [record.recordId, match.recordId],
      customerIds: from ? [match.customerId, from] : [match.customerId],
      reasons: match.reasons,
      signalId,
    });
    if (from) {
      transfer(record, from, match.customerId, 'auto-link', decisionId);
      return;
    }
    plan.memberships.push(membership(record, match.customerId, 'auto-link', decisionId));
    plan.dirtyCustomers.add(match.customerId);
  }
}

const keptApartHere: Reason = {
  code: 'kept-apart',
  text: 'Somebody has said of records on both sides that they are two people.',
  speaksFor: false,
};

const membership = (record: KnownRecord, customerId: string, cause: string, decisionId: string | null) => ({
  id: newId(),
  recordId: record.recordId,
  customerId,
  cause,
  decisionId,
  closed: false,
});

/** Finds the source's own record that a claim is about: by its key, else the one that has its identifier and could be its name. */
function locate(claim: PersonClaim, people: People): KnownRecord | undefined {
  if (claim.key) return people.byKey.get(claim.key);
  const fits = (record: KnownRecord): boolean => {
    const verdict = people.verdictOn(claim.name, record);
    return verdict === 'same' || verdict === 'compatible' || verdict === 'unknown';
  };
  const holders = new Set<KnownRecord>();
  for (const identifier of claim.identifiers)
    if (!identifier.weak) for (const record of people.ownRecordsWith(identifier)) holders.add(record);
  const fitting = [...holders].filter(fits).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (new Set(fitting.map(({ customerId }) => customerId)).size === 1) return fitting[0];
  for (const key of [...claim.derivedKeys].reverse()) {
    const record = people.byKey.get(key);
    if (record && (key === claim.derivedKeys.at(-1) || fits(record))) return record;
  }
  return undefined;
}

function freeKey(claim: PersonClaim, people: People): string {
  const [plain, named] = claim.derivedKeys;
  if (!named || isNameless(claim.name)) return plain!;
  return people.byKey.has(plain!) ? named : plain!;
}
