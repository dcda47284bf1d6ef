import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Pool } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { askThrough } from './ask-through.ts';
import { hangBell } from './bell.ts';
import { connections } from './connections.ts';
import { Conversation } from './conversation.ts';
import type { Db, Tx } from './db.ts';
import { readMoment } from './read-moment.ts';

export interface DatabaseOptions {
  url: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  poolSize?: number;
  applicationName?: string;
  statementTimeoutMs?: number;
}

/** An open PostgreSQL: a pool for reads, and transactions for writes. */
export interface Database extends Db {
  readonly url: string;
  readonly source: DataSource;
  readonly pool: Pool;
  /**
   * Runs `work` in one transaction and commits. Serialisation failures and deadlocks are tried again up to five times
   * with a random pause; anything else rolls back and is thrown.
   */
  transaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}

// A day is a day, not midnight somewhere; amounts and counts of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, readMoment);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** A connection that breaks off says so to whoever waits for its answer; there is nothing more to do about it. */
const deaf = () => undefined;

const triesAtMost = 5;
const worthAnotherTry = new Set(['40001', '40P01']);

/**
 * How a transaction begins. Whoever writes asks for rows by their keys, one or thousands at a time: such statements are planned once
 * for each connection and not for each set of values, and with the indexes in mind also while the tables are still empty.
 */
const beginning = [
  ['begin', 'BEGIN'],
  ['plan-once', 'SET LOCAL plan_cache_mode = force_generic_plan'],
  ['plan-by-keys', 'SET LOCAL enable_seqscan = off'],
] as const;

/** Whether a transaction goes on: of steps side by side, one may fail while another still has something to ask. */
interface Course {
  isOver: boolean;
}

/** Nobody hears of it but who failed to stop: what failed first is what the transaction is said to have failed of. */
class TransactionOver extends Error {
  override name = 'TransactionOver';
}

const transactionOver = (
  line: Conversation,
  course: Course,
  after: (() => void)[],
  channels: Set<string>,
): Tx => {
  // The connection may be another transaction's by now.
  const over = () => new TransactionOver('This transaction has ended.');
  const ask = <Row>(name: string, sql: string, values?: readonly unknown[]): Promise<Row[]> =>
    course.isOver ? Promise.reject(over()) : line.ask<Row>(name, sql, values);
  return {
    query: (sql: string, values?: readonly unknown[]) => ask('', sql, values),
    named: ask,
    later(name: string, sql: string, values?: readonly unknown[], means?: (error: Error) => Error) {
      if (course.isOver) throw over();
      line.later(name, sql, values, means);
    },
    copy(name: string, sql: string, rows: Buffer, means?: (error: Error) => Error) {
      if (course.isOver) throw over();
      line.copy(name, sql, rows, means);
    },
    async attempt<Value>(work: () => Promise<Value>): Promise<Value> {
      await line.send('savepoint', 'SAVEPOINT attempt');
      try {
        const value = await work();
        await line.send('release', 'RELEASE SAVEPOINT attempt');
        return value;
      } catch (error) {
        if (course.isOver) throw error;
        await line.drop();
        line.later('rollback-to', 'ROLLBACK TO SAVEPOINT attempt');
        await line.send('release', 'RELEASE SAVEPOINT attempt');
        throw error;
      }
    },
    afterCommit: (action: () => void) => after.push(action),
    ring: (channel: string) => channels.add(channel),
  } as unknown as Tx;
};

/** Opens the pool. Every connection has an error listener: without one the first crash of PostgreSQL ends the process. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    synchronize: false,
    logging: false,
    applicationName: options.applicationName ?? 'ancora',
    poolSize: options.poolSize ?? 10,
    extra: {
      // Two swapped letters leave half of a short word's trigrams: the search forgives that much.
      options: '-c pg_trgm.word_similarity_threshold=0.45',
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    },
  });
  await source.initialize();
  const pool = (source.driver as unknown as { master: Pool }).master;
  pool.on('error', deaf);
  // At every loan, not at connecting: the first connection is made by the data source, before anybody can listen to the pool.
  pool.on('acquire', (client) => {
    if (!client.listeners('error').includes(deaf)) client.on('error', deaf);
  });

  const bell = hangBell(pool);

  const once = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const client = await pool.connect();
    const line = new Conversation(client);
    const after: (() => void)[] = [];
    const channels = new Set<string>();
    const course: Course = { isOver: false };
    let broken: Error | undefined;
    try {
      for (const [name, text] of beginning) line.later(name, text);
      const tx = transactionOver(line, course, after, channels);
      connections.set(tx, client);
      const value = await work(tx);
      course.isOver = true;
      const { command } = await line.send('commit', 'COMMIT');
      if (command !== 'COMMIT') throw line.trouble() ?? new Error('The transaction was rolled back.');
      for (const action of after) action();
      for (const channel of channels) bell.ring(channel);
      return value;
    } catch (error) {
      course.isOver = true;
      await line.drop();
      await line.send('rollback', 'ROLLBACK').catch((trouble) => {
        broken = trouble;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    ...askThrough(pool),
    url: options.url,
    source,
    pool,
    async transaction(work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(work);
        } catch (error) {
          const code = (error as { code?: string }).code;
          if (attempt >= triesAtMost || !code || !worthAnotherTry.has(code)) throw error;
          await pause(Math.random() * 20 * 2 ** attempt);
        }
      }
    },
    close: () => source.destroy(),
  };
}
