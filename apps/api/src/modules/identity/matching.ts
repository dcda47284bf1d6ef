import type { NearRecord } from './data/match-online.ts';
import { type Crowded, crowd, placeValues, type ValuePlaces } from './domain/crowd.ts';
import { isContradiction, newAgreement } from './domain/engine/agreement.ts';
import type { Profiled } from './domain/engine/average-linkage.ts';
import { ownRoom, TableBuilder } from './domain/engine/build-table.ts';
import { comparePair } from './domain/engine/compare-pair.ts';
import { featuresOf } from './domain/engine/features.ts';
import { objectionsOf } from './domain/engine/gate.ts';
import { eachKeptKey, type Learnt, type RecordKey } from './domain/engine/match-one.ts';
import { oddsOf, probabilityOf, type Scorer, scorerOf, weigh } from './domain/engine/model.ts';
import { profileOf } from './domain/engine/profile.ts';
import { Column } from './domain/engine/record.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import { applyStatistics } from './domain/engine/value-statistics.ts';
import type { Score } from './domain/resolve.ts';
import { sourcesWithoutDoubles } from './domain/sources-without-doubles.ts';
import type { Current } from './domain/statement.ts';
import { type Form, formOf, wordsOf } from './form.ts';
import type { KnownRecord } from './known-record.ts';

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

/** What identifies people: whoever shares it is looked at, however unlikely they are one. */
const identifying = [Column.email, Column.phone, Column.id, Column.web];

