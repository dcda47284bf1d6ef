import type { Pool } from 'pg';
import type { Db } from './db.ts';

/** Asks through whichever connection of a pool is free. */
export const askThrough = (pool: Pool): Db => ({
  async query<Row>(sql: string, values: readonly unknown[] = []) {
    return (await pool.query(sql, values as unknown[])).rows as Row[];
  },
  async named<Row>(name: string, sql: string, values: readonly unknown[] = []) {
    const text = name
      ? { name, text: sql, values: values as unknown[] }
      : { text: sql, values: values as unknown[] };
    return (await pool.query(text)).rows as Row[];
  },
});
