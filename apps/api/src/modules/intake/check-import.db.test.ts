import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { changeReading } from './change-reading.ts';
import { checkImport } from './check-import.ts';
import { triedRows } from './data/tried-rows.ts';
import { subjectsOf } from './domain/subjects.ts';
import type { RowOutcome, TriedRow } from './domain/tried-rows.ts';
import { importFiles } from './import-files.ts';
import { askToCheck, askToRun, cancelImport } from './move-import.ts';
import { rowsInSet } from './work-on-import.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  folder = await mkdtemp(join(tmpdir(), 'ancora-dry-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(fresh.ownerUrl));

const header =
  'Record ID,First Name,Last Name,Email,Phone Number,Company Name,Create Date,Last Activity Date';
const dates = '2026-01-15 10:00,2026-02-01 09:00';
const person = (n: number) => `${n},Ada${n},Person${n},ada${n}@example.org,,Bakery ${n % 7},${dates}`;
const noId = (n: number) => `,x${n},,,,,,`;

async function tried(rows: readonly string[], windowMs?: number) {
  const path = join(folder, 'contacts.csv');
  await writeFile(path, `${[header, ...rows].join('\n')}\n`);
  const report = await importFiles(database, modules, {
    paths: [path],
    dryRun: true,
    ...(windowMs === undefined ? {} : { windowMs }),
  });
  return { ...report, fileId: report.files[0]!.id };
}

/** All rows of a kind, page by page. */
async function paged(fileId: string, outcome: RowOutcome | null, first: number): Promise<TriedRow[]> {
  const rows: TriedRow[] = [];
  for (let more = true, after = 0; more; after = rows.at(-1)?.position ?? 0) {
    const page = await triedRows(database, fileId, { outcome, first, after });
    expect(page.length).toBeLessThanOrEqual(first + 1);
    rows.push(...page.slice(0, first));
    more = page.length > first;
  }
  return rows;
}

describe('a dry run', () => {
  it('tells of every row, however far down it stands and in how many windows it was tried', async () => {
    const rows = Array.from({ length: 2 * rowsInSet + 200 }, (_, n) =>
      n % 500 === 499 ? noId(n) : person(n),
    );
    // A window that is over at once holds one set.
    const { fileId, totals } = await tried(rows, 1);
    expect(totals).toMatchObject({ rows: rows.length, rejected: 4 });
    const rejected = await paged(fileId, 'rejected', 1);
    expect(rejected.map(({ line }) => line)).toEqual([501, 1001, 1501, 2001]);
    expect(rejected.map(({ causes }) => causes.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => ['missing-id']),
    );
    const counted = await Promise.all(
      (['created', 'unsure'] as const).map(async (outcome) => (await paged(fileId, outcome, 100)).length),
    );
    expect(counted).toEqual([totals.created, totals.unsure]);
    const all = await paged(fileId, null, 100);
    expect(all.map(({ position }) => position)).toEqual(rows.map((_, n) => n + 1));
    expect(all.map(({ line }) => line)).toEqual(rows.map((_, n) => n + 2));
  }, 60_000);

  it('names whom a row is about: those who are there by their id, those who are not yet by their name alone', async () => {
    const path = join(folder, 'before.csv');
    await writeFile(path, `${header}\n${person(1)}\n`);
    await importFiles(database, modules, { paths: [path] });
    const [ada] = await database.query<{ id: string }>('SELECT id FROM customer');
    const { fileId } = await tried([
      `1,Ada1,Person1,ada1@example.org,06 1,Bakery 1,${dates}`,
      person(2),
      `2,Ada2,Person2,ada2@example.org,06 2,Bakery 2,2026-01-15 10:00,2026-03-01 09:00`,
    ]);
    expect(await paged(fileId, null, 50)).toMatchObject([
      { line: 2, outcome: 'updated', customerId: ada!.id, customerName: 'Ada1 Person1' },
      { line: 3, outcome: 'created', customerId: null, customerName: 'Ada2 Person2' },
      { line: 4, outcome: 'updated', customerId: null, customerName: 'Ada2 Person2' },
    ]);
  });

  it('names beside a row that is unsure whom it may be', async () => {
    const path = join(folder, 'before.csv');
    await writeFile(
      path,
      `${header}\n1,Ilinca,Vaduva,ilinca@bakery.example,+40 721 000 111,Bakery,${dates}\n`,
    );
    await importFiles(database, modules, { paths: [path] });
    const [ilinca] = await database.query<{ id: string }>('SELECT id FROM customer');
    const { fileId, totals } = await tried([
      `7,Mircea,Vaduva,ilinca@bakery.example,+40 721 000 111,Bakery,${dates}`,
    ]);
    expect(totals).toMatchObject({ rows: 1, unsure: 1 });
    expect(await paged(fileId, 'unsure', 50)).toMatchObject([
      { line: 2, customerId: null, otherId: ilinca!.id, otherName: 'Ilinca Vaduva' },
    ]);
  });

  it('that was broken off in the middle and begins anew tells of each row once', async () => {
    const rows = Array.from({ length: rowsInSet + 50 }, (_, n) => (n % 100 === 99 ? noId(n) : person(n)));
    const { fileId, importId, totals } = await tried(rows);
    await database.transaction((tx) => askToCheck(tx, importId));
    let asked = 0;
    await checkImport(database, subjects, importId, { stopped: () => ++asked > 1 }, 0);
    expect(await database.query('SELECT count(*)::int AS rejected FROM unreadable')).toEqual([
      { rejected: 10 },
    ]);
    await checkImport(database, subjects, importId, { stopped: () => false });
    expect(await database.query('SELECT count(*)::int AS rejected FROM unreadable')).toEqual([
      { rejected: totals.rejected },
    ]);
    expect((await paged(fileId, null, 100)).length).toBe(rows.length);
  });

  it.each([
    ['is read otherwise', (tx, { fileId }) => changeReading(tx, subjects, { fileId, dateOrder: 'DMY' })],
    ['is tried again', (tx, { importId }) => askToCheck(tx, importId)],
    ['runs', (tx, { importId }) => askToRun(tx, importId)],
    ['is given up', (tx, { importId }) => cancelImport(tx, importId)],
  ] satisfies [
    string,
    (tx: Parameters<typeof askToRun>[0], of: { fileId: string; importId: string }) => Promise<unknown>,
  ][])('is forgotten when its import %s', async (_, move) => {
    const of = await tried([person(1)]);
    expect(await database.query('SELECT outcome FROM tried_rows')).toEqual([{ outcome: 'created' }]);
    await database.transaction(async (tx) => {
      await move(tx, of);
    });
    expect(await database.query('SELECT outcome FROM tried_rows')).toEqual([]);
  });
});
