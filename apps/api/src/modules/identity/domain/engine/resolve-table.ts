import { type Blocks, blocksOfRule, joinBlocks, type RuleBlocks, ruleCount } from './blocks.ts';
import { type Bridge, bridgesOf } from './bridges.ts';
import { type ClusterRules, type Components, clusterRecords, groupHere } from './cluster.ts';
import { oddsInCompany } from './in-company.ts';
import { countStrangers, learnModel } from './learn-model.ts';
import { PatternCount } from './pattern-count.ts';
import type { RecordTable } from './record-table.ts';
import {
  type BlockRange,
  countBlocks,
  cutBlocks,
  type Edges,
  joinEdges,
  type Models,
  type PatternCounts,
  pairsAtMost,
  scoreBlocks,
} from './score-blocks.ts';

/** Who does the comparing: this thread, or several. */
export interface Comparing {
  /** The blocks of each rule. */
  block(rules: number): Promise<RuleBlocks[]>;
  /** How candidates agree, by range, and how as many strangers of each kind do. */
  count(
    blocks: Blocks,
    ranges: BlockRange[],
    oneIn: number,
    strangers: number,
  ): Promise<{ found: PatternCounts[]; strangers: PatternCounts }>;
  score(blocks: Blocks, ranges: BlockRange[], models: Models): Promise<Edges[]>;
  group(components: Components, models: Models, rules: ClusterRules): Promise<Int32Array>;
}

/** Comparing in this thread. */
export const compareHere = (table: RecordTable): Comparing => ({
  block: async (rules) => Array.from({ length: rules }, (_, rule) => blocksOfRule(table, rule)),
  count: async (blocks, ranges, oneIn, strangers) => ({
    found: ranges.map((range) => countBlocks(table, blocks, range, oneIn)),
    strangers: {
      person: countStrangers(table, 'person', strangers),
      organisation: countStrangers(table, 'organisation', strangers),
    },
  }),
  score: async (blocks, ranges, models) => ranges.map((range) => scoreBlocks(table, blocks, range, models)),
  group: async (components, models, rules) => groupHere(table, components, models, rules),
});

/** What a run found. */
export interface Resolved {
  /** For each record of the table the smallest record of its entity. */
  entity: Int32Array;
  /** Entities (by their smallest record) that grew suspiciously large. */
  held: Set<number>;
  /** Links on which alone two parts of an entity hang together: never made unseen. */
  bridges: Bridge[];
  edges: Edges;
  /** The odds of each edge in the light of who its records belong to, in bits: what is told. */
  told: Float32Array;
  models: Models;
  /** Candidates at most: pairs in several blocks count several times. */
  pairs: number;
  /** Milliseconds by step. */
  steps: Record<string, number>;
}

/** Candidates that are looked at for learning, about. */
const enough = 1_500_000;
const strangersDrawn = 300_000;

/** Resolves a table of records: blocks, learning, scores, entities. Deterministic; the order of arrival does not matter. */
export async function resolveTable(
  table: RecordTable,
  comparing: Comparing = compareHere(table),
  rules: ClusterRules = {},
  clock: () => number = () => 0,
): Promise<Resolved> {
  const steps: Record<string, number> = {};
  let last = clock();
  const step = (name: string) => {
    const now = clock();
    steps[name] = now - last;
    last = now;
  };
  const blocks = joinBlocks(table.size, await comparing.block(ruleCount(table)));
  step('blocks');
  const pairs = pairsAtMost(blocks);
  const oneIn = Math.max(1, pairs / enough);
  const ranges = cutBlocks(blocks, 64);
  const counts = await comparing.count(blocks, ranges, oneIn, strangersDrawn);
  step('count');
  const models = { person: learn('person'), organisation: learn('organisation') };
  step('learn');
  const edges = joinEdges(await comparing.score(blocks, ranges, models));
  step('score');
  const singleSources = new Set([...(rules.singleSources ?? []), ...sourcesWithoutDoubles(table, models)]);
  const entity = await clusterRecords(table, edges, models, { ...rules, singleSources }, (open, by) =>
    comparing.group(open, models, by),
  );
  const bridges = bridgesOf(table, edges, entity, models);
  for (const { edge } of bridges) edges.clear[edge] = 0;
  const told = oddsInCompany(table, edges, entity, models, { ...rules, singleSources });
  step('cluster');
  return { entity, bridges, held: suspicious(entity), edges, told, models, pairs, steps };

  function learn(kind: 'person' | 'organisation') {
    const candidates = new PatternCount();
    for (const count of counts.found) candidates.merge(count[kind].patterns.entries());
    return learnModel(table, kind, candidates, 1 / oneIn, counts.strangers[kind]);
  }
}

/** An entity of this many records, and ten times as many as an entity of several has on average, is suspicious. */
const large = 30;

function suspicious(entity: Int32Array): Set<number> {
  const sizes = new Map<number, number>();
  for (const first of entity) sizes.set(first, (sizes.get(first) ?? 0) + 1);
  let [several, records] = [0, 0];
  for (const size of sizes.values())
    if (size > 1) {
      several += 1;
      records += size;
    }
  const usual = several > 0 ? records / several : 1;
  return new Set([...sizes].filter(([, size]) => size >= large && size > 10 * usual).map(([first]) => first));
}

/** Sources of fewer records than this are too small to say that nobody is twice in them. */
const enoughRecords = 100;

// A list that shares many with the others and hardly has anybody twice was freed of doubles before: two of its records are two.
function sourcesWithoutDoubles(table: RecordTable, models: Models): number[] {
  const sizes = new Array<number>(table.sources.length).fill(0);
  for (const source of table.source) sizes[source]! += 1;
  const across = (models.person.samePairs[0] ?? 0) + (models.organisation.samePairs[0] ?? 0);
  if (across < 0.05 * table.size) return [];
  return sizes.flatMap((size, source) => {
    const within =
      (models.person.samePairs[source + 1] ?? size) + (models.organisation.samePairs[source + 1] ?? size);
    return size >= enoughRecords && within < 1.1 + 0.002 * size ? [source] : [];
  });
}
