import { on } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { PackedSet } from '../domain/packed-set.ts';
import type { FromReader, ReadingOrder, ToReader } from '../domain/reading-order.ts';

/** How long a thread that has read a file waits for the next one: what it has learnt to do quickly is not learnt again. */
const idleMs = 30_000;

/** What came of a thread's work when it is no set. */
export class ReadingTrouble extends Error {
  override name = 'ReadingTrouble';
  /** Whether the file is to blame, or the thread that read it fell. */
  readonly isOfFile: boolean;

  constructor(message: string, isOfFile: boolean) {
    super(message);
    this.isOfFile = isOfFile;
  }
}

/** Threads that read files, each one file at a time; those that are done wait a while for the next. */
export class ReadingThreads {
  private readonly idle = new Map<Worker, () => void>();
  private readonly start: () => Worker;

  constructor(start: () => Worker) {
    this.start = start;
  }

  /** Whether one is there that need not be started. */
  get isAtHand(): boolean {
    return this.idle.size > 0;
  }

  /** The sets of a file. Whoever takes no more of them ends the thread. */
  async *read(order: ReadingOrder): AsyncGenerator<PackedSet, void, undefined> {
    const worker = this.take();
    const say = (asked: ToReader) => worker.postMessage(asked);
    const heard = on(worker, 'message', { close: ['exit'] });
    let isDone = false;
    try {
      say({ read: order });
      for await (const [told] of heard as AsyncIterable<[FromReader]>) {
        if (told === 'end') {
          isDone = true;
          return;
        }
        if ('trouble' in told) {
          isDone = true;
          throw told.isOfFile ? new ReadingTrouble(told.trouble, true) : new Error(told.trouble);
        }
        yield told.set;
        say('more');
      }
      throw new ReadingTrouble('its thread ended', false);
    } catch (error) {
      // What a thread fell by comes as its event `error`: of memory, as a rule.
      if (isDone || error instanceof ReadingTrouble) throw error;
      throw new ReadingTrouble((error as Error).message, false);
    } finally {
      if (isDone) this.lay(worker);
      else await worker.terminate();
    }
  }

  private take(): Worker {
    for (const [worker, wake] of this.idle) {
      wake();
      worker.ref();
      return worker;
    }
    return this.start();
  }

  private lay(worker: Worker): void {
    const wake = () => {
      clearTimeout(timer);
      this.idle.delete(worker);
      worker.off('error', end).off('exit', wake);
    };
    const end = () => {
      wake();
      void worker.terminate();
    };
    const timer = setTimeout(end, idleMs);
    // Neither may keep the program from ending; one that falls while nobody waits for it is not missed.
    timer.unref();
    worker.unref();
    worker.on('error', end).on('exit', wake);
    this.idle.set(worker, wake);
  }
}
