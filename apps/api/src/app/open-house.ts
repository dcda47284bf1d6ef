import 'reflect-metadata';
import { layAddress, layName, layNeighbours } from '#modules/house';
import { layPost } from '#modules/outbox';
import type { Database } from '#platform/database';
import { migrate, openDatabase } from '#platform/database';
import { type Environment, readEnvironment } from '#platform/environment';
import { type Log, openLog } from '#platform/log';
import { type RunningPostgres, startPostgres } from '#platform/postgres';
import { migrations } from '../migrations/index.ts';
import { type Closers, makeClosers } from './closers.ts';
import { modules } from './modules.ts';
import { readInThreads } from './read-in-threads.ts';

/** What every command works with: the environment, a log, and a PostgreSQL that is open and up to date. */
export interface House {
  readonly environment: Environment;
  readonly log: Log;
  readonly postgres: RunningPostgres;
  readonly database: Database;
  /** Names of the migrations that ran on opening. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** How to open it. */
export interface OpenOptions {
  readonly environment?: Environment;
  readonly log?: Log;
  /** Hears one sentence about each step that takes a while. */
  readonly say?: (sentence: string) => void;
  /** Collects what to close; by default the house keeps its own list. */
  readonly closers?: Closers;
}

/** The address of a host and port of this machine. */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Starts or joins PostgreSQL, migrates it as its owner, and opens the pool as the application. */
export async function openHouse(options: OpenOptions = {}): Promise<House> {
  const environment = options.environment ?? readEnvironment();
  const log = options.log ?? openLog({ level: environment.logLevel });
  const closers = options.closers ?? makeClosers();
  layNeighbours(modules);
  readInThreads();
  layPost({ mail: environment.mail?.smtp !== undefined });
  layAddress(environment.publicUrl ?? addressOf(environment.host, environment.port));
  layName(environment.companyName ?? null);
  try {
    const postgres = await startPostgres({
      home: environment.home,
      url: environment.databaseUrl,
      applicationUrl: environment.databaseAppUrl,
      ...(options.say ? { say: options.say } : {}),
    });
    closers.add(() => postgres.stop());
    const migrated = await migrate(postgres.ownerUrl, migrations);
    const database = await openDatabase({
      url: postgres.appUrl,
      entities: modules.flatMap((module) => module.entities ?? []),
      // Imports share the pool, and a set of a thousand rows on a busy machine takes its time.
      statementTimeoutMs: 60_000,
      ...(environment.databasePool ? { poolSize: environment.databasePool } : {}),
    });
    closers.add(() => database.close());
    return { environment, log, postgres, database, migrated, close: () => closers.closeAll() };
  } catch (error) {
    await closers.closeAll().catch(() => {});
    throw error;
  }
}
