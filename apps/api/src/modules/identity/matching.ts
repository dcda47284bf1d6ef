import { newAgreement } from './domain/engine/agreement.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import { comparePair } from './domain/engine/compare-pair.ts';
import { featuresOf } from './domain/engine/features.ts';
import { objectionsOf } from './domain/engine/gate.ts';
import { eachKeptKey, type Learnt } from './domain/engine/match-one.ts';
import { oddsOf, probabilityOf, type Scorer, scorerOf, weigh } from './domain/engine/model.ts';
import { normaliseRecord } from './domain/engine/normalise-record.ts';
import { profileOf } from './domain/engine/profile.ts';
import { Column, type NormalRecord } from './domain/engine/record.ts';
import { recordOfStatement } from './domain/engine/record-of-statement.ts';
import type { Lists, RecordTable } from './domain/engine/record-table.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import type { Identifier } from './domain/identifiers.ts';
import type { Score } from './domain/resolve.ts';
import type { Current } from './domain/statement.ts';
import type { KnownRecord } from './people.ts';

/** A record in the form in which the engine compares it. */
export interface Form {
  /** Key of its source. */
  source: string;
  record: NormalRecord;
}

const formsMade = new WeakMap<Current, Form>();

/** What a record says now, in the engine's normal form. */
export function formOf(record: { sourceKey: string; current: Current; phoneCountry: string | null }): Form {
  const known = formsMade.get(record.current);
  if (known?.source === record.sourceKey) return known;
  const said = recordOfStatement('', record.sourceKey, record.current, record.phoneCountry);
  const form = { source: record.sourceKey, record: normaliseRecord(said, { others: [] }) };
  formsMade.set(record.current, form);
  return form;
}

const wordsOf = ({ source, record }: Form): string =>
  `${source}\n${record.suffix}\n${JSON.stringify(record.values)}`;

const scorers = new WeakMap<Learnt, Scorer>();

// What a run learnt never changes, so its logarithms are taken once and not for each webhook.
function scorerFor(learnt: Learnt): Scorer {
  let scorer = scorers.get(learnt);
  if (!scorer) {
    scorer = scorerOf(learnt.models.person);
    scorers.set(learnt, scorer);
  }
  return scorer;
}

/** Customers compared with one record, at most: those who share most keys with it. */
export const comparedAtMost = 12;

/**
 * The engine at the side of one set of signals: it finds among the people in mind those who share keys with a record, and says how
 * likely it is theirs, with the model and the statistics of the last run over everybody.
 */
export class Matching {
  private table!: RecordTable;
  private readonly rows = new Map<string, number>();
  private keys: { key: number; cap: number }[][] = [];
  private readonly forms = new Map<string, Form>();
  private readonly words = new WeakMap<Current, string>();
  private readonly noted = new Map<KnownRecord, string>();
  private readonly sharing = new Map<number, Set<KnownRecord>>();
  private readonly tooMany = new Set<number>();
  private readonly scorer: Scorer;
  private readonly agreement;
  private readonly weights = { same: 0, related: 0, stranger: 0 };
  private readonly learnt: Learnt;

  constructor(learnt: Learnt, forms: Iterable<Form>) {
    this.learnt = learnt;
    this.scorer = scorerFor(learnt);
    this.agreement = newAgreement(this.scorer.features);
    for (const form of forms) this.forms.set(wordsOf(form), form);
    this.lay();
  }

  /** The keys by which a form is found, for asking the database. */
  keysOf(form: Form): readonly { key: number; cap: number }[] {
    return this.keys[this.rows.get(wordsOf(form))!] ?? [];
  }

  /** Adds forms, and keys that too many share to say anything. */
  learn(forms: Iterable<Form>, tooMany: Iterable<number>): void {
    for (const form of forms) this.forms.set(wordsOf(form), form);
    for (const key of tooMany) this.tooMany.add(key);
    this.lay();
  }

  /** Takes in what a record says now; what it said before is forgotten. */
  note(record: KnownRecord): void {
    const row = this.rowOf(record);
    const words = this.words.get(record.current)!;
    const before = this.noted.get(record);
    if (before === words) return;
    if (before !== undefined)
      for (const { key } of this.keys[this.rows.get(before)!]!) this.sharing.get(key)?.delete(record);
    this.noted.set(record, words);
    for (const { key } of this.keys[row]!) {
      const set = this.sharing.get(key);
      if (set) set.add(record);
      else this.sharing.set(key, new Set([record]));
    }
  }

