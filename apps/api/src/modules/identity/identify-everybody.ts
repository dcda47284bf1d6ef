import { newId } from '#kernel/id';
import type { Database, Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { addDoubts } from './data/doubts.ts';
import { presentOwners } from './data/matching.ts';
import { keptApart } from './data/read-people.ts';
import { agreementOf } from './domain/agreement-of.ts';
import { reasonsOfLevels } from './domain/reasons.ts';
import { explanationsOfPairs, pairOf } from './explain-records.ts';
import { linkSafeDoubts } from './link-safe-doubts.ts';
import { type LikelyPair, matchEverybody } from './match-everybody.ts';
import type { MoveRules } from './move-rules.ts';

/** What a run over everybody did. Plain data. */
export interface IdentifiedEverybody {
  records: number;
  entities: number;
  customers: number;
  /** How far customers and what the run found are the same, B³ F1, 0 to 1. */
  agreement: number;
  /** Cases that were not known. */
  doubts: number;
  /** Safe cases joined, and the name of each set for `undoSafeLinks`. */
  linked: number;
  runIds: string[];
  histogram: number[];
  /** Why nothing was changed, if so. */
  heldBecause: string | null;
  /** Milliseconds by step. */
  steps: Record<string, number>;
}

/** New cases of one run, at most: more are nobody's day's work, and come with the next run. */
const casesAtMost = 5_000;
const piece = 500;

/** The house itself. */
export const theHouse: Actor = { kind: 'house', id: null, name: 'Ancora' };

/**
 * A run over everybody: learns model and frequencies anew, compares what it finds with who is whose now, raises the cases that were not
 * known, and joins those that are safe, in sets that can each be taken back. When sizes move suspiciously it is held: nothing changes.
 */
export async function identifyEverybody(
  database: Database,
  rules: MoveRules,
  { link = true, linkForMs = 60_000 }: { link?: boolean; linkForMs?: number } = {},
): Promise<IdentifiedEverybody> {
  const { run, owners } = await database.transaction(async (tx) => ({
    run: await matchEverybody(tx),
    owners: new Map((await presentOwners(tx)).map(({ recordId, customerId }) => [recordId, customerId])),
  }));
  const known = [...run.entityOf].filter(([id]) => owners.has(id));
  const report: IdentifiedEverybody = {
    records: run.records,
    entities: run.entities,
    customers: new Set(owners.values()).size,
    agreement: agreementOf(
      known.map(([id]) => owners.get(id)!),
      known.map(([, entity]) => entity),
    ),
    doubts: 0,
    linked: 0,
    runIds: [],
    histogram: run.histogram,
    heldBecause: run.heldBecause,
    steps: run.steps,
  };
  if (run.heldBecause) return report;
  const cases = newCases(run.pairs, owners);
  for (let start = 0; start < cases.length; start += piece)
    report.doubts += await database.transaction((tx) => raise(tx, cases.slice(start, start + piece)));
  const clear = new Set(
    run.pairs.flatMap(({ a, b, automatic }) => (automatic ? [a < b ? pairOf(b, a) : pairOf(a, b)] : [])),
  );
  const until = Date.now() + linkForMs;
  while (link && Date.now() < until) {
    const done = await database.transaction((tx) => linkSafeDoubts(tx, theHouse, rules, clear));
    if (done.linked === 0) break;
    report.linked += done.linked;
    report.runIds.push(done.runId);
  }
  return report;
}

// One case for two customers, the likeliest pair of records; the surest first.
function newCases(pairs: readonly LikelyPair[], owners: ReadonlyMap<string, string>): LikelyPair[] {
  const best = new Map<string, LikelyPair>();
  for (const pair of pairs) {
    const [a, b] = [owners.get(pair.a), owners.get(pair.b)];
    if (!a || !b || a === b) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const before = best.get(key);
    if (!before || pair.probability > before.probability) best.set(key, pair);
  }
  return [...best.values()]
    .sort((x, y) => y.probability - x.probability || (x.a + x.b < y.a + y.b ? -1 : 1))
    .slice(0, casesAtMost);
}

async function raise(tx: Tx, pairs: readonly LikelyPair[]): Promise<number> {
  // The younger record is the one in doubt; ids are made by time.
  const cases = pairs.map(({ a, b }) => (a < b ? { older: a, younger: b } : { older: b, younger: a }));
  const apart = await keptApart(
    tx,
    cases.map(({ younger }) => younger),
  );
  const open = cases.filter(({ older, younger }) => !apart.get(younger)?.has(older));
  const explained = await explanationsOfPairs(
    tx,
    open.map(({ older, younger }) => pairOf(younger, older)),
  );
  return addDoubts(
    tx,
    open.flatMap(({ older, younger }, at) => {
      const why = explained[at];
      if (!why || why.probability < 0.5) return [];
      return [
        {
          id: newId(),
          recordId: younger,
          candidateRecordId: older,
          probability: why.probability,
          reasons: [...reasonsOfLevels(why.lines), ...why.objections],
        },
      ];
    }),
  );
}
