import { newId } from '#kernel/id';
import { carryIds } from './domain/engine/stable-ids.ts';
import type { Match, Reason } from './domain/resolve.ts';
import type { KnownRecord } from './known-record.ts';
import type { Links, OpenDoubt } from './links.ts';
import type { SettledPeople } from './neighbourhood.ts';
import type { People } from './people.ts';
import type { PeoplePlan, UnseenKind } from './people-plan.ts';

/** What placing came to for the record in question. */
export interface Placed {
  /** Cases that were not known, about this record. */
  doubts: Match[];
}

const noLonger: Reason = {
  code: 'no-longer-one',
  text: 'What their records say now no longer speaks for one person.',
  speaksFor: false,
};

/**
 * Brings who is whose in line with what was settled, with as few moves as can be: a group keeps the id that most of its records have
 * (of equals the oldest), ids of whom nobody is left lead to where most of theirs went, and whoever leaves gets an id of their own.
 * Open cases among them follow. Writes nothing: all of it is noted in the plan.
 */
export class Placing {
  private readonly plan: PeoplePlan;
  private readonly people: People;
  private readonly links: Links;
  private readonly signalId: string | null;

  constructor(plan: PeoplePlan, people: People, links: Links, signalId: string | null) {
    this.plan = plan;
    this.people = people;
    this.links = links;
    this.signalId = signalId;
  }

  /** `fresh` is a record that nobody had until now; the customer made for it in passing is only made if it keeps it. */
  place(settled: SettledPeople, fresh: KnownRecord | null, asked: KnownRecord): Placed {
    const { members, groups } = settled;
    const naming = carryIds(
      groups.map((group) => group.map((at) => members[at]!.recordId)),
      new Map(
        members.filter((one) => one !== fresh).map(({ recordId, customerId }) => [recordId, customerId]),
      ),
    );
    groups.forEach((group, index) => {
      const records = group.map((at) => members[at]!);
      const carried = naming.ids[index];
      const to = carried ?? (fresh && records.includes(fresh) ? fresh.customerId : newId());
      if (!carried) this.bear(to);
      if (fresh && records.includes(fresh)) this.welcome(fresh, to, settled);
      const leaving = new Map<string, KnownRecord[]>();
      for (const record of records)
        if (record !== fresh && record.customerId !== to)
          leaving.set(record.customerId, [...(leaving.get(record.customerId) ?? []), record]);
      for (const [from, moved] of [...leaving].sort(([a], [b]) => (a < b ? -1 : 1)))
        this.move(moved, from, to, settled, naming.redirects);
    });
    for (const id of naming.redirects.keys()) this.abandon(id);
    return { doubts: this.ask(settled, asked) };
  }

  private bear(id: string): void {
    this.plan.newCustomers.add(id);
    this.plan.dirtyCustomers.add(id);
  }

  private welcome(fresh: KnownRecord, to: string, settled: SettledPeople): void {
    const own = fresh.customerId;
    if (to === own) {
      this.belong(fresh, own, 'new', null);
      return;
    }
    const { partner, match } = joinOf(settled, fresh);
    const decisionId = this.decide('auto-link', [fresh.recordId, partner], [to], match);
    this.people.move(fresh, to);
    this.belong(fresh, to, 'auto-link', decisionId);
    this.plan.dirtyCustomers.add(to);
  }

  private move(
    moved: KnownRecord[],
    from: string,
    to: string,
    settled: SettledPeople,
    redirects: ReadonlyMap<string, string | null>,
  ): void {
    const whole = redirects.has(from) && this.people.recordsOf(from).length === moved.length;
    const ids = moved.map(({ recordId }) => recordId);
    let decisionId: string;
    if (whole && moved.length === 1) {
      const { partner, match } = joinOf(settled, moved[0]!);
      decisionId = this.decide('auto-link', [ids[0]!, partner], [to, from], match);
    } else if (whole)
      decisionId = this.decide('auto-merge', ids.sort(), [to, from], joinOf(settled, moved[0]!).match);
    else decisionId = this.decide('auto-split', ids.sort(), [from, to], { reasons: [noLonger] });
    if (redirects.has(from) && !this.plan.left.has(from) && (whole || redirects.get(from) === to))
      this.plan.left.set(from, { to, decisionId });
    const cause = this.plan.decisions.at(-1)!.kind;
    for (const record of moved) {
      this.people.move(record, to);
      for (const open of this.plan.memberships) if (open.recordId === record.recordId) open.closed = true;
      this.plan.moves.push({ record, from, to, decisionId });
      this.plan.changedRecords.add(record);
      this.belong(record, to, cause, decisionId);
    }
    this.plan.dirtyCustomers.add(to).add(from);
  }

