import { newId } from '#kernel/id';
import { readCountry } from '#kernel/read-country';
import type { SpeakingSource } from './claims.ts';
import type { StoredRecord } from './data/read-people.ts';
import type { Witness } from './domain/golden.ts';
import { readIdentifiers } from './domain/identifiers.ts';
import { readName } from './domain/name.ts';
import type { Evidence } from './domain/resolve.ts';
import { type Current, nothingSaid, pointersOf } from './domain/statement.ts';

/** A source record as identity holds it in mind while it decides about a set of signals. */
export interface KnownRecord extends Witness {
  sourceId: string;
  customerId: string;
  /** Made by this set. */
  isNew: boolean;
  /** What it said when it was read; `null` for a new one. */
  before: Current | null;
  evidence: Evidence;
}

/** What identity knows of a record when it decides. */
export function evidenceOf(record: Pick<Witness, 'recordId' | 'current'>): Evidence {
  const { values } = record.current;
  return {
    recordId: record.recordId,
    identifiers: readIdentifiers(pointersOf(record.current), readCountry(values.country)),
    name: readName(values),
    ...(values.birthDate ? { birthDate: values.birthDate } : {}),
  };
}

/** A record that nobody has heard of before, with a customer of its own that has yet to be made. */
export function newRecord(source: SpeakingSource, key: string, createdAt: string): KnownRecord {
  const recordId = newId();
  return {
    recordId,
    sourceId: source.id,
    sourceKey: source.key,
    sourceName: source.name,
    sourceSystem: source.system,
    key,
    createdAt,
    customerId: '',
    current: nothingSaid,
    isNew: true,
    before: null,
    evidence: { recordId, identifiers: [], name: { given: [], family: [] } },
  };
}

/** A record as it was read. Its evidence is made when it is first asked for: of most who are told of again nobody asks. */
class RecalledRecord implements KnownRecord {
  readonly recordId: string;
  readonly sourceId: string;
  readonly sourceKey: string;
  readonly sourceName: string;
  readonly sourceSystem: string;
  readonly key: string;
  readonly createdAt: string;
  readonly before: Current;
  readonly isNew = false;
  customerId: string;
  current: Current;
  private made: Evidence | null = null;

  constructor(stored: StoredRecord) {
    this.recordId = stored.recordId;
    this.sourceId = stored.sourceId;
    this.sourceKey = stored.sourceKey;
    this.sourceName = stored.sourceName;
    this.sourceSystem = stored.sourceSystem;
    this.key = stored.key;
    this.createdAt = stored.createdAt;
    this.customerId = stored.customerId;
    this.before = stored.current;
    this.current = stored.current;
  }

  get evidence(): Evidence {
    this.made ??= evidenceOf(this);
    return this.made;
  }

  set evidence(made: Evidence) {
    this.made = made;
  }
}

/** Brings a record to mind as it is stored. */
export const recalled = (stored: StoredRecord): KnownRecord => new RecalledRecord(stored);
