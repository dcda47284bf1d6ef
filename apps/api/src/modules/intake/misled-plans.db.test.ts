import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { layNeighbours } from '#modules/house';
import { type Database, openDatabase } from '#platform/database';
import { connectAs } from '#platform/postgres';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { fillWithDemo } from '../../../../../tests/support/fill-with-demo.ts';
import { modules } from '../../app/modules.ts';
import { writeDemoFiles } from '../../seed/index.ts';
import { importFiles } from './import-files.ts';

/**
 * Entries of any one table or index that PostgreSQL may look at for a row that is told. A walk for each row of these sets would be hundreds; one
 * walk for a whole set, which some statements do when they are misled, is a few.
 */
const atMost = 30;

let fresh: FreshDatabase;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ancora-misled-'));
  layNeighbours(modules);
  await connected((database) => fillWithDemo(database, folder, 200));
  await mislead();
}, 240_000);
afterAll(async () => {
  await fresh.drop();
  await rm(folder, { recursive: true });
});

/** Connections of their own: PostgreSQL counts what they read for good when they end, and none has a plan from before. */
async function connected<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
  const entities = modules.flatMap((one) => one.entities ?? []);
  const database = await openDatabase({ url: fresh.appUrl, entities });
  try {
    return await work(database);
  } finally {
    await database.close();
    await everyoneElseLeft();
  }
}

/** Waits until PostgreSQL has ended all other connections: that it was told to says nothing of whether it has counted what they read. */
const everyoneElseLeft = (): Promise<void> =>
  connectAs(fresh.adminUrl, async (client) => {
    await vi.waitFor(async () => {
      const { rows } = await client.query(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      );
      expect(rows).toEqual([]);
    }, 20_000);
  });

/** Lets PostgreSQL believe what it believes of tables that were looked at while they were empty, and learn nothing better. */
const mislead = (): Promise<void> =>
  connectAs(fresh.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of rows) await client.query(`ALTER TABLE ${name} SET (autovacuum_enabled = off)`);
    await client.query(
      `DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)`,
    );
    await client.query(
      `UPDATE pg_class SET reltuples = 0, relpages = 1 WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')`,
    );
  });

/** Rows read so far of each table and each index, by name. */
const readSoFar = (): Promise<Map<string, number>> =>
  connectAs(fresh.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string; read: string }>(
      `SELECT relname || ' walked' AS name, seq_tup_read AS read FROM pg_stat_user_tables
       UNION ALL SELECT indexrelname, idx_tup_read FROM pg_stat_user_indexes`,
    );
    return new Map(rows.map(({ name, read }) => [name, Number(read)]));
  });

/** Which tables and indexes are read for each of the rows that `work` tells of, and how many of theirs. */
async function readFor(work: (database: Database) => Promise<number>): Promise<Record<string, number>> {
  const before = await readSoFar();
  const rows = await connected(work);
  const after = await readSoFar();
  const perRow = [...after].map(([name, read]) => [name, (read - (before.get(name) ?? 0)) / rows] as const);
  return Object.fromEntries(perRow.filter(([, read]) => read > 0));
}
const tooMany = (perRow: Record<string, number>) =>
  Object.entries(perRow).filter(([, read]) => read > atMost);

describe('an import into a house of which PostgreSQL believes that it is empty', () => {
  it('walks no table for each of its rows', async () => {
    const { files } = await writeDemoFiles(join(folder, 'more'), {
      people: 200,
      seed: 2,
      today: new Date('2026-11-21T00:00:00Z'),
    });
    const read = await readFor(async (database) => {
      const report = await importFiles(database, modules, { paths: files.map(({ path }) => path), folder });
      expect(report.status).toBe('DONE');
      expect(report.totals.accepted).toBeGreaterThan(1_000);
      return report.totals.accepted;
    });
    console.log(
      JSON.stringify(
        Object.entries(read)
          .sort((a, b) => b[1] - a[1])
          .slice(0, 25),
      ),
    );
    expect(tooMany(read)).toEqual([]);
  });

  it('would be caught if it did (the control that must fail)', async () => {
    const read = await readFor(async (database) => {
      // So many that one walk for all of them, which others may do meanwhile, stays below the limit.
      const asked = Array.from({ length: 500 }, (_, place) => `event ${place}`);
      await database.query(
        `SELECT (SELECT count(*) FROM signal s WHERE s.event_id || '' = asked.id) FROM unnest($1::text[]) AS asked(id)`,
        [asked],
      );
      return asked.length;
    });
    expect(tooMany(read).map(([name]) => name)).toEqual([expect.stringMatching(/^signal/)]);
  });
});
