import { parentPort, workerData } from 'node:worker_threads';
import { type Blocks, blocksOfRule } from '../domain/engine/blocks.ts';
import { forgetMarks } from '../domain/engine/keys.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import { type BlockRange, countBlocks, type Models, scoreBlocks } from '../domain/engine/score-blocks.ts';

/** What a thread is asked: the blocks of a rule, to hold the blocks of all, or to count or score the candidates of some. */
export type Question =
  | { ask: 'block'; at: number }
  | { ask: 'hold'; blocks: Blocks }
  | { ask: 'count'; at: number; range: BlockRange; oneIn: number }
  | { ask: 'score'; at: number; range: BlockRange; models: Models };

// The same functions as without threads, over memory that is shared: a thread adds hands, never another result.
const { table } = workerData as { table: RecordTable };
let blocks: Blocks;
parentPort?.on('message', (question: Question) => {
  if (question.ask === 'hold') {
    blocks = question.blocks;
    forgetMarks(table);
    return;
  }
  if (question.ask === 'block') {
    const value = blocksOfRule(table, question.at);
    parentPort?.postMessage({ at: question.at, value }, [
      value.sizes.buffer,
      value.rows.buffer,
    ] as ArrayBuffer[]);
    return;
  }
  if (question.ask === 'score') {
    const edges = scoreBlocks(table, blocks, question.range, question.models);
    parentPort?.postMessage({ at: question.at, value: edges }, [
      edges.a.buffer,
      edges.b.buffer,
      edges.bits.buffer,
      edges.clear.buffer,
      edges.kinA.buffer,
      edges.kinB.buffer,
    ] as ArrayBuffer[]);
    return;
  }
  const counts = countBlocks(table, blocks, question.range, question.oneIn);
  parentPort?.postMessage({
    at: question.at,
    value: { person: counts.person.patterns, organisation: counts.organisation.patterns },
  });
});
