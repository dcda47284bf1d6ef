import type { NearRecord } from './data/match-online.ts';
import type { Crowded } from './domain/crowd.ts';
import type { Profiled } from './domain/engine/average-linkage.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import type { Learnt, RecordKey } from './domain/engine/match-one.ts';
import { Column } from './domain/engine/record.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import type { Score } from './domain/resolve.ts';
import { sourcesWithoutDoubles } from './domain/sources-without-doubles.ts';
import type { Current } from './domain/statement.ts';
import { type Form, formOf, wordsOf } from './form.ts';
import type { KnownRecord } from './known-record.ts';
import { RowScores } from './row-scores.ts';
import { SharedKeys } from './shared-keys.ts';

function builderOf(forms: ReadonlyMap<string, Form>): TableBuilder {
  const builder = new TableBuilder([], [], ownRoom);
  for (const [words, { source, record }] of forms) builder.add(words, source, record);
  return builder;
}

// No words begin so: they begin with the key of a source.
const nameless = (at: number): string => `\0${at}`;

/**
 * The engine at the side of one set of signals: it finds among the people in mind those who share keys with a record, and says how
 * likely it is theirs, with the model and the statistics of the last run over everybody.
 */
export class Matching {
  private table: RecordTable;
  private readonly rows = new Map<string, number>();
  private readonly forms = new Map<string, Form>();
  private readonly words = new Map<Current, string>();
  private readonly keys: SharedKeys;
  private readonly scores: RowScores;
  private readonly learnt: Learnt;
  private readonly singles: ReadonlySet<string>;

  /** A run has counted how rare names are here. */
  readonly namesCounted: boolean;

  constructor(learnt: Learnt, forms: Iterable<Form>) {
    this.learnt = learnt;
    this.namesCounted = learnt.statistics.often.some((values) => values.size > 0);
    this.singles = sourcesWithoutDoubles(learnt.models);
    for (const form of forms) this.forms.set(wordsOf(form), form);
    this.table = this.lay(this.forms);
    this.placeRows();
    this.scores = new RowScores(learnt, this.table);
    this.keys = new SharedKeys(this.table);
  }

  /** The keys by which a form is found. */
  keysOf(form: Form): readonly RecordKey[] {
    return this.keys.of(wordsOf(form)) ?? [];
  }

  /** The same keys to be kept with the record; nothing for a form that was not met, or whose keys depend on whom it is met with (words of firms). */
  keptKeysOf(form: Form): readonly RecordKey[] | undefined {
    return form.record.values[Column.organisation]?.length === 0 ? this.keys.of(wordsOf(form)) : undefined;
  }

  /**
   * Of customers who share keys with forms that are told: those who are as likely as not one of them, or share what identifies. Of the
   * others it is only remembered which places they take among the nearest, so that who is compared does not depend on who is read.
   */
  worthALook(told: readonly Form[], near: readonly NearRecord[]): Set<string> {
    const worth = new Set<string>();
    if (!near.some(({ form }) => form)) return new Set(near.map(({ customerId }) => customerId));
    const rowOf = this.layWith(near);
    const rows = told.map((form) => this.rows.get(wordsOf(form))!);
    near.forEach(({ customerId, askers, form }, at) => {
      if (worth.has(customerId)) return;
      const row = rowOf[at]!;
      if (!form || askers.some(({ asker }) => this.scores.mayBeOne(rows[asker]!, row))) worth.add(customerId);
    });
    const seen = new Set<string>();
    near.forEach(({ customerId, askers, form }, at) => {
      if (worth.has(customerId)) {
        if (form) this.placeRow(form, rowOf[at]!);
        return;
      }
      if (seen.has(customerId)) return;
      seen.add(customerId);
      for (const { asker, shared } of askers) this.keys.keepPlace(wordsOf(told[asker]!), customerId, shared);
    });
    return worth;
  }

  /** Adds forms, and keys that too many share to say anything. */
  learn(forms: Iterable<Form>, tooMany: Iterable<number>): void {
    this.keys.leaveOut(tooMany);
    let isWhole = true;
    const keyless = new Map<string, Form>();
    let firms = false;
    for (const form of forms) {
      const words = wordsOf(form);
      this.forms.set(words, form);
      if (!this.rows.has(words)) isWhole = false;
      if (this.keys.of(words)) continue;
      keyless.set(words, form);
      if (form.record.values[Column.organisation]!.length > 0) firms = true;
    }
    // Words of firms are rare or not by those they are met with: their keys are made of the new ones alone.
    if (firms) this.keys.add(this.lay(keyless));
    if (!isWhole) this.layAll();
    if (!firms && keyless.size > 0) this.keys.add(this.table, keyless);
  }

