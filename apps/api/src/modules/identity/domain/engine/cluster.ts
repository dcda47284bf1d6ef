import { isContradiction, newAgreement } from './agreement.ts';
import { groupByAverages } from './average-linkage.ts';
import { comparePair } from './compare-pair.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { oddsOf, pairGroup, type Scorer, scorerOf, weigh } from './model.ts';
import { Numbers } from './numbers.ts';
import { profileOf } from './profile.ts';
import type { Lists, RecordTable } from './record-table.ts';
import type { Edges, Models } from './score-blocks.ts';

/** Components of more records than this are first cut at higher odds. */
const largestWhole = 150;
/** Two rows. */
type Pair = readonly [number, number];

/** What the grouping of records must respect. */
export interface ClusterRules {
  /** Pairs that somebody said are two. */
  cannotLink?: (a: number, b: number) => boolean;

  /** Pairs of rows that somebody said are one: they are one, whatever speaks against it. */
  mustLink?: readonly Pair[];

  /** Sources in which nobody is twice. */
  singleSources?: ReadonlySet<number>;
}

/** Scores two profiles (or records) of a table in bits. */
export class PairScorer {
  private readonly scorers: Scorer[];
  readonly agreement;
  readonly weights = { same: 0, related: 0, stranger: 0 };

  constructor(
    readonly table: RecordTable,
    models: Models,
  ) {
    this.scorers = [scorerOf(models.person), scorerOf(models.organisation)];
    this.agreement = newAgreement(this.scorers[0]!.features);
  }

  /** Bits for one person, of two records. */
  ofRows(a: number, b: number): number {
    const { table } = this;
    return this.of(table.lists, a, table.lists, b, table.kind[a]!, pairGroup(table, a, b));
  }

  /** Bits for one person, of record `a` of some lists and record `b` of others. */
  of(A: Lists, a: number, B: Lists, b: number, kind: number, group: number): number {
    comparePair(this.table, A, a, B, b, this.agreement);
    return oddsOf(weigh(this.scorers[kind]!, this.agreement, group, this.weights));
  }
}

/** Components that are to be looked through: the rows of one end where `ends` says. */
export interface Components {
  rows: Uint32Array;
  ends: Uint32Array;
}

/** Who looks through components: this thread or several. Gives for each of the rows the smallest row of its group. */
export type GroupComponents = (components: Components, rules: ClusterRules) => Promise<Int32Array>;

/** Looking through components in this thread. */
export function groupHere(
  table: RecordTable,
  { rows, ends }: Components,
  models: Models,
  rules: ClusterRules,
): Int32Array {
  const scorer = new PairScorer(table, models);
  const first = Int32Array.from(rows);
  let from = 0;
  for (const end of ends) {
    const component = Array.from(rows.subarray(from, end));
    const place = new Map(component.map((row, at) => [row, from + at]));
    for (const group of groupComponent(table, component, scorer, rules)) {
      const least = Math.min(...group);
      for (const row of group) first[place.get(row)!] = least;
    }
    from = end;
  }
  return first;
}

/**
 * Groups records into entities: components of pairs more likely one than not, and inside each component of three or more best-first
 * agglomeration by average linkage (Sokal and Michener 1958) over all its pairs, helped by comparing profiles where records are sparse.
 * Gives for each record the smallest record of its entity. Deterministic.
 */
export async function clusterRecords(
  table: RecordTable,
  edges: Edges,
  models: Models,
  rules: ClusterRules = {},
  group: GroupComponents = async (components) => groupHere(table, components, models, rules),
): Promise<Int32Array> {
  const entity = Int32Array.from({ length: table.size }, (_, row) => row);
  const [open, ends] = [new Numbers(), new Numbers()];
  const chosen: number[] = [];
  for (let at = 0; at < edges.a.length; at += 1) if (edges.bits[at]! >= 0) chosen.push(at);
  const cut = (pairs: number[], threshold: number, must: readonly Pair[]): void => {
    eachComponent(table.size, edges, pairs, must, (rows, inside) => {
      if (rows.length === 2) {
        const [first, other] = rows as [number, number];
        if (inside.length === 0 || !mustBeApart(table, first, other, rules) || isAmong(must, first, other))
          entity[other] = first;
        return;
      }
      if (rows.length > largestWhole && threshold < 40) {
        const higher = inside.filter((at) => edges.bits[at]! >= threshold + 4);
        const here = new Set(rows);
        if (higher.length > 0)
          cut(
            higher,
            threshold + 4,
            must.filter(([a]) => here.has(a)),
          );
        return;
      }
      for (const row of rows) open.push(row);
      ends.push(open.length);
    });
  };
  cut(chosen, 0, rules.mustLink ?? []);
  const components = { rows: open.taken(), ends: ends.taken() };
  const first = await group(components, rules);
  components.rows.forEach((row, at) => {
    entity[row] = first[at]!;
  });
  return entity;
}

