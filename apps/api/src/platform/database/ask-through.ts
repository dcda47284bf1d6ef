import type { Pool } from 'pg';
import { Batch } from './batch.ts';
import type { Db } from './db.ts';

/** Asks through whichever connection of a pool is free. */
export function askThrough(pool: Pool): Db {
  const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, values as unknown[])).rows as Row[];
  return {
    query,
    named: <Row>(name: string, sql: string, values: readonly unknown[] = []) =>
      name ? askPrepared<Row>(pool, name, sql, values) : query<Row>(sql, values),
  };
}

/** A batch of one: what was prepared and described once is neither prepared nor described again, which pg does each time. */
const askPrepared = <Row>(pool: Pool, name: string, text: string, values: readonly unknown[]) =>
  new Promise<Row[]>((resolve, reject) => {
    pool.connect((failure, client, release) => {
      if (failure || !client) return reject(failure);
      let found: Row[] = [];
      const answer = (rows: Record<string, unknown>[]) => {
        found = rows as Row[];
      };
      client.query(
        new Batch([{ name, text, values, answer }], (error) => {
          release(error ?? undefined);
          if (error) reject(error);
          else resolve(found);
        }),
      );
    });
  });
