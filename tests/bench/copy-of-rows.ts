import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { processorTime } from './processor-time.ts';

/** A place in the history of a database. */
export type Moment = bigint;

/** Which transaction would be the next. */
export async function momentOf(owner: Client): Promise<Moment> {
  const { rows } = await owner.query<{ xid: string }>(
    'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS xid',
  );
  return BigInt(rows[0]!.xid);
}

/** What COPY needed for the rows of all tables. */
export interface Copied {
  seconds: number;
  tableRows: number;
  bytes: number;
  /** Processor time of this program and of the connection together; 0 where the system does not tell. */
  processorMs: number;
}

/** Makes a bare twin of every table: its columns, no key, no index, no constraint; logged like any other. */
export async function layBareTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration' ORDER BY 1`,
  );
  await owner.query('CREATE SCHEMA bare');
  for (const { name } of rows)
    await owner.query(`CREATE TABLE bare.${name} AS SELECT * FROM public.${name} WITH NO DATA`);
  return rows.map(({ name }) => name);
}

/**
 * How long COPY takes for the very rows that transactions since `since` left behind: each table's rows, all columns, from a file on
 * disk into its bare twin, in one transaction on one connection. A row that was written several times counts once.
 */
export async function copyRowsSince(
  owner: Client,
  tables: readonly string[],
  since: Moment,
  folder: string,
): Promise<Copied> {
  const files: { table: string; path: string; rows: number }[] = [];
  let bytes = 0;
  for (const table of tables) {
    // xmin wraps after 4 thousand million transactions, which no bench reaches.
    const theirs = `FROM public.${table} WHERE xmin::text::bigint >= ${since}`;
    const { rows } = await owner.query<{ n: number }>(`SELECT count(*)::int AS n ${theirs}`);
    if (!rows[0]?.n) continue;
    const path = join(folder, `copy-${table}.tsv`);
    await pipeline(owner.query(copyTo(`COPY (SELECT * ${theirs}) TO STDOUT`)), createWriteStream(path));
    bytes += (await stat(path)).size;
    files.push({ table, path, rows: rows[0].n });
  }
  await owner.query(`TRUNCATE ${tables.map((table) => `bare.${table}`).join(', ')}`);
  const { rows: me } = await owner.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const used = () => (processorTime([process.pid]) ?? 0) + (processorTime([me[0]!.pid]) ?? 0);
  const usedBefore = used();
  const began = performance.now();
  await owner.query('BEGIN');
  for (const { table, path } of files)
    await pipeline(
      createReadStream(path, { highWaterMark: 256 * 1024 }),
      owner.query(copyFrom(`COPY bare.${table} FROM STDIN`)),
    );
  await owner.query('COMMIT');
  const seconds = (performance.now() - began) / 1_000;
  const processorMs = used() - usedBefore;
  for (const { path } of files) await rm(path);
  return { seconds, tableRows: files.reduce((sum, { rows }) => sum + rows, 0), bytes, processorMs };
}

/** How long COPY takes for the file itself, as text, into one bare table: what a reader of the file alone would compare with. */
export async function copyFile(owner: Client, path: string, columns: number): Promise<number> {
  await owner.query(
    `CREATE TABLE IF NOT EXISTS bare.of_the_file (${Array.from({ length: columns }, (_, n) => `c${n} text`).join(', ')})`,
  );
  await owner.query('TRUNCATE bare.of_the_file');
  const began = performance.now();
  await pipeline(
    createReadStream(path, { highWaterMark: 256 * 1024 }),
    owner.query(copyFrom('COPY bare.of_the_file FROM STDIN (FORMAT csv, HEADER)')),
  );
  return (performance.now() - began) / 1_000;
}
