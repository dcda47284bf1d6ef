import type { Database } from './database.ts';
import type { Db } from './db.ts';

/** The database as it stands at one moment, however long somebody reads in it. */
export interface Moment extends Db {
  /**
   * The rows of a statement, some at a time: PostgreSQL keeps the rest, whoever reads holds one portion. The statement is ours, never a
   * caller's text; its values are parameters.
   */
  portions<Row>(sql: string, values: readonly unknown[], rowsAtOnce: number): AsyncGenerator<Row[]>;
}

/**
 * Shows the database as it stands now for as long as `work` reads, on a connection that cannot write meanwhile. Whoever stops
 * reading for a minute loses it: what was seen then would keep PostgreSQL from clearing up.
 */
export async function atOneMoment<Value>(
  { pool }: Pick<Database, 'pool'>,
  work: (moment: Moment) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  const moment: Moment = {
    query,
    named: (_name, sql, values) => query(sql, values),
    async *portions<Row>(sql: string, values: readonly unknown[], rowsAtOnce: number) {
      await query(`DECLARE portions NO SCROLL CURSOR FOR ${sql}`, values);
      for (;;) {
        const rows = await query<Row>(`FETCH ${rowsAtOnce} FROM portions`);
        if (rows.length > 0) yield rows;
        if (rows.length < rowsAtOnce) break;
      }
      await query('CLOSE portions');
    },
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // All rows are wanted: a plan that begins quickly and ends late is no good.
    await client.query('SET LOCAL cursor_tuple_fraction = 1');
    const value = await work(moment);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((trouble: Error) => {
      broken = trouble;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