  /** Customers who share keys with a record, the most shared first. A key that too many share says nothing. */
  near(record: KnownRecord): string[] {
    const shared = new Map<string, number>();
    for (const { key, cap } of this.keys[this.rowOf(record)]!) {
      const sharing = this.sharing.get(key);
      if (!sharing || sharing.size > cap || this.tooMany.has(key)) continue;
      for (const customerId of new Set([...sharing].map((one) => one.customerId)))
        if (customerId !== record.customerId) shared.set(customerId, (shared.get(customerId) ?? 0) + 1);
    }
    return [...shared]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, comparedAtMost)
      .map(([customerId]) => customerId);
  }

  /**
   * How likely a record is of the person whom these records describe together. `holders` tells how many other customers have an
   * identifier: what more than a family has says less, and what more than a handful have (`Infinity`) nothing.
   */
  score(
    record: KnownRecord,
    others: readonly KnownRecord[],
    holders: (identifier: Identifier) => number,
  ): Score {
    const { table } = this;
    const self = this.rowOf(record);
    const rows = others.map((other) => this.rowOf(other));
    for (const identifier of record.evidence.identifiers) this.weighShared(identifier, holders(identifier));
    const group = this.groupOf(record, others);
    let closest = others[0]!.recordId;
    let most = Number.NEGATIVE_INFINITY;
    if (rows.length > 1)
      rows.forEach((row, at) => {
        const bits = this.weighPair(self, table.lists, row, group);
        if (bits <= most) return;
        most = bits;
        closest = others[at]!.recordId;
      });
    const bits =
      rows.length === 1
        ? this.weighPair(self, table.lists, rows[0]!, group)
        : this.weighPair(self, profileOf(table, rows), 0, group);
    const suffixes = new Set(rows.map((row) => table.suffix[row]!).filter((suffix) => suffix !== 0));
    const mine = table.suffix[self]!;
    const theirs = [...suffixes].find((suffix) => suffix !== mine) ?? 0;
    const objections = objectionsOf(this.agreement, table.kind[self]!, mine, theirs);
    const features = featuresOf('person', []);
    return {
      bits,
      probability: probabilityOf(bits),
      recordId: closest,
      objections,
      levels: Array.from(this.agreement.level)
        .map((level, feature) => ({
          feature: features[feature]!.name,
          level: features[feature]!.levels[level]!.name,
          at: level,
        }))
        .filter(({ at }) => at > 0)
        .map(({ feature, level }) => ({ feature, level })),
    };
  }

  private weighPair(self: number, lists: Lists, row: number, group: number): number {
    comparePair(this.table, this.table.lists, self, lists, row, this.agreement);
    return oddsOf(weigh(this.scorer, this.agreement, group, this.weights));
  }

  private weighShared(identifier: Identifier, others: number): void {
    const column =
      identifier.kind === 'email' ? Column.email : identifier.kind === 'phone' ? Column.phone : -1;
    if (column < 0 || others < 2) return;
    const text = column === Column.phone ? identifier.value.replace(/\D/g, '') : identifier.value;
    const value = this.valueOf(column, text);
    if (value === undefined) return;
    const dictionary = this.table.dictionaries[column]!;
    if (others === Number.POSITIVE_INFINITY) dictionary.common[value] = 1;
    else {
      const records = Math.sqrt(
        2 * this.learnt.models.person.allPairs.reduce((sum, pairs) => sum + pairs, 0),
      );
      dictionary.share[value] = Math.max(dictionary.share[value]!, (others - 1) / (records + 50));
    }
  }

  private readonly values = new Map<string, number>();

  private valueOf(column: number, text: string): number | undefined {
    return this.values.get(`${column} ${text}`);
  }

  // Of two records of one source, the model knows how often that source has somebody twice.
  private groupOf(record: KnownRecord, others: readonly KnownRecord[]): number {
    if (!others.some((other) => other.sourceKey === record.sourceKey)) return 0;
    const { sources, samePairs } = this.learnt.models.person;
    const at = sources.indexOf(record.sourceKey);
    return at >= 0 && at + 1 < samePairs.length ? at + 1 : 0;
  }

  private rowOf(record: KnownRecord): number {
    let words = this.words.get(record.current);
    if (words === undefined) {
      const form = formOf(record);
      words = wordsOf(form);
      this.words.set(record.current, words);
      if (!this.rows.has(words)) {
        this.forms.set(words, form);
        this.lay();
      }
    }
    return this.rows.get(words)!;
  }

  private lay(): void {
    const builder = new TableBuilder([], [], ownRoom);
    for (const [words, { source, record }] of this.forms) builder.add(words, source, record);
    const table = builder.build();
    applyStatistics(table, this.learnt.statistics);
    this.rows.clear();
    table.ids.forEach((words, row) => {
      this.rows.set(words, row);
    });
    this.keys = table.ids.map(() => []);
    eachKeptKey(table, (row, key, cap) => this.keys[row]!.push({ key, cap }));
    this.values.clear();
    for (const column of [Column.email, Column.phone]) {
      const { start, code } = table.dictionaries[column]!;
      for (let value = 0; value + 1 < start.length; value += 1)
        this.values.set(
          `${column} ${String.fromCharCode(...code.subarray(start[value]!, start[value + 1]!))}`,
          value,
        );
    }
    this.table = table;
  }
}
