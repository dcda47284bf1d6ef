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
  /** Runs after the commit, never after a rollback. */
  afterCommit(action: () => void): void;
  /**
   * Wakes whoever listens on a channel, shortly after the commit. Not a NOTIFY inside of the transaction: that makes all
   * commits queue behind one lock. A ring can be lost with the process, so listeners look for themselves now and then.
   */
  ring(channel: string): void;
  /** TypeORM's manager on the same connection, for entities. */
  readonly manager: import('typeorm').EntityManager;
}
