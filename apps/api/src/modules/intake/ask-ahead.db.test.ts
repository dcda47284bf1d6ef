import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { connectAs } from '#platform/postgres';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { importFiles } from './import-files.ts';
import { rowsInSet } from './work-on-import.ts';

let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  folder = await mkdtemp(join(tmpdir(), 'ancora-ahead-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(fresh.ownerUrl));

const header = 'Record ID,First Name,Last Name,Email,Job Title,Create Date,Last Activity Date';
const contact = (n: number, job = 'Baker') =>
  `${n},Ada${n},Person${n},ada${n}@example.org,${job},2026-01-15 10:00,2026-02-01 09:00`;
const contacts = (from: number, count: number, job?: string) =>
  Array.from({ length: count }, (_, n) => contact(from + n, job));
const write = async (name: string, rows: readonly string[]): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, `${[header, ...rows].join('\n')}\n`);
  return path;
};
const countOf = async (table: 'signal' | 'customer') =>
  (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

describe('a set of rows that is asked of while the one before is recorded', () => {
  it('knows what that one brings, as in a dry run, where nothing is asked ahead', async () => {
    const path = await write('repeating.csv', [
      ...contacts(0, rowsInSet),
      // The same again, the same with other words, and what nobody has told.
      ...contacts(100, 300),
      ...contacts(500, 200, 'Miller'),
      ...contacts(5_000, rowsInSet - 500),
      ...contacts(5_100, 50),
    ]);
    const dry = await importFiles(database, modules, { paths: [path], dryRun: true, windowMs: Infinity });
    const real = await importFiles(database, modules, { paths: [path] });
    expect(real.totals).toEqual(dry.totals);
    expect(real.totals).toMatchObject({ rows: rowsInSet * 2 + 50, updated: 200, unchanged: 350 });
    expect(await countOf('customer')).toBe(rowsInSet * 2 - 500);
  });

  it('is asked of again when others have told some of it meanwhile', async () => {
    const whole = await write('whole.csv', contacts(0, rowsInSet + 200));
    const part = await write('part.csv', contacts(rowsInSet + 50, 20));
    let told = false;
    // Between the question and the set: the first set is recorded, and the second about to be.
    const meddling: Database = {
      ...database,
      async transaction(work) {
        if (!told && (await countOf('signal')) === rowsInSet) {
          told = true;
          await importFiles(database, modules, { paths: [part] });
        }
        return database.transaction(work);
      },
    };
    const { status, totals } = await importFiles(meddling, modules, { paths: [whole] });
    expect(told).toBe(true);
    expect(status).toBe('DONE');
    expect(totals).toMatchObject({ rows: rowsInSet + 200, accepted: rowsInSet + 200, unchanged: 20 });
    expect(await countOf('signal')).toBe(rowsInSet + 200);
  });

  it('does not take for told what could not be recorded', async () => {
    await connectAs(fresh.ownerUrl, (client) =>
      client.query(`
        CREATE FUNCTION refuse_seven() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.display_name = 'Ada7 Person7' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER refuse_seven BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION refuse_seven()`),
    );
    try {
      const path = await write('refused.csv', [
        ...contacts(0, rowsInSet),
        contact(7),
        contact(8),
        contact(9_000),
      ]);
      const { totals } = await importFiles(database, modules, { paths: [path] });
      expect(totals).toMatchObject({ rows: rowsInSet + 3, unchanged: 1, rejected: 2 });
      expect(await countOf('customer')).toBe(rowsInSet);
    } finally {
      await connectAs(fresh.ownerUrl, (client) =>
        client.query('DROP TRIGGER refuse_seven ON customer; DROP FUNCTION refuse_seven()'),
      );
    }
  });

  it('comes to every row once when PostgreSQL breaks off all connections again and again', async () => {
    const path = await write('broken.csv', contacts(0, rowsInSet * 3 + 7));
    let isRunning = true;
    let broken = 0;
    const breakOff = async () => {
      // At moments anywhere within the sets, and not without end: each costs the set under way.
      for (let turn = 0; turn < 12 && isRunning; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 40 + 37 * turn));
        await connectAs(fresh.adminUrl, (client) =>
          client.query(
            'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
          ),
        );
        broken += 1;
      }
    };
    let breaking: Promise<void> | undefined;
    const report = await importFiles(database, modules, {
      paths: [path],
      // Asked before each set: from then on, an import waits for a PostgreSQL that is away.
      stopped: () => {
        breaking ??= breakOff();
        return false;
      },
    });
    isRunning = false;
    await breaking;
    expect(broken).toBeGreaterThan(0);
    expect(report).toMatchObject({
      status: 'DONE',
      totals: { rows: rowsInSet * 3 + 7, accepted: rowsInSet * 3 + 7, unchanged: 0, updated: 0 },
    });
    expect(await countOf('signal')).toBe(rowsInSet * 3 + 7);
    expect(await countOf('customer')).toBe(rowsInSet * 3 + 7);
  });
});