/** Customers compared with one record, at most: those who share most keys with it. */
export const comparedAtMost = 12;

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
  private readonly keys = new Map<string, RecordKey[]>();
  private readonly forms = new Map<string, Form>();
  private readonly words = new Map<Current, string>();
  private readonly noted = new Map<KnownRecord, string>();
  private readonly sharing = new Map<number, KnownRecord[]>();
  /** Keys of which it is noted who shares them: those of forms that are placed, as long as nobody else is asked about. */
  private asked: ReadonlySet<number> | null;
  private readonly placed: ReadonlySet<string>;
  private readonly tooMany = new Set<number>();
  private readonly scorer: Scorer;
  private readonly agreement;
  private readonly weights = { same: 0, related: 0, stranger: 0 };
  private readonly learnt: Learnt;
  private readonly weighed = new Map<number, number>();
  private readonly values: ValuePlaces = new Map();
  /** Customers who take a place among those nearest to a form, and are not worth a look. */
  private readonly distant = new Map<string, { customerId: string; shared: number }[]>();
  private readonly singles: ReadonlySet<string>;

  /** A run has counted how rare names are here. */
  readonly namesCounted: boolean;

  constructor(learnt: Learnt, forms: Iterable<Form>) {
    this.learnt = learnt;
    this.namesCounted = learnt.statistics.often.some((values) => values.size > 0);
    this.scorer = scorerFor(learnt);
    this.agreement = newAgreement(this.scorer.features);
    this.singles = sourcesWithoutDoubles(learnt.models);
    for (const form of forms) this.forms.set(wordsOf(form), form);
    this.table = this.lay(this.forms);
    this.placeRows();
    this.noteKeys(this.table);
    this.placed = new Set(this.keys.keys());
    this.asked = new Set([...this.keys.values()].flatMap((keys) => keys.map(({ key }) => key)));
  }

  /** The keys by which a form is found. */
  keysOf(form: Form): readonly RecordKey[] {
    return this.keys.get(wordsOf(form)) ?? [];
  }

  /** The same keys to be kept with the record; nothing for a form that was not met, or whose keys depend on whom it is met with (words of firms). */
  keptKeysOf(form: Form): readonly RecordKey[] | undefined {
    return form.record.values[Column.organisation]?.length === 0 ? this.keys.get(wordsOf(form)) : undefined;
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
      if (!form || askers.some(({ asker }) => this.mayBeOne(rows[asker]!, row))) worth.add(customerId);
    });
    const seen = new Set<string>();
    near.forEach(({ customerId, askers, form }, at) => {
      if (worth.has(customerId)) {
        if (form) this.placeRow(form, rowOf[at]!);
        return;
      }
      if (seen.has(customerId)) return;
      seen.add(customerId);
      for (const { asker, shared } of askers) {
        const words = wordsOf(told[asker]!);
        const others = this.distant.get(words);
        if (others) others.push({ customerId, shared });
        else this.distant.set(words, [{ customerId, shared }]);
      }
    });
    return worth;
  }

  /** Adds forms, and keys that too many share to say anything. */
  learn(forms: Iterable<Form>, tooMany: Iterable<number>): void {
    for (const key of tooMany) this.tooMany.add(key);
    let isWhole = true;
    const keyless = new Map<string, Form>();
    let firms = false;
    for (const form of forms) {
      const words = wordsOf(form);
      this.forms.set(words, form);
      if (!this.rows.has(words)) isWhole = false;
      if (this.keys.has(words)) continue;
      keyless.set(words, form);
      if (form.record.values[Column.organisation]!.length > 0) firms = true;
    }
    // Words of firms are rare or not by those they are met with: their keys are made of the new ones alone.
    if (firms) this.noteKeys(this.lay(keyless));
    if (!isWhole) this.layAll();
    if (!firms && keyless.size > 0) this.noteKeys(this.table, keyless);
  }

  /** Takes in what a record says now; what it said before is forgotten. */
  note(record: KnownRecord): void {
    const words = this.wordsFor(record);
    const before = this.noted.get(record);
    if (before === words) return;
    if (before !== undefined)
      for (const { key } of this.keys.get(before)!) {
        const sharing = this.sharing.get(key);
        sharing?.splice(sharing.indexOf(record), 1);
      }
    this.noted.set(record, words);
    this.share(record, words);
  }

  private share(record: KnownRecord, words: string): void {
    for (const { key } of this.keys.get(words)!) {
      if (this.asked && !this.asked.has(key)) continue;
      const sharing = this.sharing.get(key);
      if (sharing) sharing.push(record);
      else this.sharing.set(key, [record]);
    }
  }

  private noteEveryKey(): void {
    this.asked = null;
    this.sharing.clear();
    for (const [record, words] of this.noted) this.share(record, words);
  }

  /** Customers who share keys with a record, the most shared first. A key that too many share says nothing. */
  near(record: KnownRecord): string[] {
    const words = this.wordsFor(record);
    if (this.asked && !this.placed.has(words)) this.noteEveryKey();
    const shared = new Map<string, number>();
    for (const { key, cap } of this.keys.get(words)!) {
      const sharing = this.sharing.get(key);
      if (!sharing || sharing.length > cap || this.tooMany.has(key)) continue;
      const seen = sharing.length > 1 ? new Set<string>() : null;
      for (const { customerId } of sharing) {
        if (customerId === record.customerId || seen?.has(customerId)) continue;
        seen?.add(customerId);
        shared.set(customerId, (shared.get(customerId) ?? 0) + 1);
      }
    }
    for (const one of this.distant.get(words) ?? [])
      if (!shared.has(one.customerId)) shared.set(one.customerId, one.shared);
    if (shared.size <= comparedAtMost) return [...shared.keys()];
    return [...shared]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, comparedAtMost)
      .map(([customerId]) => customerId);
  }

  /** How two records stand to each other: log2 of the odds that they are one person. `crowded` as for `score`. */
  bits(record: KnownRecord, other: KnownRecord, crowded: readonly Crowded[] = []): number {
    const [a, b] = [this.rowOf(record), this.rowOf(other)];
    if (crowded.length > 0) return this.amid(crowded, () => this.weighRows(a, b));
    return this.bitsOfRows(a, b);
  }

  private bitsOfRows(a: number, b: number): number {
    const pair = a < b ? a * this.table.size + b : b * this.table.size + a;
    const known = this.weighed.get(pair);
    if (known !== undefined) return known;
    const bits = this.weighRows(a, b);
    this.weighed.set(pair, bits);
    return bits;
  }

  /** The same with what it rests on. `crowded` are identifiers that others have, too: what more than a family has says less. */
  score(record: KnownRecord, other: KnownRecord, crowded: readonly Crowded[] = []): Score {
    const { table } = this;
    const [a, b] = [this.rowOf(record), this.rowOf(other)];
    return this.amid(crowded, () => {
      const bits = this.weighRows(a, b);
      return {
        bits,
        probability: probabilityOf(bits),
        recordId: other.recordId,
        objections: objectionsOf(this.agreement, table.kind[a]!, table.suffix[a]!, table.suffix[b]!),
        levels: this.levels(),
      };
    });
  }

  /** Two groups of records, by all that is known of each. */
  profile(some: readonly KnownRecord[], others: readonly KnownRecord[]): Profiled {
    const { table } = this;
    const [rows, against] = [some, others].map((records) => records.map((one) => this.rowOf(one))) as [
      number[],
      number[],
    ];
    comparePair(table, profileOf(table, rows), 0, profileOf(table, against), 0, this.agreement);
    const bits = oddsOf(
      weigh(this.scorer, this.agreement, this.groupOf(rows[0]!, against[0]!), this.weights),
    );
    return { bits, contradicts: isContradiction(this.agreement) };
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

  private levels(): Score['levels'] {
    const features = featuresOf('person', []);
    const levels: Score['levels'] = [];
    this.agreement.level.forEach((level, feature) => {
      if (level > 0)
        levels.push({ feature: features[feature]!.name, level: features[feature]!.levels[level]!.name });
    });
    return levels;
  }

  private weighRows(a: number, b: number): number {
    const { lists } = this.table;
    comparePair(this.table, lists, a, lists, b, this.agreement);
    return oddsOf(weigh(this.scorer, this.agreement, this.groupOf(a, b), this.weights));
  }

  private amid<Answer>(crowded: readonly Crowded[], ask: () => Answer): Answer {
    if (crowded.length > 0 && this.values.size === 0) placeValues(this.table, this.values);
    const before = crowded.map((one) => crowd(this.table, this.values, this.learnt, one));
    const answer = ask();
    for (const restore of before) restore();
    return answer;
  }

  // Of two records of one source, the model knows how often that source has somebody twice.
  private groupOf(a: number, b: number): number {
    const { table } = this;
    if (table.source[a] !== table.source[b]) return 0;
    const { sources, samePairs } = this.learnt.models.person;
    const at = sources.indexOf(table.sources[table.source[a]!]!);
    return at >= 0 && at + 1 < samePairs.length ? at + 1 : 0;
  }

  // Whether two rows are as likely as not one person, or share what identifies people: of others nobody would be asked.
  private mayBeOne(a: number, b: number): boolean {
    if (this.bitsOfRows(a, b) >= 0) return true;
    const { start, value } = this.table.lists;
    for (const column of identifying)
      for (let at = start[column]![a]!; at < start[column]![a + 1]!; at += 1)
        for (let other = start[column]![b]!; other < start[column]![b + 1]!; other += 1)
          if (value[column]![at] === value[column]![other]) return true;
    return false;
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
    this.values.clear();
    this.weighed.clear();
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

  private noteKeys(table: RecordTable, meant?: ReadonlyMap<string, Form>): void {
    for (const words of meant?.keys() ?? table.ids) this.keys.set(words, []);
    eachKeptKey(
      table,
      (row, key, cap, identifies) => this.keys.get(table.ids[row]!)!.push({ key, cap, identifies }),
      0,
      table.size,
      meant && ((row) => meant.has(table.ids[row]!)),
    );
  }
}
