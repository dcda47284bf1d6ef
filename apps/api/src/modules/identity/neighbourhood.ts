import { type Crowded, canBeOne, differentPeople } from './domain/crowd.ts';
import { probabilityOf } from './domain/engine/model.ts';
import { type Identifier, identifierKey, sharedIdentifiers } from './domain/identifiers.ts';
import type { Name } from './domain/name.ts';
import { aHandful, judgementOn, type Reason } from './domain/resolve.ts';
import { type Settled, type Sight, settle } from './domain/settle.ts';
import type { KnownRecord } from './known-record.ts';
import type { Links } from './links.ts';
import type { Matching } from './matching.ts';
import type { People } from './people.ts';

/** At most so many records are settled together: those that hang on the record in question by the shortest ways. */
const settledAtMost = 80;

/** Records that were settled together, and who they are. */
export interface SettledPeople extends Settled {
  members: KnownRecord[];
}

/** Whoever may be one person with a record: how they stand to it, who hangs together with them, and who of them is who. */
export class Neighbourhood {
  private readonly people: People;
  private readonly links: Links;
  private readonly matching: Matching;
  // A record is seen from around it and again when it is settled: nothing has changed in between.
  private readonly sights = new Map<KnownRecord, Map<KnownRecord, Sight>>();
  private readonly names = new Map<string, { all: Name[]; people: Name[] } | null>();
  private madeAt = -1;

  constructor(people: People, links: Links, matching: Matching) {
    this.people = people;
    this.links = links;
    this.matching = matching;
  }

  /**
   * Customers with a record that may be of the same person as this one, and what speaks against those who share something with it.
   * Of an identifier that several people have all are looked at again: it says less of each of them.
   */
  around(record: KnownRecord): { customerIds: string[]; against: Reason[] } {
    const found = new Set<string>();
    const again = new Set<string>();
    for (const identifier of record.evidence.identifiers) {
      if (identifier.weak) continue;
      const holders = this.holders(identifier);
      if (holders > aHandful + 1) continue;
      const holding = [...this.people.holdersOf(identifier)];
      // With somebody of another name what an identifier says of the others who have it is something else, and with too many it says nothing.
      const records = this.namesWith(identifier)?.all.length ?? Number.POSITIVE_INFINITY;
      const crowded = holding.length > 2 || (holders > 1 && records > 2);
      for (const customerId of holding) {
        found.add(customerId);
        if (crowded) again.add(customerId);
      }
    }
    for (const customerId of this.matching.near(record)) found.add(customerId);
    found.delete(record.customerId);
    const against: Reason[] = [];
    for (const customerId of [...found].sort())
      for (const other of this.people.recordsOf(customerId)) {
        if (this.links.areApart(record.recordId, other.recordId)) continue;
        const { judgement } = this.sight(record, other);
        if (!judgement) continue;
        if (judgement.verdict === 'no')
          against.push(
            ...judgement.match.reasons.filter(({ code }) => !against.some((one) => one.code === code)),
          );
        else again.add(customerId);
      }
    return { customerIds: [...again], against };
  }

  /**
   * Settles who is whom among the records of these customers and of all who hang together with them by open cases. `asTheyAre` leaves
   * everybody where they are: what would join them is a case.
   */
  settle(customerIds: Iterable<string>, asTheyAre = false): SettledPeople {
    const members = this.membersFrom(customerIds);
    const at = new Map(members.map(({ recordId }, index) => [recordId, index]));
    const sights = new Map<number, Sight>();
    const sight = (a: number, b: number): Sight => {
      const key = a < b ? a * members.length + b : b * members.length + a;
      let known = sights.get(key);
      if (!known) {
        known = this.sight(members[a]!, members[b]!);
        sights.set(key, known);
      }
      return known;
    };
    const pick = (group: readonly number[]) => group.map((index) => members[index]!);
    const byCustomer = new Map<string, number>();
    const asIs = members.flatMap(({ customerId }, index) => {
      const first = byCustomer.get(customerId);
      if (first === undefined) byCustomer.set(customerId, index);
      return first === undefined ? [] : [[first, index] as const];
    });
    const strangers = (a: number, b: number) =>
      asTheyAre && members[a]!.customerId !== members[b]!.customerId;
    const settled = settle({
      records: members.map(({ evidence }) => evidence),
      sight,
      saidApart: (a, b) => this.links.areApart(members[a]!.recordId, members[b]!.recordId),
      apartByRule: (a, b) => strangers(a, b) || this.matching.apartByRule(members[a]!, members[b]!),
      together: asTheyAre
        ? asIs
        : members.flatMap(({ recordId }, a) =>
            [...this.links.togetherWith(recordId)].flatMap((other) => {
              const b = at.get(other);
              return b !== undefined && a < b ? [[a, b] as const] : [];
            }),
          ),
      profile: (a, b) => this.matching.profile(pick(a), pick(b)),
    });
    return { members, ...settled };
  }

