import { availableParallelism } from 'node:os';
import pg from 'pg';
import { askThrough } from './ask-through.ts';
import type { Db } from './db.ts';
import { type AskText, TextLines } from './text-lines.ts';

/** How long a read that a person waits for may take, in milliseconds. */
export const readAtMostMs = 5_000;

/** Connections that only read, for people who wait. */
export interface Reading extends Db {
  /** The one text that a statement gives, as bytes: what goes to a socket as it came. */
  text: AskText;
  close(): Promise<void>;
}

/**
 * Opens connections of their own for reads that people wait for: an import that holds the others for a minute is not in
 * their way, a read that would take longer is ended by PostgreSQL, and nothing can be written by them. Twice as
 * many as there are processors, for rows and again for texts: more would take turns there, and whoever came first would be answered last.
 */
export function openReading(options: { url: string; poolSize?: number; atMostMs?: number }): Reading {
  const most = options.poolSize ?? Math.min(24, Math.max(4, 2 * availableParallelism()));
  const config = {
    connectionString: options.url,
    application_name: 'ancora-read',
    // As of the other pool; a read is planned for its values no better than once for all.
    options: '-c pg_trgm.word_similarity_threshold=0.45 -c default_transaction_read_only=on',
    statement_timeout: options.atMostMs ?? readAtMostMs,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...config, max: most, idleTimeoutMillis: 60_000 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const lines = new TextLines(config, most);
  return {
    ...askThrough(pool),
    text: lines.ask,
    close: async () => {
      await Promise.all([lines.close(), pool.end()]);
    },
  };
}

/** True when PostgreSQL ended a statement because it took too long. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: string }).code === '57014';
