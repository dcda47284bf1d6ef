import type { Connection, PoolClient } from 'pg';
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

/** PostgreSQL's answer to whatever comes after an error of the same transaction. */
const afterError = '25P02';

/**
 * What one connection is asked, in order. A statement whose answer somebody awaits goes off at the end of the current turn of the
 * event loop, together with everything asked before it and not yet sent, also while PostgreSQL is still at what was asked before: it goes from
 * one to the next without waiting for us. Those that only write wait until then, unless they write many rows.
 */
export class Conversation {
  private waiting: Statement[] = [];
  private soon = false;
  /** What was sent and is not answered, the eldest first: its answers are those that come next. */
  private underWay: Batch[] = [];
  /** The batch on its way that takes in whatever comes, until somebody awaits an answer: the last that was sent. */
  private open: Batch | undefined;
  private whenDone: (() => void)[] = [];
  /** An error of a statement that nobody waited for, until somebody hears of it. */
  private unheard: Error | undefined;
  /** What this transaction failed of: PostgreSQL says of what was sent behind it only that it is too late. */
  private failedOf: Error | undefined;
  private readonly client: PoolClient;

  constructor(client: PoolClient) {
    this.client = client;
  }

  /** Writes, and lets somebody else wait: an error shows at the next answer, which may be that of the commit. */
  later(name: string, text: string, values: readonly unknown[] = []): void {
    this.waiting.push({ name, text, values });
    if (this.soon || !writesMany(values)) return;
    if (this.open) this.open.add(this.take());
    else this.open = this.begin(this.take(), true);
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
      if (this.soon) return;
      this.soon = true;
      // After everything that goes on without an answer, however many promises are between: what asks side by side goes in one message.
      process.nextTick(this.go);
    });
  }

  /**
   * Forgets what was not sent yet, and waits until what was sent is done: after an error within a message, PostgreSQL would not hear
   * what comes next in it.
   */
  async drop(): Promise<void> {
    this.waiting = [];
    this.open?.close();
    this.open = undefined;
    if (this.underWay.length > 0)
      await new Promise<void>((resolve) => {
        this.whenDone.push(resolve);
      });
    this.unheard = undefined;
    this.failedOf = undefined;
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

  private begin(statements: readonly Statement[], isOpen: boolean): Batch | undefined {
    const batch = new Batch(statements, this.ended, this.reasonOf, isOpen);
    try {
      batch.send((this.client as PoolClient & { connection: Connection }).connection);
    } catch (error) {
      const asking = statements.filter(({ fail }) => fail);
      for (const { fail } of asking) fail!(error as Error);
      if (asking.length === 0) this.unheard = error as Error;
      return undefined;
    }
    this.underWay.push(batch);
    if (this.underWay.length === 1) this.client.query(batch);
    return batch;
  }

  /** The eldest is answered: the next answers are those of the next. */
  private readonly ended = (error: Error | null, heard: boolean): void => {
    const batch = this.underWay.shift();
    if (this.open === batch) this.open = undefined;
    if (error && !heard) this.unheard = error;
    const next = this.underWay[0];
    if (next) {
      this.client.query(next);
      return;
    }
    for (const done of this.whenDone) done();
    this.whenDone = [];
  };

  private readonly reasonOf = (error: Error): Error => {
    if ((error as { code?: string }).code === afterError && this.failedOf) return this.failedOf;
    this.failedOf ??= error;
    return error;
  };
}