  /** How two records stand to each other. */
  sight(one: KnownRecord, other: KnownRecord): Sight {
    this.forgetWhatWas();
    const [younger, older] = one.recordId > other.recordId ? [one, other] : [other, one];
    let seen = this.sights.get(younger);
    if (!seen) {
      seen = new Map();
      this.sights.set(younger, seen);
    }
    let sight = seen.get(older);
    if (!sight) {
      sight = this.compare(younger, older);
      seen.set(older, sight);
    }
    return sight;
  }

  private compare(younger: KnownRecord, older: KnownRecord): Sight {
    const shared = sharedIdentifiers(younger.evidence, older.evidence);
    const crowded = shared.flatMap((identifier): Crowded[] => {
      const others = this.othersWith(identifier, younger, older);
      return others > 0 ? [{ identifier, others }] : [];
    });
    if (shared.length === 0) {
      const bits = this.matching.bits(younger, older, crowded);
      if (bits < 0) return { bits, probability: probabilityOf(bits), judgement: null };
    }
    const score = this.matching.score(younger, older, crowded);
    const judgement = judgementOn(
      younger.evidence,
      { customerId: older.customerId, records: [older.evidence], score },
      (identifier) => this.holders(identifier),
      this.matching.namesCounted,
    );
    return { bits: score.bits, probability: score.probability, judgement };
  }

  private membersFrom(customerIds: Iterable<string>): KnownRecord[] {
    const reached = new Set<string>();
    const members: KnownRecord[] = [];
    const waiting = [...customerIds];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (reached.has(next)) continue;
      const records = this.people.recordsOf(next);
      if (reached.size > 0 && members.length + records.length > settledAtMost) continue;
      reached.add(next);
      members.push(...records);
      for (const { recordId } of records)
        for (const doubt of this.links.doubtsOf(recordId)) {
          const other = doubt.recordId === recordId ? doubt.candidateRecordId : doubt.recordId;
          const known = this.people.byId.get(other);
          if (known) waiting.push(known.customerId);
        }
    }
    return members.sort(byOrigin);
  }

  /** How many people have an identifier, by their names: however many customers they still are. */
  private holders(identifier: Identifier): number {
    const names = this.namesWith(identifier);
    return names ? Math.max(1, names.people.length) : Number.POSITIVE_INFINITY;
  }

  private othersWith(identifier: Identifier, one: KnownRecord, other: KnownRecord): number {
    const names = this.namesWith(identifier)?.people;
    if (!names || names.length > aHandful) return Number.POSITIVE_INFINITY;
    if (names.length < 2) return 0;
    return names.filter((name) => !canBeOne(name, one.evidence.name) && !canBeOne(name, other.evidence.name))
      .length;
  }

  /** The names of all who have an identifier, and of the different people among them. */
  private namesWith(identifier: Identifier): { all: Name[]; people: Name[] } | null {
    this.forgetWhatWas();
    const key = identifierKey(identifier);
    let names = this.names.get(key);
    if (names === undefined) {
      const all = this.people.namesWith(identifier);
      names = all && { all, people: differentPeople(all) };
      this.names.set(key, names);
    }
    return names;
  }

  private forgetWhatWas(): void {
    if (this.madeAt === this.people.changes) return;
    this.madeAt = this.people.changes;
    this.sights.clear();
    this.names.clear();
  }
}

// By where they come from: ids are made by time, and the order of arrival must not matter.
function byOrigin(a: KnownRecord, b: KnownRecord): number {
  if (a.sourceKey !== b.sourceKey) return a.sourceKey < b.sourceKey ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.recordId < b.recordId ? -1 : 1;
}
