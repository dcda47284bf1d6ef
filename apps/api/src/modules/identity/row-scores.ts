import { type Crowded, crowd, placeValues, type ValuePlaces } from './domain/crowd.ts';
import { isContradiction, newAgreement } from './domain/engine/agreement.ts';
import type { Profiled } from './domain/engine/average-linkage.ts';
import { comparePair } from './domain/engine/compare-pair.ts';
import { featuresOf } from './domain/engine/features.ts';
import { objectionsOf } from './domain/engine/gate.ts';
import type { Learnt } from './domain/engine/match-one.ts';
import { oddsOf, probabilityOf, type Scorer, scorerOf, weigh } from './domain/engine/model.ts';
import { profileOf } from './domain/engine/profile.ts';
import { Column } from './domain/engine/record.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import type { Score } from './domain/resolve.ts';

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

/** How rows of a table stand to each other, with the model of the last run over everybody. Another table may be laid at any time. */
export class RowScores {
  private readonly scorer: Scorer;
  private readonly agreement;
  private readonly weights = { same: 0, related: 0, stranger: 0 };
  private readonly weighed = new Map<number, number>();
  private readonly values: ValuePlaces = new Map();

  constructor(
    private readonly learnt: Learnt,
    private table: RecordTable,
  ) {
    this.scorer = scorerFor(learnt);
    this.agreement = newAgreement(this.scorer.features);
  }

  /** From now on the rows of this table are meant. */
  lay(table: RecordTable): void {
    this.table = table;
    this.values.clear();
    this.weighed.clear();
  }

  /** log2 of the odds that two rows are one person. `crowded` as for `score`. */
  bits(a: number, b: number, crowded: readonly Crowded[]): number {
    if (crowded.length > 0) return this.amid(crowded, () => this.weighRows(a, b));
    return this.bitsOfRows(a, b);
  }

  /** The same with what it rests on. `crowded` are identifiers that others have, too: what more than a family has says less. */
  score(a: number, b: number, crowded: readonly Crowded[]): Omit<Score, 'recordId'> {
    const { table } = this;
    return this.amid(crowded, () => {
      const bits = this.weighRows(a, b);
      return {
        bits,
        probability: probabilityOf(bits),
        objections: objectionsOf(this.agreement, table.kind[a]!, table.suffix[a]!, table.suffix[b]!),
        levels: this.levels(),
      };
    });
  }

  /** Two groups of rows, by all that is known of each. */
  profile(rows: readonly number[], against: readonly number[]): Profiled {
    const { table } = this;
    comparePair(table, profileOf(table, rows), 0, profileOf(table, against), 0, this.agreement);
    const bits = oddsOf(
      weigh(this.scorer, this.agreement, this.groupOf(rows[0]!, against[0]!), this.weights),
    );
    return { bits, contradicts: isContradiction(this.agreement) };
  }

  /** Whether two rows are as likely as not one person, or share what identifies people: of others nobody would be asked. */
  mayBeOne(a: number, b: number): boolean {
    if (this.bitsOfRows(a, b) >= 0) return true;
    const { start, value } = this.table.lists;
    for (const column of identifying)
      for (let at = start[column]![a]!; at < start[column]![a + 1]!; at += 1)
        for (let other = start[column]![b]!; other < start[column]![b + 1]!; other += 1)
          if (value[column]![at] === value[column]![other]) return true;
    return false;
  }

  private bitsOfRows(a: number, b: number): number {
    const pair = a < b ? a * this.table.size + b : b * this.table.size + a;
    const known = this.weighed.get(pair);
    if (known !== undefined) return known;
    const bits = this.weighRows(a, b);
    this.weighed.set(pair, bits);
    return bits;
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
}
