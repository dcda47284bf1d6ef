import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Blocks, RuleBlocks } from '../domain/engine/blocks.ts';
import { PatternCount } from '../domain/engine/pattern-count.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import { type Comparing, compareHere } from '../domain/engine/resolve-table.ts';
import type { Edges, PatternCounts } from '../domain/engine/score-blocks.ts';
import type { Question } from './scoring-worker.ts';

/** Fewer records than this are compared sooner than threads are started. */
const usualFew = 30_000;

/** Compares a table of at least `few` records in as many threads as there are processors, at most four. */
export function compareInThreads(
  table: RecordTable,
  threads = Math.min(4, availableParallelism()),
  few = usualFew,
): Comparing {
  if (table.size < few || threads < 2) return compareHere(table);
  let crew: Crew | undefined;
  return {
    block(rules) {
      crew ??= new Crew(table, threads);
      return crew.ask<RuleBlocks>(Array.from({ length: rules }, (_, at) => ({ ask: 'block', at })));
    },
    async count(blocks, ranges, oneIn) {
      crew ??= new Crew(table, threads);
      crew.hold(blocks);
      const found = await crew.ask<Record<keyof PatternCounts, PatternCount['patterns']>>(
        ranges.map((range, at) => ({ ask: 'count', at, range, oneIn })),
      );
      return found.map(({ person, organisation }) => ({
        person: counted(person),
        organisation: counted(organisation),
      }));
    },
    async score(blocks, ranges, models) {
      crew ??= new Crew(table, threads);
      crew.hold(blocks);
      try {
        return await crew.ask<Edges>(ranges.map((range, at) => ({ ask: 'score', at, range, models })));
      } finally {
        await crew.end();
        crew = undefined;
      }
    },
  };
}

function counted(patterns: PatternCount['patterns']): PatternCount {
  const count = new PatternCount();
  count.merge(patterns);
  return count;
}

/** From source, a thread knows nothing of TypeScript until it is told: an `--import` of the loader is not enough within a thread. */
function startWorker(workerData: object): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./scoring-worker.js', import.meta.url), { workerData });
  const source = JSON.stringify(new URL('./scoring-worker.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(start, { eval: true, workerData });
}

/** Some threads that look at one table. */
class Crew {
  private readonly workers: Worker[];

  private held: Blocks | null = null;

  constructor(table: RecordTable, threads: number) {
    const workerData = { table: { ...table, ids: [], rowOf: new Uint32Array(0) } };
    this.workers = Array.from({ length: threads }, () => startWorker(workerData));
  }

  /** Gives every thread the blocks, once. */
  hold(blocks: Blocks): void {
    if (this.held === blocks) return;
    this.held = blocks;
    for (const worker of this.workers) worker.postMessage({ ask: 'hold', blocks });
  }

  /** Hands out questions as threads come free; the answers stand in the order of the questions. */
  ask<Answer>(questions: readonly Question[]): Promise<Answer[]> {
    return new Promise((resolve, reject) => {
      const answers = new Array<Answer>(questions.length);
      let next = 0;
      let open = questions.length;
      if (open === 0) resolve(answers);
      for (const worker of this.workers) {
        worker.removeAllListeners();
        worker.on('error', reject);
        worker.on('message', ({ at, value }: { at: number; value: Answer }) => {
          answers[at] = value;
          open -= 1;
          if (open === 0) resolve(answers);
          else if (next < questions.length) worker.postMessage(questions[next++]);
        });
        if (next < questions.length) worker.postMessage(questions[next++]);
      }
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
