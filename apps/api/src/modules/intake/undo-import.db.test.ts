import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { layNeighbours } from '#modules/house';
import { endAffiliation } from '#modules/identity';
import { ensureSource, type Source } from '#modules/sources';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { dump, emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { subjectsOf } from './domain/subjects.ts';
import { importFiles } from './import-files.ts';
import { takeIn } from './take-in.ts';
import { undoImport } from './undo-import.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
let database: Database;
let folder: string;
let desk: Source;

beforeAll(async () => {
  layNeighbours(modules);
  fresh = await freshDatabase();
  database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
  folder = await mkdtemp(join(tmpdir(), 'ancora-undo-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await emptyDatabase(fresh.ownerUrl);
  desk = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk'));
});

const contacts = async (name: string, lines: string[]): Promise<string> => {
  const path = join(folder, name);
  const header =
    'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Lifecycle Stage,Contact owner,Create Date,Last Activity Date';
  await writeFile(path, `${[header, ...lines].join('\n')}\n`);
  return path;
};
const bring = async (name: string, lines: string[]): Promise<string> =>
  (await importFiles(database, modules, { paths: [await contacts(name, lines)] })).importId;
const undo = (id: string) => database.transaction((tx) => undoImport(tx, subjects, id));

const ticket = (n: number, email: string) => ({
  kind: 'ticket',
  eventId: `ticket-${n}`,
  subjectKey: `ticket:${n}`,
  at: '2026-03-01T10:00:00Z',
  person: { key: `user:${n}`, emails: [email], profile: { fullName: 'Ada Popescu' } },
  body: { subject: `Number ${n}`, status: 'open' },
});
const told = (n: number, email: string) =>
  database.transaction((tx) => takeIn(tx, subjects, desk, [ticket(n, email)]));

const ada = '1,Ada,Popescu,ada@example.org,,Baker,Bakery,lead,Dan,2026-01-15 10:00,2026-02-01 09:00';
const bela = '2,Bela,Kovacs,bela@example.org,,Smith,Forge,lead,Dan,2026-01-15 10:00,2026-02-01 09:00';

describe('undoing an import', () => {
  it('leaves everything as if the import had not happened', async () => {
    await told(1, 'ada@example.org');
    const before = await dump(database);
    const id = await bring('a.csv', [ada, bela]);
    expect(await dump(database)).not.toEqual(before);
    expect(await undo(id)).toEqual({ ok: true, value: id });
    expect(await dump(database)).toEqual(before);
  });

  it('keeps what an earlier import said of the same people', async () => {
    await bring('first.csv', [ada]);
    const before = await dump(database);
    const id = await bring('second.csv', [
      ada.replace('Baker,Bakery', 'Master baker,').replace('2026-02-01', '2026-03-01'),
      bela,
    ]);
    expect(await dump(database)).not.toEqual(before);
    await undo(id);
    expect(await dump(database)).toEqual(before);
  });

  it('keeps what one of us said of somebody’s company, unless nobody else told that they are there', async () => {
    await bring('first.csv', [ada]);
    const leave = async (companyName: string): Promise<void> => {
      const [place] = await database.query<{ customerId: string; companyId: string }>(
        'SELECT a.customer_id AS "customerId", a.company_id AS "companyId" FROM affiliation a JOIN company c ON c.id = a.company_id WHERE c.name = $1',
        [companyName],
      );
      const by = { name: 'Sam', now: new Date('2026-06-01T10:00:00Z') };
      expect(await database.transaction((tx) => endAffiliation(tx, place!, '2026-05-31', by))).toMatchObject({
        ok: true,
      });
    };
    await leave('Bakery');
    const before = await dump(database);
    const id = await bring('second.csv', [ada.replace('Bakery', 'Mill').replace('2026-02-01', '2026-03-01')]);
    await leave('Mill');
    expect(await undo(id)).toMatchObject({ ok: true });
    expect(await dump(database)).toEqual(before);
  });

  it('takes back that two were merged in their source, with everything that went with them', async () => {
    await bring('people.csv', [ada, bela]);
    await told(1, 'bela@example.org');
    const now = async () => {
      const { membership, customer_redirect, import_run, ...rest } = await dump(database);
      return rest;
    };
    const before = await now();
    const path = join(folder, 'merges.csv');
    await writeFile(path, 'canonical_vid,vid_to_merge,timestamp\n1,2,2026-03-01 10:00\n');
    const { importId } = await importFiles(database, modules, { paths: [path] });
    expect(await database.query('SELECT 1 FROM customer WHERE merged_into IS NOT NULL')).toHaveLength(1);
    expect(await undo(importId)).toMatchObject({ ok: true });
    expect(await now()).toEqual(before);
    await importFiles(database, modules, { paths: [path] });
    expect(await database.query('SELECT 1 FROM customer WHERE merged_into IS NOT NULL')).toHaveLength(1);
  });

  it('lets the same file be imported again, with the same result', async () => {
    const id = await bring('again.csv', [ada, bela]);
    const first = await dump(database);
    await undo(id);
    await bring('again.csv', [ada, bela]);
    expect(await dump(database)).toEqual(first);
  });

  it('is done once, and only for imports that did something', async () => {
    const id = await bring('once.csv', [ada]);
    await undo(id);
    expect(await undo(id)).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
  });
});
