import type { PoolClient } from 'pg';
import { Batch, type Statement } from './batch.ts';

// As a microtask, without the bookkeeping that queueMicrotask does for each.
const turn = Promise.resolve();

/**
 * What one connection is asked, in order. A statement whose answer somebody awaits goes off at the end of the current turn of the
 * event loop, together with everything asked before it and not yet sent; those that only write wait until then.
 */
export class Conversation {
  private waiting: Statement[] = [];
  private busy = false;
  private soon = false;
  /** An error of a statement that nobody waited for, until somebody hears of it. */
  private unheard: Error | undefined;
  private readonly client: PoolClient;

  constructor(client: PoolClient) {
    this.client = client;
  }

  /** Writes, and lets somebody else wait: an error shows at the next answer, which may be that of the commit. */
  later(name: string, text: string, values: readonly unknown[] = []): void {
    this.waiting.push({ name, text, values });
  }

  /** Asks and answers with the rows. */
  ask<Row>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.send(name, text, values).then(({ rows }) => rows as Row[]);
  }

  /** Asks and answers with the rows and with what PostgreSQL says that it did. */
  send(
    name: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<{ rows: Record<string, unknown>[]; command: string }> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        name,
        text,
        values,
        answer: (rows, command) => resolve({ rows, command }),
        fail: (error) => {
          reject(this.unheard ?? error);
          this.unheard = undefined;
        },
      });
      if (this.soon || this.busy) return;
      this.soon = true;
      void turn.then(() => this.go());
    });
  }

  /** Forgets what was not sent yet. */
  drop(): void {
    this.waiting = [];
  }

  /** The error that nobody has heard of yet, if any. */
  trouble(): Error | undefined {
    return this.unheard;
  }

  private go(): void {
    this.soon = false;
    const statements = this.waiting;
    this.waiting = [];
    this.busy = true;
    this.client.query(
      new Batch(statements, (error, heard) => {
        this.busy = false;
        if (error && !heard) this.unheard = error;
        if (this.waiting.some(({ answer }) => answer)) this.go();
      }),
    );
  }
}