  /** Takes in what a record says now; what it said before is forgotten. */
  note(record: KnownRecord): void {
    this.keys.note(record, this.wordsFor(record));
  }

  /** Customers who share keys with a record, the most shared first. A key that too many share says nothing. */
  near(record: KnownRecord): string[] {
    return this.keys.near(record, this.wordsFor(record));
  }

  /** How two records stand to each other: log2 of the odds that they are one person. `crowded` as for `score`. */
  bits(record: KnownRecord, other: KnownRecord, crowded: readonly Crowded[] = []): number {
    return this.scores.bits(this.rowOf(record), this.rowOf(other), crowded);
  }

  /** The same with what it rests on. `crowded` are identifiers that others have, too: what more than a family has says less. */
  score(record: KnownRecord, other: KnownRecord, crowded: readonly Crowded[] = []): Score {
    const { recordId } = other;
    return { ...this.scores.score(this.rowOf(record), this.rowOf(other), crowded), recordId };
  }

  /** Two groups of records, by all that is known of each. */
  profile(some: readonly KnownRecord[], others: readonly KnownRecord[]): Profiled {
    const [rows, against] = [some, others].map((records) => records.map((one) => this.rowOf(one))) as [
      number[],
      number[],
    ];
    return this.scores.profile(rows, against);
  }

  /** True for two that cannot be one whatever they have in common: senior and junior, a person and a firm, a list that has nobody twice. */
  apartByRule(record: KnownRecord, other: KnownRecord): boolean {
    const { table } = this;
    const [a, b] = [this.rowOf(record), this.rowOf(other)];
    if (table.kind[a] !== table.kind[b]) return true;
    const [mine, theirs] = [table.suffix[a]!, table.suffix[b]!];
    if (mine !== 0 && theirs !== 0 && mine !== theirs) return true;
    return record.sourceKey === other.sourceKey && this.singles.has(record.sourceKey);
  }

  private wordsFor(record: KnownRecord): string {
    let words = this.words.get(record.current);
    if (words !== undefined) return words;
    const form = formOf(record);
    words = wordsOf(form);
    this.words.set(record.current, words);
    this.learn([form], []);
    return words;
  }

  private rowOf(record: KnownRecord): number {
    return this.rows.get(this.wordsFor(record))!;
  }

  private layAll(): void {
    this.take(this.lay(this.forms));
  }

  private take(table: RecordTable): void {
    this.table = table;
    this.scores.lay(table);
    this.placeRows();
  }

  // Of most who are near nothing is asked but how they stand to who is told, so they are laid as they come and by no name.
  private layWith(near: readonly NearRecord[]): Int32Array {
    const builder = builderOf(this.forms);
    near.forEach(({ form }, at) => {
      if (form) builder.add(nameless(at), form.source, form.record);
    });
    this.take(this.laid(builder));
    const rowOf = new Int32Array(near.length).fill(-1);
    let came = this.forms.size;
    near.forEach(({ form }, at) => {
      if (form) rowOf[at] = this.table.rowOf[came++]!;
    });
    return rowOf;
  }

  // What a form says goes by its row; where two say the same, by one of them.
  private placeRow(form: Form, row: number): void {
    const words = wordsOf(form);
    if (this.rows.has(words)) return;
    this.forms.set(words, form);
    this.rows.set(words, row);
    this.table.ids[row] = words;
  }

  private placeRows(): void {
    this.rows.clear();
    // A table tells the rows of its records in the order in which they came, and these came first.
    let came = 0;
    for (const words of this.forms.keys()) this.rows.set(words, this.table.rowOf[came++]!);
  }

  private lay(forms: ReadonlyMap<string, Form>): RecordTable {
    return this.laid(builderOf(forms));
  }

  private laid(builder: TableBuilder): RecordTable {
    const table = builder.build(true);
    applyStatistics(table, this.learnt.statistics);
    return table;
  }
}
