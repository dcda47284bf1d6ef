import type { PoolClient } from 'pg';
import { Batch, type Statement } from './batch.ts';
import { WireList } from './wire-list.ts';

/** So many rows are worth a message of their own: PostgreSQL writes them while the program thinks about what comes next. */
const manyRows = 64;

const writesMany = (values: readonly unknown[]): boolean =>
  values.some(
    (value) =>
      (Array.isArray(value) && value.length >= manyRows) ||
      (value instanceof WireList && value.rows >= manyRows),
  );

/**
 * What one connection is asked, in order. A statement whose answer somebody awaits goes off at the end of the current turn of the
 * event loop, together with everything asked before it and not yet sent. Those that only write wait until then, unless they write many rows.
 */
export class Conversation {
  private waiting: Statement[] = [];
  private busy = false;
  private soon = false;
  /** The batch on its way that takes in whatever comes, until somebody awaits an answer. */
  private open: Batch | undefined;
  private whenDone: (() => void) | undefined;
  /** An error of a statement that nobody waited for, until somebody hears of it. */
  private unheard: Error | undefined;
  private readonly client: PoolClient;

  constructor(client: PoolClient) {
    this.client = client;
  }

  /** Writes, and lets somebody else wait: an error shows at the next answer, which may be that of the commit, as what it `means`. */
  later(name: string, text: string, values: readonly unknown[] = [], means?: (error: Error) => Error): void {
    this.waiting.push({ name, text, values, means });
    if (writesMany(values)) this.setOut();
  }

  private setOut(): void {
    if (this.soon) return;
    if (this.open) this.open.add(this.take());
    else if (!this.busy) this.open = this.begin(this.take(), true);
  }

  /** The same for a `COPY … FROM STDIN` and the rows that it reads: many, so that they set out at once. */
  copy(name: string, text: string, copies: Buffer, means?: (error: Error) => Error): void {
    this.waiting.push({ name, text, values: [], copies, means });
    this.setOut();
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
      if (this.soon || (this.busy && !this.open)) return;
      this.soon = true;
      // After everything that goes on without an answer, however many promises are between: what asks side by side goes in one message.
      process.nextTick(this.go);
    });
  }

  /**
   * Forgets what was not sent yet, and waits until what was sent without waiting is done: after an error of that, PostgreSQL would
   * not hear what comes next.
   */
  async drop(): Promise<void> {
    this.waiting = [];
    if (this.open) {
      const done = new Promise<void>((resolve) => {
        this.whenDone = resolve;
      });
      this.open.close();
      this.open = undefined;
      await done;
    }
    this.unheard = undefined;
  }

  /** The error that nobody has heard of yet, if any. */
  trouble(): Error | undefined {
    return this.unheard;
  }

  private take(): Statement[] {
    const statements = this.waiting;
    this.waiting = [];
    return statements;
  }

  /** Sends what waits. Somebody awaits an answer: nothing more comes before it. */
  private readonly go = (): void => {
    this.soon = false;
    const statements = this.take();
    const { open, unheard } = this;
    // Of what failed before it was sent PostgreSQL knows nothing, and would carry on.
    if (unheard) {
      for (const { fail } of statements) fail?.(unheard);
      return;
    }
    if (!open) {
      this.begin(statements, false);
      return;
    }
    this.open = undefined;
    try {
      open.add(statements);
    } catch (error) {
      for (const { fail } of statements) fail?.(error as Error);
    }
    open.close();
  };

  private begin(statements: readonly Statement[], isOpen: boolean): Batch {
    this.busy = true;
    const batch = new Batch(
      statements,
      (error, heard) => {
        this.busy = false;
        this.open = undefined;
        if (error && !heard) this.unheard = error;
        this.whenDone?.();
        this.whenDone = undefined;
        if (!this.soon && this.waiting.some(({ answer }) => answer)) this.go();
      },
      isOpen,
    );
    this.client.query(batch);
    return batch;
  }
}
