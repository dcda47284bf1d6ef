import { newId } from '#kernel/id';
import type { PersonClaim, SpeakingSource } from './claims.ts';
import { isNameless } from './domain/name.ts';
import type { Evidence, Reason } from './domain/resolve.ts';
import { absorb, type Current } from './domain/statement.ts';
import { formOf, sameForm } from './form.ts';
import { evidenceOf, type KnownRecord, newRecord } from './known-record.ts';
import type { Links, OpenDoubt } from './links.ts';
import type { Matching } from './matching.ts';
import { Neighbourhood } from './neighbourhood.ts';
import type { People } from './people.ts';
import { emptyPlan, type PeoplePlan, type Verdict } from './people-plan.ts';
import { Placing } from './place-people.ts';

/** Decides about the people of a set of signals, one after the other in the order given; writes nothing. */
export function decidePeople(
  source: SpeakingSource,
  claims: readonly PersonClaim[],
  people: People,
  links: Links,
  matching: Matching | null = null,
): PeoplePlan {
  const plan = emptyPlan();
  const near = matching && new Neighbourhood(people, links, matching);
  const mains = new Map<number, KnownRecord>();
  let moved = 0;
  for (const claim of claims) {
    const located = locate(claim, people);
    const said = located?.current;
    const verdict = decide(claim, located);
    plan.verdicts.set(claim, verdict);
    // Whoever says nothing new stays as they were read, or as they were remembered before.
    const isAsBefore = verdict.record.current === said;
    if (!isAsBefore) remember(verdict.record.customerId);
    const main = mains.get(claim.place);
    if (claim.isMain) mains.set(claim.place, verdict.record);
    else if (claim.joins && main) {
      unite(main, verdict.record, claim.signalId);
      remember(verdict.record.customerId);
    }
    for (const { from, to } of plan.moves.slice(moved)) {
      remember(from);
      remember(to);
    }
    moved = plan.moves.length;
  }
  return plan;

  function remember(customerId: string): void {
    const records = people.recordsOf(customerId);
    if (records.length > 0)
      plan.lastSeen.set(
        customerId,
        records.map((record) => ({ record, current: record.current })),
      );
  }

  function decide(claim: PersonClaim, located: KnownRecord | undefined): Verdict {
    let record = located;
    const isNew = !record;
    if (!record) {
      record = newRecord(source, claim.key ?? freeKey(claim, people), claim.at);
      plan.newRecords.push(record);
    }
    const before = record.current;
    const told = absorb(record.current, claim.statement, claim.at);
    if (told.changed)
      plan.versions.push({
        id: newId(),
        recordId: record.recordId,
        signalId: claim.signalId,
        at: claim.at,
        statement: claim.statement,
      });
    if (isNew) return welcome(record, told.current, claim);
    if (!told.changed && !told.newer) return { record, outcome: 'unchanged', reasons: [] };
    const outcome = told.changed ? 'updated' : 'unchanged';
    people.say(record, told.current);
    plan.changedRecords.add(record);
    plan.dirtyCustomers.add(record.customerId);
    if (!near || sameForm(formOf({ ...record, current: before }), formOf(record)))
      return { record, outcome: outcome, reasons: [] };
    return lookAgain(record, outcome, claim.signalId);
  }

  /** A record seen for the first time: it goes to whom it belongs, or becomes a customer. */
  function welcome(record: KnownRecord, current: Current, claim: PersonClaim): Verdict {
    const { signalId } = claim;
    record.customerId = newId();
    people.welcome(record, current, firstEvidence(record, current, claim));
    const own = record.customerId;
    const { customerIds, against } = near?.around(record) ?? { customerIds: [], against: [] };
    const placing = new Placing(plan, people, links, signalId);
    const settled =
      customerIds.length > 0 && near
        ? near.settle([own, ...customerIds])
        : { members: [record], groups: [[0]], joins: [], doubts: [] };
    const { doubts } = placing.place(settled, record, record);
    if (record.customerId !== own)
      return { record, outcome: 'linked', reasons: plan.decisions.findLast(isAbout(record))?.reasons ?? [] };
    return doubts.length > 0
      ? { record, outcome: 'unsure', reasons: doubts[0]!.reasons }
      : { record, outcome: 'created', reasons: against };
  }

  /** A record that says something else than before: whoever it may be is looked at again. */
  function lookAgain(record: KnownRecord, told: 'updated' | 'unchanged', signalId: string | null): Verdict {
    const before = record.customerId;
    const { customerIds } = near!.around(record);
    const settled = near!.settle([before, ...customerIds]);
    const { doubts } = new Placing(plan, people, links, signalId).place(settled, null, record);
    if (record.customerId !== before) {
      const decision = plan.decisions.findLast(isAbout(record));
      return {
        record,
        outcome: decision?.kind === 'auto-split' ? told : 'linked',
        reasons: decision?.reasons ?? [],
      };
    }
    return doubts.length > 0
      ? { record, outcome: 'unsure', reasons: doubts[0]!.reasons }
      : { record, outcome: told, reasons: [] };
  }

  /**
   * The source itself says that two of its people are one: all records of the second go to the customer of the first. What a
   * person here has said weighs more: two that they keep apart stay apart, and where they keep apart others whom this would
   * join as well, it becomes a case to look at.
   */
  function unite(main: KnownRecord, other: KnownRecord, signalId: string | null): void {
    const [to, from] = [main.customerId, other.customerId];
    if (to === from || links.areApart(other.recordId, main.recordId)) return;
    const records = people.recordsOf(from);
    const merged: Reason = {
      code: 'merged-in-source',
      text: `${source.name} has merged these two.`,
      speaksFor: true,
      values: { source: source.name },
    };
    const stay = people.recordsOf(to);
    if (records.some((one) => stay.some(({ recordId }) => links.areApart(one.recordId, recordId)))) {
      const known = [...links.doubtsOf(other.recordId)].some(
        (doubt) => doubt.recordId === other.recordId && doubt.candidateRecordId === main.recordId,
      );
      if (!known)
        new Placing(plan, people, links, signalId).raise(
          other.recordId,
          { customerId: to, recordId: main.recordId, reasons: [merged, keptApartHere] },
          true,
        );
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
    const together = [...records, ...stay].map(({ recordId }) => recordId).sort();
    plan.together.push({ recordIds: together, decisionId });
    together.slice(1).forEach((id, at) => {
      links.keepTogether(together[at]!, id);
    });
    for (const record of records) {
      for (const doubt of [...links.doubtsOf(record.recordId)]) {
        const pair = [doubt.recordId, doubt.candidateRecordId];
        if (stay.some(({ recordId }) => pair.includes(recordId))) close(doubt);
      }
      people.move(record, to);
      for (const open of plan.memberships) if (open.recordId === record.recordId) open.closed = true;
      plan.moves.push({ record, from, to, decisionId });
      plan.changedRecords.add(record);
      plan.memberships.push({
        id: newId(),
        recordId: record.recordId,
        customerId: to,
        cause: 'source-merge',
        decisionId,
        closed: false,
      });
    }
    plan.left.set(from, { to, decisionId });
    plan.dirtyCustomers.delete(from);
    plan.dirtyCustomers.add(to);
  }

  function close(doubt: OpenDoubt): void {
    links.close(doubt);
    if (!plan.doubts.delete(doubt.id) || !doubt.isNew) plan.droppedDoubts.add(doubt.id);
  }
}

/** What is known of a record by its first claim, which was read already; of one that is only mentioned, what is kept of that. */
const firstEvidence = (record: KnownRecord, current: Current, claim: PersonClaim): Evidence =>
  claim.statement.mention
    ? evidenceOf({ ...record, current })
    : {
        recordId: record.recordId,
        identifiers: claim.identifiers,
        name: claim.name,
        ...(current.values.birthDate ? { birthDate: current.values.birthDate } : {}),
      };

const isAbout =
  (record: KnownRecord) =>
  ({ recordIds }: { recordIds: readonly string[] }): boolean =>
    recordIds.includes(record.recordId);

const keptApartHere: Reason = {
  code: 'kept-apart',
  text: 'Somebody has said of records on both sides that they are two people.',
  speaksFor: false,
};

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
