import { bestVerdict, compareNames, type NameVerdict } from './domain/compare-names.ts';
import { type Identifier, identifierKey } from './domain/identifiers.ts';
import type { Name } from './domain/name.ts';
import type { Evidence } from './domain/resolve.ts';
import type { Current } from './domain/statement.ts';
import { evidenceOf, type KnownRecord } from './known-record.ts';

/** Whoever wants to know what records say (the engine). */
interface Noting {
  note(record: KnownRecord): void;
}

/** What is known of people while a set of signals is identified: the database, overlaid with what the set itself added. */
export class People {
  readonly byKey = new Map<string, KnownRecord>();
  readonly byId = new Map<string, KnownRecord>();
  readonly ofCustomer = new Map<string, Set<KnownRecord>>();
  private readonly holders = new Map<string, Set<string>>();
  private readonly names = new Map<string, Name>();
  private readonly crowds = new Set<string>();
  private readonly ownHolders = new Map<string, Set<KnownRecord>>();
  private readonly sourceId: string;
  private matching: Noting | null = null;
  private told = 0;
  /** Records of which it was not asked yet what identifies them. */
  private unread: KnownRecord[] = [];

  constructor(sourceId: string) {
    this.sourceId = sourceId;
  }

  /** Grows whenever something else is known: what was made of all before may be another now. */
  get changes(): number {
    return this.told;
  }

  /** Lets the engine know of everybody in mind, from now on. */
  compareBy(matching: Noting): void {
    this.matching = matching;
    for (const record of this.byId.values()) matching.note(record);
  }

  /** Takes in a record read from the database. */
  add(record: KnownRecord): KnownRecord {
    const known = this.byId.get(record.recordId);
    if (known) return known;
    this.byId.set(record.recordId, record);
    if (record.sourceId === this.sourceId) this.byKey.set(record.key, record);
    this.told += 1;
    this.setAt(this.ofCustomer, record.customerId).add(record);
    this.unread.push(record);
    return record;
  }

  private readAll(): void {
    if (this.unread.length === 0) return;
    const { unread } = this;
    this.unread = [];
    for (const record of unread) this.holdIdentifiers(record);
  }

  /** Notes that a customer has an identifier, found in the database, and what they are called. */
  noteHolder(key: string, customerId: string, name: Name): void {
    this.told += 1;
    this.setAt(this.holders, key).add(customerId);
    this.names.set(customerId, name);
  }

  /** Notes that so many customers have an identifier that it says nothing. */
  noteCrowd(key: string): void {
    this.told += 1;
    this.crowds.add(key);
  }

  /**
   * The names of all records with an identifier; of customers of whom no record is in mind, what they are called. Nothing when so many
   * have it that nobody counted them.
   */
  namesWith(identifier: Identifier): Name[] | null {
    this.readAll();
    const key = identifierKey(identifier);
    if (this.crowds.has(key)) return null;
    const names: Name[] = [];
    for (const customerId of this.holders.get(key) ?? []) {
      const records = this.ofCustomer.get(customerId);
      if (!records || records.size === 0) names.push(this.names.get(customerId) ?? { given: [], family: [] });
      else
        for (const { evidence } of records)
          if (
            evidence.identifiers.some(
              ({ kind, value }) => value === identifier.value && kind === identifier.kind,
            )
          )
            names.push(evidence.name);
    }
    return names;
  }

  /** Identifiers that several records in mind have, but for those that were asked for. */
  sharedBesides(asked: Pick<ReadonlySet<string>, 'has'>): Identifier[] {
    const seen = new Map<string, Identifier>();
    const shared = new Map<string, Identifier>();
    for (const { evidence } of this.byId.values())
      for (const identifier of evidence.identifiers) {
        const key = identifierKey(identifier);
        if (identifier.weak || asked.has(key)) continue;
        if (seen.has(key)) shared.set(key, identifier);
        else seen.set(key, identifier);
      }
    return [...shared.values()];
  }

  /** The customers who have an identifier. */
  holdersOf(identifier: Identifier): Iterable<string> {
    this.readAll();
    return this.holders.get(identifierKey(identifier)) ?? [];
  }

  /** Records of the source that is speaking, which have an identifier. */
  ownRecordsWith(identifier: Identifier): Iterable<KnownRecord> {
    this.readAll();
    return this.ownHolders.get(identifierKey(identifier)) ?? [];
  }

  /** The records of a customer in the order in which they were made, however they came to mind: reasons must not depend on that. */
  recordsOf(customerId: string): KnownRecord[] {
    return [...(this.ofCustomer.get(customerId) ?? [])].sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
  }

  /** Takes in a record that nobody has heard of before, with its first words. */
  welcome(record: KnownRecord, current: Current, evidence: Evidence): void {
    record.current = current;
    record.evidence = evidence;
    this.add(record);
    this.matching?.note(record);
  }

  /** Gives a record new words; its identifiers and those of its customer follow. */
  say(record: KnownRecord, current: Current): void {
    this.release(record);
    record.current = current;
    record.evidence = evidenceOf(record);
    this.hold(record);
    this.matching?.note(record);
  }

  /** Moves a record to another customer. */
  move(record: KnownRecord, customerId: string): void {
    this.release(record);
    record.customerId = customerId;
    this.hold(record);
  }

  /** How a name stands to the names of a record's customer. */
  verdictOn(name: Name, record: KnownRecord): NameVerdict {
    const own = compareNames(name, record.evidence.name);
    if (own !== 'unknown') return own;
    return bestVerdict(
      this.recordsOf(record.customerId).map(({ evidence }) => compareNames(name, evidence.name)),
    );
  }

  private hold(record: KnownRecord): void {
    this.told += 1;
    this.setAt(this.ofCustomer, record.customerId).add(record);
    this.holdIdentifiers(record);
  }

  private holdIdentifiers(record: KnownRecord): void {
    for (const identifier of record.evidence.identifiers) {
      if (identifier.weak) continue;
      const key = identifierKey(identifier);
      this.setAt(this.holders, key).add(record.customerId);
      if (record.sourceId === this.sourceId) this.setAt(this.ownHolders, key).add(record);
    }
  }

  private release(record: KnownRecord): void {
    this.readAll();
    this.told += 1;
    this.ofCustomer.get(record.customerId)?.delete(record);
    const stays = new Set(
      this.recordsOf(record.customerId).flatMap(({ evidence }) => evidence.identifiers.map(identifierKey)),
    );
    for (const identifier of record.evidence.identifiers) {
      const key = identifierKey(identifier);
      this.ownHolders.get(key)?.delete(record);
      if (!stays.has(key)) this.holders.get(key)?.delete(record.customerId);
    }
  }

  private setAt<Item>(map: Map<string, Set<Item>>, key: string): Set<Item> {
    let set = map.get(key);
    if (!set) {
      set = new Set();
      map.set(key, set);
    }
    return set;
  }
}
