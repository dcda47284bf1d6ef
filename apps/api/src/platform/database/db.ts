/** A place where SQL can be asked. Values are always parameters, never text of the statement. */
export interface Db {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same as a named prepared statement: planned once per connection. For statements whose text is fixed. */
  named<Row = Record<string, unknown>>(
    name: string,
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

declare const transaction: unique symbol;

/** A transaction: verbs that write take one, so that nobody writes outside of one. Only `platform/database` makes it. */
export interface Tx extends Db {
  readonly [transaction]: true;
  /**
   * The same as `named` for a statement whose answer nobody needs: it goes to PostgreSQL together with the next one that is awaited,
   * in order, and at the latest with the commit. A round trip saved for each. Its error shows there, too, as what it `means` to the caller.
   */
  later(name: string, sql: string, values?: readonly unknown[], means?: (error: Error) => Error): void;
  /**
   * The same for a `COPY … FROM STDIN (FORMAT binary)` and its rows (`copyMessages`), which follow it without waiting to be asked for.
   */
  copy(name: string, sql: string, rows: Buffer, means?: (error: Error) => Error): void;
  /** Runs `work` so that it leaves nothing behind when it throws, and what came before it stays. */
  attempt<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Runs after the commit, never after a rollback. */
  afterCommit(action: () => void): void;
  /**
   * Wakes whoever listens on a channel, shortly after the commit. Not a NOTIFY inside of the transaction: that makes all
   * commits queue behind one lock. A ring can be lost with the process, so listeners look for themselves now and then.
   */
  ring(channel: string): void;
}