// Visits the components that some pairs hang together, each with its rows and its pairs, by its root.
function eachComponent(
  size: number,
  edges: Edges,
  pairs: readonly number[],
  must: readonly Pair[],
  visit: (rows: number[], inside: number[]) => void,
): void {
  const sets = new DisjointSets(size);
  for (const at of pairs) sets.join(edges.a[at]!, edges.b[at]!);
  for (const [a, b] of must) sets.join(a, b);
  const said = new Map<number, number[]>();
  for (const [a, b] of must) {
    const root = sets.root(a);
    const rows = said.get(root);
    if (rows) rows.push(a, b);
    else said.set(root, [a, b]);
  }
  const from = new Uint32Array(size + 1);
  for (const at of pairs) from[sets.root(edges.a[at]!) + 1]! += 1;
  for (let root = 0; root < size; root += 1) from[root + 1]! += from[root]!;
  const next = from.slice();
  const sorted = new Uint32Array(pairs.length);
  for (const at of pairs) sorted[next[sets.root(edges.a[at]!)]!++] = at;
  for (let root = 0; root < size; root += 1) {
    const also = said.get(root);
    if (from[root] === from[root + 1] && !also) continue;
    const inside = Array.from(sorted.subarray(from[root]!, from[root + 1]!));
    const rows = new Set<number>(also);
    for (const at of inside) rows.add(edges.a[at]!).add(edges.b[at]!);
    visit(
      [...rows].sort((a, b) => a - b),
      inside,
    );
  }
}

/** Groups the records of one component. */
export function groupComponent(
  table: RecordTable,
  rows: readonly number[],
  scorer: PairScorer,
  rules: ClusterRules,
): number[][] {
  const sets = new DisjointSets(rows.length);
  const place = new Map(rows.map((row, at) => [row, at]));
  for (const [a, b] of rules.mustLink ?? []) {
    const [x, y] = [place.get(a), place.get(b)];
    if (x !== undefined && y !== undefined) sets.join(x, y);
  }
  const units = new Map<number, number[]>();
  rows.forEach((_, at) => {
    const unit = units.get(sets.root(at));
    if (unit) unit.push(at);
    else units.set(sets.root(at), [at]);
  });
  const profiles = new WeakMap<readonly number[], Lists>();
  const profile = (group: readonly number[]): Lists => {
    let lists = profiles.get(group);
    if (!lists) {
      lists = profileOf(
        table,
        group.map((at) => rows[at]!),
      );
      profiles.set(group, lists);
    }
    return lists;
  };
  const group = groupByAverages(
    [...units.values()],
    {
      bits: (a, b) => scorer.ofRows(rows[a]!, rows[b]!),
      apart: (a, b) => mustBeApart(table, rows[a]!, rows[b]!, rules),
      profile(a, b) {
        const [one, other] = [rows[a[0]!]!, rows[b[0]!]!];
        const place = pairGroup(table, one, other);
        const bits = scorer.of(profile(a), 0, profile(b), 0, table.kind[one]!, place);
        return { bits, contradicts: isContradiction(scorer.agreement) };
      },
    },
    rows.length,
  );
  const groups = new Map<number, number[]>();
  group.forEach((first, at) => {
    const members = groups.get(first);
    if (members) members.push(rows[at]!);
    else groups.set(first, [rows[at]!]);
  });
  return [...groups.values()].filter((members) => members.length > 1);
}

const isAmong = (pairs: readonly Pair[], a: number, b: number): boolean =>
  pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a));

/** True for two records that cannot be one person whatever else they have in common. */
export function mustBeApart(table: RecordTable, a: number, b: number, rules: ClusterRules): boolean {
  if (table.kind[a] !== table.kind[b]) return true;
  const [suffixA, suffixB] = [table.suffix[a]!, table.suffix[b]!];
  if (suffixA !== 0 && suffixB !== 0 && suffixA !== suffixB) return true;
  if (table.source[a] === table.source[b] && rules.singleSources?.has(table.source[a]!)) return true;
  return rules.cannotLink?.(a, b) ?? false;
}