  private abandon(id: string): void {
    if (this.people.recordsOf(id).length > 0) return;
    this.plan.dirtyCustomers.delete(id);
    if (this.plan.left.has(id)) return;
    const last = this.plan.moves.findLast(({ from }) => from === id);
    if (last) this.plan.left.set(id, { to: last.to, decisionId: last.decisionId });
  }

  private belong(record: KnownRecord, customerId: string, cause: string, decisionId: string | null): void {
    this.plan.memberships.push({
      id: newId(),
      recordId: record.recordId,
      customerId,
      cause,
      decisionId,
      closed: false,
    });
  }

  private decide(
    kind: UnseenKind,
    recordIds: string[],
    customerIds: string[],
    { reasons, probability }: Pick<Match, 'reasons' | 'probability'>,
  ): string {
    const id = newId();
    this.plan.decisions.push({
      id,
      kind,
      recordIds,
      customerIds,
      reasons,
      ...(probability === undefined ? {} : { probability }),
      signalId: this.signalId,
    });
    return id;
  }

  /** Open cases among the settled follow: what is one is no case, what has changed is told anew, the rest is raised. */
  private ask({ members, doubts }: SettledPeople, asked: KnownRecord): Match[] {
    const between = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
    const wanted = new Map(
      doubts.map((doubt) => [
        between(members[doubt.a]!.customerId, members[doubt.b]!.customerId),
        {
          recordId: members[doubt.a]!.recordId,
          match: {
            ...doubt.match,
            customerId: members[doubt.b]!.customerId,
            recordId: members[doubt.b]!.recordId,
          },
        },
      ]),
    );
    const inside = new Map(members.map((record) => [record.recordId, record]));
    const open = new Set<OpenDoubt>();
    for (const { recordId } of members) for (const doubt of this.links.doubtsOf(recordId)) open.add(doubt);
    for (const doubt of open) {
      const [one, other] = [inside.get(doubt.recordId), inside.get(doubt.candidateRecordId)];
      if (!one || !other || doubt.fixed) continue;
      const name = between(one.customerId, other.customerId);
      const now = wanted.get(name);
      if (now && now.recordId === doubt.recordId && now.match.recordId === doubt.candidateRecordId) {
        this.plan.doubts.set(doubt.id, { id: doubt.id, recordId: doubt.recordId, match: now.match });
        wanted.delete(name);
      } else {
        this.links.close(doubt);
        if (!this.plan.doubts.delete(doubt.id) || !doubt.isNew) this.plan.droppedDoubts.add(doubt.id);
      }
    }
    const raised: Match[] = [];
    for (const { recordId, match } of wanted.values()) {
      this.raise(recordId, match);
      if (recordId === asked.recordId || match.recordId === asked.recordId) raised.push(match);
    }
    return raised;
  }

  /** Raises a case. */
  raise(recordId: string, match: Match, fixed = false): void {
    const id = newId();
    this.plan.doubts.set(id, { id, recordId, match });
    this.links.open({ id, recordId, candidateRecordId: match.recordId, fixed, isNew: true });
  }
}

/** What joined a record to others: the record of theirs, and why. */
function joinOf({ joins, members }: SettledPeople, record: KnownRecord): { partner: string; match: Match } {
  const found = joins.find(({ a, b }) => members[a] === record || members[b] === record) ?? joins[0];
  if (!found) {
    const other = members.find((one) => one !== record) ?? record;
    return { partner: other.recordId, match: { customerId: '', recordId: other.recordId, reasons: [] } };
  }
  const [a, b] = [members[found.a]!, members[found.b]!];
  return { partner: (a === record ? b : a).recordId, match: found.judgement.match };
}
