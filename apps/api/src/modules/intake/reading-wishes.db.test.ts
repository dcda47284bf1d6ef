import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { emptyDatabase } from '../../../../../tests/support/dump.ts';
import { modules } from '../../app/modules.ts';
import { changeReading } from './change-reading.ts';
import { subjectsOf } from './domain/subjects.ts';
import { type ImportOrder, importFiles } from './import-files.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
let database: Database;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  folder = await mkdtemp(join(tmpdir(), 'ancora-wishes-'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});
beforeEach(() => emptyDatabase(fresh.ownerUrl));

async function brought(
  files: Record<string, string | Buffer>,
  { wish, ...order }: Pick<ImportOrder, 'wish' | 'kind' | 'dryRun'> = {},
) {
  const paths: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, text);
    paths.push(path);
  }
  return importFiles(database, modules, { paths, ...order, ...(wish ? { wish } : {}) });
}

const audience =
  'Email Address,First Name,Last Name,OPTIN_TIME,OPTIN_IP,LEID,EUID\nada@firm.example,Ada,Conti,2026-01-01 10:00:00,192.0.2.1,1,a1\n';
const left = audience.replace('EUID\n', 'EUID,UNSUB_TIME\n').replace('a1\n', 'a1,2026-03-01 10:00:00\n');
const consents = () => database.query<{ state: string }>('SELECT state FROM consent_entry ORDER BY state');

describe('a file of an audience whose name says nothing', () => {
  it('touches nobody’s consent, and says that it does not know which one it is', async () => {
    const report = await brought({ 'export.csv': audience });
    expect(report.files[0]).toMatchObject({
      format: 'mailchimp-audience',
      status: 'DONE',
      audience: { file: null, by: null },
    });
    expect(await consents()).toEqual([]);
  });

  it.each([
    ['subscribed', 'granted'],
    ['unsubscribed', 'withdrawn'],
    ['cleaned', 'withdrawn'],
  ])('is read as the one that somebody says: %s, %s', async (audienceFile, state) => {
    const report = await brought({ 'export.csv': audience }, { wish: { audienceFile } });
    expect(report.files[0]?.audience).toEqual({ file: audienceFile, by: 'person' });
    expect(await consents()).toEqual([{ state }]);
  });

  it('is asked about again the next time: another file with the same columns may be another one', async () => {
    const { importId, files } = await brought({ 'export.csv': audience }, { dryRun: true });
    const changed = await database.transaction((tx) =>
      changeReading(tx, subjects, { fileId: files[0]!.id, audienceFile: 'subscribed' }),
    );
    expect(changed).toMatchObject({ ok: true, value: importId });
    const again = await brought({ 'export.csv': audience }, { dryRun: true });
    expect(again.files[0]?.audience).toEqual({ file: null, by: null });
  });

  it('is not what somebody says when its columns say otherwise', async () => {
    await expect(
      brought({ 'export.csv': left }, { wish: { audienceFile: 'subscribed' } }),
    ).rejects.toMatchObject({
      field: 'audienceFile',
      message: expect.stringContaining('export.csv'),
    });
    expect((await brought({ 'export.csv': left })).files[0]?.audience).toEqual({
      file: 'unsubscribed',
      by: 'columns',
    });
    expect(await consents()).toEqual([{ state: 'withdrawn' }]);
  });

  it('is brought by itself: what is said of one is not said of another', async () => {
    const two = { 'one.csv': audience, 'two.csv': audience };
    await expect(brought(two, { wish: { audienceFile: 'subscribed' } })).rejects.toThrow('one.csv, two.csv');
    const none = { 'people.csv': 'E-mail,Name\nada@firm.example,Ada\n' };
    await expect(brought(none, { wish: { audienceFile: 'subscribed' } })).rejects.toThrow(
      'None of these files',
    );
  });
});

describe('how a file is written, as the operator says it', () => {
  const known = () => database.query('SELECT display_name AS name FROM customer');

  it('is believed from the first look on: letters and what stands between cells', async () => {
    const text = 'Nume|Adresa email\nȘerban; Țepeș|serban@firm.example\n';
    const bytes = Buffer.from([...text].map((c) => ({ Ș: 0xaa, Ț: 0xde, ș: 0xba })[c] ?? c.charCodeAt(0)));
    const wish = { encoding: 'iso-8859-2', separator: '|' };
    const report = await brought({ 'people.csv': bytes }, { wish, dryRun: true });
    expect(report.files[0]).toMatchObject({ format: 'csv-people', counts: { accepted: 1 } });
    expect(await database.query("SELECT reading->>'encoding' AS encoding FROM import_file")).toEqual([
      { encoding: 'iso-8859-2' },
    ]);
  });

  it('sends the columns of any table where a mapping says, and forgets it after this import', async () => {
    const table = 'Wer,Post,Tag\nAda Conti,ada@firm.example,03.02.2026\n';
    const mapping = { fullName: 'Wer', email: 'Post', changedAt: 'Tag' };
    const report = await brought({ 'leute.csv': table }, { wish: { mapping, dateOrder: 'DMY' } });
    expect(report.files[0]).toMatchObject({ format: 'csv-people', counts: { rows: 1, created: 1 } });
    expect(await known()).toEqual([{ name: 'Ada Conti' }]);
    expect(await database.query('SELECT FROM column_mapping')).toEqual([]);
  });

  it.each([
    [{ encoding: 'latin' }, 'encoding', 'encoding must be one of utf-8'],
    [{ separator: '/' }, 'separator', 'separator must be one of , ; tab |'],
    [{ dateOrder: 'DYM' }, 'dateOrder', 'dateOrder must be one of'],
    [{ decimal: 'x' }, 'decimal', 'decimal must be one of'],
    [{ audienceFile: 'all' }, 'audienceFile', 'must be one of subscribed unsubscribed cleaned nonsubscribed'],
    [{ mapping: ['email'] }, 'mapping', 'A mapping names'],
    [{ mapping: { mail: 'Post' } }, 'mapping', 'There is no field “mail”'],
    [{ mapping: { email: 'Adresse' } }, 'mapping', 'leute.csv has no column “Adresse”; it has Wer, Post.'],
  ])('is refused when it cannot be meant: %j', async (wish, field, message) => {
    await expect(
      brought({ 'leute.csv': 'Wer,Post\nAda,ada@firm.example\n' }, { wish }),
    ).rejects.toMatchObject({ field, message: expect.stringContaining(message) });
    expect(await database.query('SELECT FROM import_file')).toEqual([]);
  });

  it('does not map columns that are known', async () => {
    await expect(
      brought(
        { 'export.csv': audience },
        { kind: 'mailchimp-audience', wish: { mapping: { email: 'LEID' } } },
      ),
    ).rejects.toThrow('The columns of export.csv are known');
  });
});
