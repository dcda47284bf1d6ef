import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import {
  importFiles,
  newestImports,
  subjectsOf,
  undoImport,
} from '../../apps/api/src/modules/intake/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { writeDemoFiles } from '../../apps/api/src/seed/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { tellEverything } from '../support/everything.ts';

const subjects = subjectsOf(modules);

let fresh: FreshDatabase;
let db: Database;
let folder: string;

beforeAll(async () => {
  layNeighbours(modules);
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  folder = await mkdtemp(join(tmpdir(), 'references-'));
  await tellEverything(db, subjects);
  const { files } = await writeDemoFiles(folder, {
    people: 60,
    seed: 3,
    today: new Date('2026-11-21T00:00:00Z'),
  });
  await importFiles(db, modules, { paths: files.map(({ path }) => path), folder });
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Reference {
  table: string;
  column: string;
  to: string;
}

const proven = () =>
  db.query<Reference>(
    `SELECT of_table AS "table", of_column AS "column", to_table AS "to" FROM reference WHERE NOT is_checked ORDER BY 1, 2`,
  );

/** Rows that point at nobody, by reference; those that were looked at in all. */
async function orphans(): Promise<{ strays: string[]; rows: number; silent: string[] }> {
  const strays: string[] = [];
  const silent: string[] = [];
  let rows = 0;
  for (const { table, column, to } of await proven()) {
    const [found] = await db.query<{ strays: number; rows: number }>(
      `SELECT count(*) FILTER (WHERE p.id IS NULL)::int AS strays, count(*)::int AS rows
         FROM ${table} t LEFT JOIN ${to} p ON p.id = t.${column} WHERE t.${column} IS NOT NULL`,
    );
    if (found!.strays > 0) strays.push(`${found!.strays} of ${table}.${column}`);
    if (found!.rows === 0) silent.push(`${table}.${column}`);
    rows += found!.rows;
  }
  return { strays, rows, silent };
}

describe('References that the writer proves', () => {
  it('have no orphan, in any table, when everything that can happen has been told and a company imported', async () => {
    const { strays, silent, rows } = await orphans();
    expect(strays).toEqual([]);
    // A reference of which no row is there would prove nothing.
    expect(silent).toEqual([]);
    expect(rows).toBeGreaterThan(5_000);
  });

  it('are found when they are missing: one row that points at nobody is an orphan', async () => {
    await expect(
      db.transaction(async (tx) => {
        await tx.query(
          `UPDATE fact SET customer_id = gen_random_uuid() WHERE ctid = (SELECT min(ctid) FROM fact)`,
        );
        const [found] = await tx.query<{ n: number }>(
          'SELECT count(*)::int AS n FROM fact t LEFT JOIN customer p ON p.id = t.customer_id WHERE p.id IS NULL',
        );
        throw new Error(`strays: ${found!.n}`);
      }),
    ).rejects.toThrow('strays: 1');
  });

  it('hold whoever is pointed at: customers, records and sources cannot go from under their rows', async () => {
    for (const to of ['customer', 'source_record', 'company', 'source'])
      await expect(
        db.transaction((tx) => tx.query(`DELETE FROM ${to}`)),
        to,
      ).rejects.toMatchObject({ code: '23503' });
  });

  it('take with a record what hangs on it alone', async () => {
    await expect(
      db.transaction(async (tx) => {
        const [record] = await tx.query<{ id: string }>(
          `SELECT r.id FROM source_record r WHERE EXISTS (SELECT FROM fact f WHERE f.source_record_id = r.id) LIMIT 1`,
        );
        // What refuses is taken away first, as an undo does.
        for (const table of [
          'letter',
          'message',
          'ticket',
          'interaction',
          'note',
          'task',
          'deal_person',
          'sales_order',
        ])
          await tx.query(`DELETE FROM ${table} WHERE source_record_id = $1`, [record!.id]);
        await tx.query('UPDATE deal SET source_record_id = NULL WHERE source_record_id = $1', [record!.id]);
        await tx.query('DELETE FROM source_record WHERE id = $1', [record!.id]);
        const left: string[] = [];
        for (const { table, column, to } of await proven()) {
          if (to !== 'source_record') continue;
          const rows = await tx.query(`SELECT FROM ${table} WHERE ${column} = $1`, [record!.id]);
          if (rows.length > 0) left.push(table);
        }
        throw new Error(`left: ${left.join(' ')}.`);
      }),
    ).rejects.toThrow('left: .');
  });

  it('have none after the import was undone', async () => {
    const [run] = await newestImports(db, 1, null);
    await db.transaction((tx) => undoImport(tx, subjects, run!.id));
    expect((await orphans()).strays).toEqual([]);
  });
});
