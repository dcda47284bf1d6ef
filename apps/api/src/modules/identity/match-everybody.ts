import { newId } from '#kernel/id';
import { copyOutPieces, type Tx } from '#platform/database';
import { compareInThreads, keysInThreads } from './data/compare-in-threads.ts';
import { layInThreads } from './data/lay-in-threads.ts';
import { lockEverybody } from './data/locks.ts';
import {
  addModel,
  type FoundRecord,
  lastHistogram,
  recordsWithoutForm,
  replaceFound,
} from './data/matching.ts';
import { everyRecord } from './data/record-lines.ts';
import type { KeptKeys } from './domain/engine/kept-keys.ts';
import { type Learnt, normalRecordOf } from './domain/engine/match-one.ts';
import { probabilityOf } from './domain/engine/model.ts';
import { normalisationVersion } from './domain/engine/normalise-record.ts';
import { outcomesOf } from './domain/engine/outcomes.ts';
import { statementFields } from './domain/engine/record-of-statement.ts';
import type { RecordTable } from './domain/engine/record-table.ts';
import { type Comparing, resolveTable } from './domain/engine/resolve-table.ts';
import type { Models } from './domain/engine/score-blocks.ts';
import { usualSettings } from './domain/engine/settings.ts';
import { laidOut, statisticsOf } from './domain/engine/value-statistics.ts';
import type { Taught } from './domain/lessons.ts';
import { type Held, sizesOf, suspicion } from './domain/sizes.ts';
import { keepRecordsFindable } from './keep-findable.ts';

/** Two records that a run found near each other. */
export interface LikelyPair {
  a: string;
  b: string;
  probability: number;
  automatic: boolean;
  /** The run put them into one entity. */
  together: boolean;
}

/** What a run found, before any of it is written. */
export interface FoundByRun {
  pairs: LikelyPair[];
  entityOf: Map<string, string>;
  learnt: Learnt;
}

/** What a run over everybody came to. */
export interface MatchedEverybody {
  records: number;
  entities: number;
  keys: number;
  values: number;
  /** Pairs of records that are joined unseen or shown to a person, in no order. */
  pairs: LikelyPair[];
  /** For each record the entity it was found in: the smallest record of it. */
  entityOf: Map<string, string>;
  learnt: Learnt;
  modelId: string;
  taught: Taught | null;
  /** How many entities have 1, 2, 3–4, 5–9, 10–19, and 20 or more records. */
  histogram: number[];
  /** Why what was found was not written: sizes moved as they do when a shared value joins strangers. */
  held: Held | null;
  /** Milliseconds by step: `read` (until the first rows come; the others are normalised as they come), those of the engine from `normalise` on, `write`. */
  steps: Record<string, number>;
}

async function* firstAnd(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let next = first; !next.done; next = await rest.next()) yield next.value;
}

function* found(table: RecordTable, entity: Int32Array): Generator<FoundRecord> {
  for (let row = 0; row < table.size; row += 1)
    yield {
      id: table.ids[row]!,
      number: row,
      source: table.sources[table.source[row]!]!,
      record: normalRecordOf(table, row),
      entity: entity[row]!,
      normalisation: normalisationVersion,
    };
}

/**
 * Looks at every source record of a person, finds who is one, and keeps what the next single record needs: normal forms, keys,
 * how often values are met, and the model. It changes nobody's customer: what it found is evidence, not truth.
 */
export async function matchEverybody(
  tx: Tx,
  {
    threads,
    few,
    teach,
    audit,
    publish = false,
  }: {
    /** As many threads as there are processors, from so many records on. */
    threads?: number;
    few?: number;
    /** What people have decided changes the models. */
    teach?: (learnt: Learnt) => Promise<{ models: Models; taught: Taught }>;
    /** Looks at what was found before it is written, and says why it is to be held. */
    audit?: (found: FoundByRun) => Promise<Held | null>;
    /** Somebody has seen why a run was held, and wants it published. */
    publish?: boolean;
  } = {},
): Promise<MatchedEverybody> {
  // Millions of rows take longer than a statement of a person at a screen may, and are read as they lie.
  await tx.query('SET LOCAL statement_timeout = 0');
  await tx.query('SET LOCAL enable_seqscan = on');
  // While the engine thinks, PostgreSQL is asked nothing: for minutes, with a million records.
  await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
  const began = performance.now();
  const pieces = copyOutPieces(tx, everyRecord)[Symbol.asyncIterator]();
  const firstPiece = await pieces.next();
  // From the first rows on, reading and normalising go side by side and are one.
  const begun = performance.now();
  const { table, crew } = await layInThreads(firstAnd(firstPiece, pieces), statementFields, threads, few);
  const laid = performance.now();
  const now = () => performance.now();
  const ended = async (error: unknown): Promise<never> => {
    await crew?.end();
    throw error;
  };
  const hands = compareInThreads(table, threads, few, crew);
  let keying: Promise<KeptKeys> | undefined;
  const comparing: Comparing = {
    ...hands,
    async group(...asked) {
      const first = await hands.group(...asked);
      // Hands that are free while groups are looked over make the keys by which records are found again.
      if (crew) keying = keysInThreads(table, crew);
      return first;
    },
  };
  const run = { table, ...(await resolveTable(table, comparing, {}, now).catch(ended)) };
  const resolved = performance.now();
  const { keys, rows: numbers } = await (keying ?? keysInThreads(table, undefined)).catch(ended);
  await crew?.end();
  const { rare, often } = statisticsOf(run.table);
  const histogram = sizesOf(run.entity);
  const statistics = laidOut(rare, often);
  const lesson = await teach?.({ models: run.models, statistics });
  const models = lesson?.models ?? run.models;
  const outcomes = outcomesOf(run.edges, run.entity, run.held, usualSettings, run.told);
  const pairs: LikelyPair[] = [];
  outcomes.forEach((outcome, at) => {
    if (outcome !== 'separate')
      pairs.push({
        a: run.table.ids[run.edges.a[at]!]!,
        b: run.table.ids[run.edges.b[at]!]!,
        probability: probabilityOf(run.edges.bits[at]!),
        automatic: outcome === 'automatic',
        together: run.entity[run.edges.a[at]!] === run.entity[run.edges.b[at]!],
      });
  });
  const entityOf = new Map(run.table.ids.map((id, row) => [id, run.table.ids[run.entity[row]!]!]));
  const learnt: Learnt = { models, statistics };
  const held =
    (publish ? null : suspicion(await lastHistogram(tx), histogram)) ??
    (await audit?.({ pairs, entityOf, learnt })) ??
    null;
  // From here on nobody is placed until all is written: what came meanwhile is added at the end.
  await lockEverybody(tx);
  if (!held) await replaceFound(tx, { records: found(run.table, run.entity), keys, numbers, values: often });
  const modelId = newId();
  await addModel(tx, {
    id: modelId,
    normalisation: normalisationVersion,
    records: run.table.size,
    models,
    rare,
    heldBecause: held?.message ?? null,
    settings: { ...usualSettings, ...(lesson ? { taught: lesson.taught } : {}) },
    report: { histogram, held },
  });
  if (!held) await keepRecordsFindable(tx, await recordsWithoutForm(tx), learnt);
  return {
    pairs,
    entityOf,
    learnt,
    modelId,
    taught: lesson?.taught ?? null,
    histogram,
    held,
    records: run.table.size,
    entities: new Set(run.entity).size,
    keys: keys.length,
    values: often.length,
    steps: {
      read: begun - began,
      normalise: laid - begun,
      ...run.steps,
      write: performance.now() - resolved,
    },
  };
}
