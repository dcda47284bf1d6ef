import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#modules/access';
import { type Database, openDatabase } from '#platform/database';
import { connectAs } from '#platform/postgres';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { dump, emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { addFiles, lookAtFiles } from './add-files.ts';
import { changeReading } from './change-reading.ts';
import { unreadablesById } from './data/unreadable.ts';
import { subjectsOf } from './domain/subjects.ts';
import { importFiles } from './import-files.ts';
import { stopWork } from './import-work.ts';
import { prepareImport } from './prepare-import.ts';
import { resumeImports } from './resume-imports.ts';
import { saveSource } from './save-source.ts';
import { rowsInSet } from './work-on-import.ts';

let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  folder = await mkdtemp(join(tmpdir(), 'ancora-imports-'));
});
afterAll(async () => {
  await stopWork(database);
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(fresh.ownerUrl));

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

const now = new Date().toISOString();
const header =
  'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Lifecycle Stage,Contact owner,Create Date,Last Activity Date';
const contact = (n: number, more = '') =>
  `${n},Ada${n},Person${n},ada${n}@example.org,,Baker,Bakery ${n % 7},lead,Dan,2026-01-15 10:00,2026-02-01 09:00${more}`;

describe('importing files', () => {
  it('takes good rows in, gives bad rows back with line and reason, and counts each row once', async () => {
    const lines = [
      header,
      contact(1),
      ',No,Id,not a mail,,,,,,,',
      contact(2),
      contact(3, ',one cell too many'),
      contact(1),
    ];
    const path = await write('contacts.csv', `${lines.join('\n')}\n`);
    const report = await importFiles(database, modules, { paths: [path] });
    expect(report.status).toBe('DONE');
    expect(report.files[0]).toMatchObject({ format: 'hubspot-contacts', status: 'DONE' });
    const { totals } = report;
    expect(totals.rows).toBe(5);
    expect(totals.accepted + totals.rejected).toBe(5);
    expect(
      totals.created + totals.updated + totals.linked + totals.unsure + totals.unchanged + totals.skipped,
    ).toBe(totals.accepted);
    expect(totals).toMatchObject({ created: 2, unchanged: 1, rejected: 2 });
    const rejected = await database.query(
      'SELECT id, line, code, message, raw FROM unreadable ORDER BY line',
    );
    expect(rejected.map(({ line }) => line)).toEqual([3, 5]);
    // They are shown with their import, to whoever may read it: nobody finds them as signals by their ids.
    const byId = await unreadablesById(
      database,
      rejected.map(({ id }) => String(id)),
    );
    expect(byId).toEqual([null, null]);
  });

  it('tells in a dry run what would happen, and leaves nothing behind', async () => {
    const path = await write('dry.csv', `${[header, contact(1), contact(2), contact(1)].join('\n')}\n`);
    const before = await dump(database);
    const dry = await importFiles(database, modules, { paths: [path], dryRun: true });
    expect(await dump(database)).toEqual(before);
    expect(dry.status).toBe('CHECKED');
    const real = await importFiles(database, modules, { paths: [path] });
    expect(real.totals).toEqual(dry.totals);
  });

  it('says the second time that nothing changed', async () => {
    const path = await write('twice.csv', `${[header, contact(1), contact(2)].join('\n')}\n`);
    await importFiles(database, modules, { paths: [path] });
    const before = await dump(database);
    const again = await importFiles(database, modules, { paths: [path] });
    expect(again.totals).toMatchObject({ rows: 2, accepted: 2, unchanged: 2 });
    expect(await dump(database)).toEqual(before);
  });

  it('goes on where it was stopped and comes to the same as an import that nobody stopped', async () => {
    const rows = Array.from({ length: rowsInSet + 120 }, (_, n) =>
      n % 50 === 7 ? `,x${n},,,,,,,,,` : contact(n),
    );
    const path = await write('long.csv', `${[header, ...rows].join('\n')}\n`);
    const whole = await importFiles(database, modules, { paths: [path] });
    const expected = await dump(database);
    await emptyDatabase(fresh.ownerUrl);
    let asked = 0;
    const stopped = await importFiles(database, modules, { paths: [path], stopped: () => ++asked > 1 });
    expect(stopped).toMatchObject({ status: 'RUNNING', totals: { rows: rowsInSet } });
    expect(await resumeImports(database, modules)).toEqual([stopped.importId]);
    for (;;) {
      const [run] = await database.query<{ status: string }>('SELECT status FROM import_run');
      if (run?.status !== 'RUNNING') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [file] = await database.query<{ counts: object }>('SELECT counts FROM import_file');
    expect(file?.counts).toEqual(whole.totals);
    expect(await dump(database)).toEqual(expected);
  });

  it('goes on by itself when PostgreSQL breaks off every connection in the middle', async () => {
    const rows = Array.from({ length: rowsInSet + 120 }, (_, n) => contact(n));
    const path = await write('broken-off.csv', `${[header, ...rows].join('\n')}\n`);
    let asked = 0;
    let brokenOff: Promise<unknown> | undefined;
    const report = await importFiles(database, modules, {
      paths: [path],
      // It is asked before each set, so another is still to come.
      stopped: () => {
        if (++asked === 2)
          brokenOff = connectAs(fresh.adminUrl, (client) =>
            client.query(
              'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
            ),
          );
        return false;
      },
    });
    // Not left behind for the next test, whose connections it would break off.
    expect(await brokenOff).toMatchObject({ rowCount: expect.any(Number) });
    // Names that differ by a digit are doubted, never joined: each row is one customer, once.
    expect(report).toMatchObject({
      status: 'DONE',
      totals: { rows: rowsInSet + 120, accepted: rowsInSet + 120, linked: 0 },
    });
    expect(await database.query('SELECT count(*)::int AS customers FROM customer')).toEqual([
      { customers: rowsInSet + 120 },
    ]);
  });

  it('rejects the one row that cannot be recorded, with the reason, and takes in all others of its set', async () => {
    await connectAs(fresh.ownerUrl, (client) =>
      client.query(`
        CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF NEW.display_name = 'Ada700 Person700' THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$;
        CREATE TRIGGER refuse_one BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION refuse_one()`),
    );
    try {
      const rows = Array.from({ length: 770 }, (_, n) => contact(n));
      const path = await write('one-bad.csv', `${[header, ...rows].join('\n')}\n`);
      const report = await importFiles(database, modules, { paths: [path] });
      expect(report).toMatchObject({
        status: 'DONE',
        totals: { rows: rows.length, accepted: rows.length - 1, rejected: 1 },
      });
      expect(await database.query('SELECT line, code, message FROM unreadable')).toEqual([
        { line: 702, code: 'cannot-record', message: 'This row cannot be recorded: not this one' },
      ]);
      expect(await database.query('SELECT count(*)::int AS customers FROM customer')).toEqual([
        { customers: rows.length - 1 },
      ]);
    } finally {
      await connectAs(fresh.ownerUrl, (client) =>
        client.query('DROP TRIGGER refuse_one ON customer; DROP FUNCTION refuse_one()'),
      );
    }
  });

  it('refuses a file that nobody knows, and imports the others', async () => {
    const good = await write('good.csv', `${[header, contact(1)].join('\n')}\n`);
    const strange = await write('strange.csv', 'Flavour,Spoons\nvanilla,3\n');
    const report = await importFiles(database, modules, { paths: [strange, good] });
    expect(report.totals).toMatchObject({ rows: 1, accepted: 1 });
    expect(report.files.find(({ name }) => name === 'strange.csv')).toMatchObject({
      status: 'FAILED',
      problem: expect.stringContaining('strange.csv'),
    });
  });

  it('finds people by their national numbers once somebody says where those are dialled', async () => {
    const path = await write('national.csv', `${header}\n1,Ada,Conti,,06 698 12345,,,,,,\n`);
    const known = () =>
      database.query<{ value: string; weak: boolean }>(
        "SELECT value, weak FROM identifier WHERE kind = 'phone' ORDER BY value",
      );
    await importFiles(database, modules, { paths: [path] });
    expect(await known()).toEqual([{ value: '0669812345', weak: true }]);
    const again = await importFiles(database, modules, { paths: [path], unsaid: { phoneCountry: 'IT' } });
    expect(again.totals).toMatchObject({ rows: 1, updated: 1, created: 0 });
    expect(await known()).toContainEqual({ value: '+390669812345', weak: false });
  });

  it('gives amounts the currency that was said beside their file, and leaves those that have one', async () => {
    const path = await write(
      'deals.csv',
      'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Currency,Create Date\n1,Mixer,Qualified,Sales,100,,2026-01-15\n2,Oven,Qualified,Sales,200,RON,2026-01-15\n',
    );
    const report = await importFiles(database, modules, { paths: [path], unsaid: { currency: 'EUR' } });
    expect(report.files[0]).toMatchObject({ format: 'hubspot-deals', status: 'DONE' });
    expect(await database.query('SELECT name, currency FROM deal ORDER BY name')).toEqual([
      { name: 'Mixer', currency: 'EUR' },
      { name: 'Oven', currency: 'RON' },
    ]);
  });

  it('is read as its source has it where nobody said anything beside the file', async () => {
    await database.transaction((tx) =>
      saveSource(tx, systemActor(), ['hubspot'], {
        key: 'hubspot',
        system: 'hubspot',
        phoneCountry: 'IT',
        timeZone: 'Europe/Rome',
      }),
    );
    const path = await write('by-source.csv', `${header}\n1,Ada,Conti,,06 698 12345,,,,,,\n`);
    await importFiles(database, modules, { paths: [path] });
    expect(await database.query("SELECT value FROM identifier WHERE kind = 'phone' AND NOT weak")).toEqual([
      { value: '+390669812345' },
    ]);
    expect(await database.query("SELECT reading->>'timeZone' AS zone FROM import_file")).toEqual([
      { zone: 'Europe/Rome' },
    ]);
  });

  it.each([
    [{ phoneCountry: 'ITA' }, '“ITA” is no country'],
    [{ currency: 'EURO' }, '“EURO” is no currency'],
    [{ timeZone: 'Rome' }, '“Rome” is no time zone'],
  ])('refuses %j beside a file before anything is read', async (unsaid, message) => {
    const path = await write('unsaid.csv', `${header}\n${contact(1)}\n`);
    await expect(importFiles(database, modules, { paths: [path], unsaid })).rejects.toThrow(message);
    expect(await database.query('SELECT 1 FROM import_file')).toEqual([]);
  });

  it('remembers what was said beside a file for the next one with its header, until it is taken back', async () => {
    const path = await write('again.csv', `${header}\n${contact(1)}\n`);
    const look = () =>
      database.query<{ id: string; reading: Record<string, unknown> }>(
        'SELECT id, reading FROM import_file ORDER BY id DESC LIMIT 1',
      );
    const change = async (part: { phoneCountry: string }) => {
      const subjects = subjectsOf(modules);
      await database.transaction(async (tx) => {
        const [file] = await lookAtFiles(tx, subjects, [{ path, name: 'again.csv', fileTime: now }], folder);
        const fileIds = await addFiles(tx, [file!], null);
        await prepareImport(tx, subjects, fileIds, null);
        const changed = await changeReading(tx, subjects, { fileId: fileIds[0]!, ...part });
        expect(changed.ok).toBe(true);
      });
    };
    await change({ phoneCountry: 'IT' });
    expect((await look())[0]?.reading).toMatchObject({ phoneCountry: 'IT' });
    await importFiles(database, modules, { paths: [path], dryRun: true });
    expect((await look())[0]?.reading).toMatchObject({ phoneCountry: 'IT' });
    await change({ phoneCountry: '' });
    await importFiles(database, modules, { paths: [path], dryRun: true });
    expect((await look())[0]?.reading).not.toHaveProperty('phoneCountry');
  });
});
