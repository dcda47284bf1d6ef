import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Pool, type PoolClient } from 'pg';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { hangBell } from './bell.ts';
import type { Db, Tx } from './db.ts';

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
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const triesAtMost = 5;
const worthAnotherTry = new Set(['40001', '40P01']);

const askThrough = (runner: Pool | PoolClient): Db => ({
  async query<Row>(sql: string, values: readonly unknown[] = []) {
    return (await runner.query(sql, values as unknown[])).rows as Row[];
  },
  async named<Row>(name: string, sql: string, values: readonly unknown[] = []) {
    const text = name
      ? { name, text: sql, values: values as unknown[] }
      : { text: sql, values: values as unknown[] };
    return (await runner.query(text)).rows as Row[];
  },
});

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
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  const bell = hangBell(pool);

  const once = async <Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> => {
    const runner: QueryRunner = source.createQueryRunner();
    const after: (() => void)[] = [];
    const channels = new Set<string>();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const tx = {
        ...askThrough(client),
        manager: runner.manager,
        afterCommit: (action: () => void) => after.push(action),
        ring: (channel: string) => channels.add(channel),
      } as unknown as Tx;
      const value = await work(tx);
      await runner.commitTransaction();
      for (const action of after) action();
      for (const channel of channels) bell.ring(channel);
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
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
