import { newId } from '#kernel/id';
import type { Database, Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { openPairs } from './data/doubts.ts';
import { lockAnswersToRuns } from './data/locks.ts';
import { presentOwners } from './data/matching.ts';
import { isPublishAsked, reportRun } from './data/runs.ts';
import { agreementOf } from './domain/agreement-of.ts';
import { customersAtStake } from './domain/customers-at-stake.ts';
import type { Taught } from './domain/lessons.ts';
import { type Held, tooManyMoves } from './domain/sizes.ts';
import { type Contradicted, type Contradictions, findContradictions } from './find-contradictions.ts';
import { taughtBy } from './learn-from-people.ts';
import { type FoundByRun, matchEverybody } from './match-everybody.ts';
import type { MoveRules } from './move-rules.ts';
import { settleAgain } from './settle-again.ts';

/** What a run over everybody did. Plain data. */
export interface IdentifiedEverybody {
  records: number;
  entities: number;
  customers: number;
  /** How far customers as they had come about one by one are those that the run comes to, by the same rules of joining unseen: B³ F1, 0 to 1. */
  agreement: number;
  /** Cases that were not known, and cases that are none any more. */
  doubts: number;
  dropped: number;
  /** Customers joined to others, and parts that were taken off. */
  linked: number;
  split: number;
  /** The name of the run, for `undoSafeLinks`; none when it joined nobody. */
  runIds: string[];
  /** What decisions of people have taught. */
  taught: Taught | null;
  histogram: number[];
  /** Why nothing was changed, if so. */
  heldBecause: string | null;
  /** Customers whose records contradict each other, counted; none of a run that was held. */
  contradictions: Omit<Contradictions, 'first'> | null;
  contradicted: Contradicted[];
  /** Milliseconds by step. */
  steps: Record<string, number>;
}

/** New cases of one run, at most: more are nobody's day's work, and come with the next run. */
const casesAtMost = 5_000;
/** Customers that are settled in one transaction, about. */
const piece = 300;
/** Up to this many records everybody is looked at again, beyond only those whom the run gives reason to. */
const lookedAtAll = 50_000;

/** The house itself. */
export const theHouse: Actor = { kind: 'house', id: null, name: 'Ancora' };

/**
 * A run over everybody: learns model and frequencies anew (from what people have decided, too), settles again who is whom by the rules
 * of one record, raises the cases that were not known, and drops those that are none any more. Written, audited, published: when sizes
 * move suspiciously or many records would go to other customers, it is held and nothing changes, unless somebody who has seen why
 * says `publish`.
 */
export async function identifyEverybody(
  database: Database,
  rules: MoveRules,
  { link = true, publish = false }: { link?: boolean; publish?: boolean } = {},
): Promise<IdentifiedEverybody> {
  return (await lookAt(database, rules, { link, publish }))!;
}

/** The same, published whatever moves: what the held run of this id was asked for. Nothing happens when it was refused since. */
export function publishRun(
  database: Database,
  rules: MoveRules,
  held: string,
): Promise<IdentifiedEverybody | null> {
  return lookAt(database, rules, { link: true, publish: true, held });
}

async function lookAt(
  database: Database,
  rules: MoveRules,
  { link, publish, held }: { link: boolean; publish: boolean; held?: string },
): Promise<IdentifiedEverybody | null> {
  const began = performance.now();
  let agreement = 1;
  let [customers, looked] = [0, 0];
  const run = await database.transaction(async (tx) => {
    if (held !== undefined) {
      await lockAnswersToRuns(tx);
      if (!(await isPublishAsked(tx, held))) return null;
    }
    return matchEverybody(tx, {
      publish,
      teach: (learnt) => taughtBy(tx, learnt),
      audit: async (found) => {
        const audited = await audit(tx, found, rules);
        ({ agreement, customers } = audited);
        looked = audited.milliseconds;
        return publish ? null : audited.held;
      },
    });
  });
  if (!run) return null;
  const report: IdentifiedEverybody = {
    records: run.records,
    entities: run.entities,
    customers,
    agreement,
    doubts: 0,
    dropped: 0,
    linked: 0,
    split: 0,
    runIds: [],
    taught: run.taught,
    histogram: run.histogram,
    heldBecause: run.held?.message ?? null,
    contradictions: null,
    contradicted: [],
    steps: { ...run.steps, audit: looked },
  };
  if (!run.held) {
    const runId = newId();
    const settling = performance.now();
    for (const sets of await piecesOf(database, run)) {
      const wish = { actor: theHouse, rules, runId, knowledge: { id: run.modelId, learnt: run.learnt } };
      const done = await database.transaction((tx) =>
        settleAgain(tx, sets, { ...wish, askOnly: !link, quiet: report.doubts >= casesAtMost }),
      );
      report.doubts += done.raised;
      report.dropped += done.dropped;
      report.linked += done.joined;
      report.split += done.split;
    }
    if (report.linked > 0) report.runIds.push(runId);
    report.steps.settle = performance.now() - settling;
    const looking = performance.now();
    const { first, ...counted } = await findContradictions(database, run.modelId);
    report.contradictions = counted;
    report.contradicted = first;
    report.steps.contradictions = performance.now() - looking;
  }
  await database.transaction((tx) =>
    reportRun(tx, run.modelId, { ...report, milliseconds: performance.now() - began }),
  );
  return report;
}

/** Sets of customers to settle again, in pieces that are a transaction each. */
async function piecesOf(db: Parameters<typeof presentOwners>[0], found: FoundByRun): Promise<string[][][]> {
  const owners = new Map((await presentOwners(db)).map(({ recordId, customerId }) => [recordId, customerId]));
  const pieces: string[][][] = [];
  let size = piece;
  // Open cases are weighed by what is known now, also where nothing speaks for them any more.
  const open = (await openPairs(db)).map((pair) => ({ ...pair, together: false }));
  const pairs = [...found.pairs, ...open];
  for (const set of customersAtStake(pairs, owners, found.entityOf, owners.size <= lookedAtAll)) {
    if (size >= piece) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)!.push(set);
    size += set.length;
  }
  return pieces;
}

/** What publishing the run would change: how far it agrees with what is, and whether too much would move. */
async function audit(
  tx: Tx,
  found: FoundByRun,
  rules: MoveRules,
): Promise<{ agreement: number; customers: number; held: Held | null; milliseconds: number }> {
  const began = performance.now();
  const owners = new Map((await presentOwners(tx)).map(({ recordId, customerId }) => [recordId, customerId]));
  const after = new Map(owners);
  for (const sets of await piecesOf(tx, found)) {
    const would = await settleAgain(tx, sets, {
      actor: theHouse,
      rules,
      knowledge: { id: null, learnt: found.learnt },
      dry: true,
    });
    for (const [record, customer] of would.customerOf) if (owners.has(record)) after.set(record, customer);
  }
  const records = [...owners.keys()];
  const moved = records.filter((record) => owners.get(record) !== after.get(record)).length;
  return {
    agreement: agreementOf(
      records.map((record) => owners.get(record)!),
      records.map((record) => after.get(record)!),
    ),
    customers: new Set(owners.values()).size,
    held: tooManyMoves(moved, records.length),
    milliseconds: performance.now() - began,
  };
}
