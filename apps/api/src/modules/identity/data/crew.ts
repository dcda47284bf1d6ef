import { Worker } from 'node:worker_threads';
import type { Blocks } from '../domain/engine/blocks.ts';
import type { RecordTable } from '../domain/engine/record-table.ts';
import type { Question } from './scoring-worker.ts';

/** From source, a thread knows nothing of TypeScript until it is told: an `--import` of the loader is not enough within a thread. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./scoring-worker.js', import.meta.url));
  const source = JSON.stringify(new URL('./scoring-worker.ts', import.meta.url).href);
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(start, { eval: true });
}

type Questions = Iterable<Question> | AsyncIterable<Question>;

/** Some threads that work on one batch: they read its records, then look at its table. */
export class Crew {
  private readonly workers: Worker[];
  private table: RecordTable | null = null;
  private blocks: Blocks | null = null;
  private asked = 0;

  constructor(threads: number) {
    this.workers = Array.from({ length: threads }, startWorker);
    // Each question listens while it is open.
    for (const worker of this.workers) worker.setMaxListeners(20);
  }

  /** Shows every thread the table, once. */
  show(table: RecordTable): void {
    if (this.table === table) return;
    this.table = table;
    const seen = { ...table, ids: [], rowOf: new Uint32Array(0) };
    for (const worker of this.workers) worker.postMessage({ ask: 'show', table: seen });
  }

  /** Gives every thread the blocks, once. */
  hold(blocks: Blocks): void {
    if (this.blocks === blocks) return;
    this.blocks = blocks;
    for (const worker of this.workers) worker.postMessage({ ask: 'hold', blocks });
  }

  /** Hands out questions as threads come free; the answers stand in the order of the questions. */
  async ask<Answer>(questions: readonly Question[]): Promise<Answer[]> {
    const answers = new Array<Answer>(questions.length);
    await this.each<Answer>(questions, (answer, at) => {
      answers[at] = answer;
    });
    return answers;
  }

  /** The same for questions that are not all known yet, each answer in the order of the questions as soon as it can be. */
  async each<Answer>(
    questions: Questions,
    take: (answer: Answer, at: number) => void,
    atOnce = 1,
  ): Promise<void> {
    const source =
      Symbol.asyncIterator in questions ? questions[Symbol.asyncIterator]() : questions[Symbol.iterator]();
    const early = new Map<number, Answer>();
    let due = 0;
    const lane = async (worker: Worker) => {
      for (;;) {
        const { value: question, done } = await source.next();
        if (done) return;
        const answer = await this.put<Answer>(worker, question);
        early.set(question.at, answer);
        for (let next = early.get(due); next !== undefined; next = early.get(due)) {
          early.delete(due);
          take(next, due);
          due += 1;
        }
      }
    };
    await Promise.all(this.workers.flatMap((worker) => Array.from({ length: atOnce }, () => lane(worker))));
  }

  private put<Answer>(worker: Worker, question: Question): Promise<Answer> {
    // Two lists of questions may be open at once.
    const number = this.asked++;
    return new Promise((resolve, reject) => {
      const heard = ({ at, value }: { at: number; value: Answer }) => {
        if (at !== number) return;
        still();
        resolve(value);
      };
      const failed = (error: Error) => {
        still();
        reject(error);
      };
      const still = () => worker.off('message', heard).off('error', failed);
      worker.on('message', heard).on('error', failed);
      worker.postMessage(
        { ...question, at: number },
        question.ask === 'lay' ? [question.lines.buffer as ArrayBuffer] : [],
      );
    });
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
