import { parentPort, workerData } from 'node:worker_threads';
import type { Blocks } from '../domain/engine/blocks.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import { type BlockRange, countBlocks, type Models, scoreBlocks } from '../domain/engine/score-blocks.ts';

/** What a thread is asked: to count or to score the candidates of some blocks. */
export type Question =
  | { ask: 'count'; at: number; range: BlockRange; oneIn: number }
  | { ask: 'score'; at: number; range: BlockRange; models: Models };

// The same functions as without threads, over memory that is shared: a thread adds hands, never another result.
const { table, blocks } = workerData as { table: RecordTable; blocks: Blocks };
parentPort?.on('message', (question: Question) => {
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
