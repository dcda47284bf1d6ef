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
  takeIn,
  undoImport,
} from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { writeDemoFiles } from '../../apps/api/src/seed/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { happenings, tellEverything } from '../support/everything.ts';

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
    const source = await db.transaction((tx) => ensureSource(tx, 'mailchimp', 'mailchimp'));
    const person = { key: 'lonely', emails: ['lonely@example.org'], profile: { fullName: 'Lone Lind' } };
    const [told] = await db.transaction((tx) =>
      takeIn(
        tx,
        subjects,
        source,
        (['person', 'touch', 'consent'] as const).map((kind) => ({
          kind,
          eventId: `lonely ${kind}`,
          subjectKey: `lonely ${kind}`,
          at: '2026-03-01T09:00:00Z',
          person,
          companies: [{ name: 'Lonely Ltd' }],
          body: happenings[kind]!('lonely', 1),
        })),
      ),
    );
    const id = told?.outcome === 'taken' && told.sourceRecordId;
    const hanging = async (): Promise<string[]> => {
      const tables: string[] = [];
      for (const { table, column, to } of await proven())
        if (
          to === 'source_record' &&
          (await db.query(`SELECT FROM ${table} WHERE ${column} = $1`, [id])).length
        )
          tables.push(table);
      return tables;
    };
    expect(await hanging()).toEqual(
      expect.arrayContaining([
        'affiliation',
        'consent_entry',
        'identifier',
        'match_record',
        'membership',
        'source_record_version',
        'timeline_entry',
        'touch',
      ]),
    );
    await db.transaction((tx) => tx.query('DELETE FROM source_record WHERE id = $1', [id]));
    expect(await hanging()).toEqual([]);
  });

  it('have none after the import was undone', async () => {
    const [run] = await newestImports(db, 1, null);
    await db.transaction((tx) => undoImport(tx, subjects, run!.id));
    expect((await orphans()).strays).toEqual([]);
  });
});
