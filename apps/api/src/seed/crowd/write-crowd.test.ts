import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordId } from './record-ids.ts';
import { Shuffle } from './shuffle.ts';
import { type Crowd, type CrowdOptions, writeCrowd } from './write-crowd.ts';

type Row = Record<string, string>;
const folder = await mkdtemp(join(tmpdir(), 'ancora-crowd-'));
afterAll(() => rm(folder, { recursive: true }));
const write = (name: string, options: Partial<CrowdOptions> = {}): Promise<Crowd> =>
  writeCrowd(join(folder, name), { records: 3_000, seed: 5, profile: 'crm', ...options });
const text = (name: string, file: string) => readFile(join(folder, name, file), 'utf8');
const table = async (name: string, file: string): Promise<Row[]> =>
  parse(await text(name, file), { columns: true });
const FILES = [
  'people.csv',
  'people-truth.csv',
  'people-map.json',
  'firms.csv',
  'firms-truth.csv',
  'firms-map.json',
  'README.md',
];

/** The pairs of records of one person that have this column filled and equal, of all such pairs. */
async function agreement(name: string, column: string): Promise<number> {
  const rows = new Map((await table(name, 'people.csv')).map((row) => [row.record_id, row]));
  const byPerson = new Map<string, Row[]>();
  for (const { record_id, person_id } of await table(name, 'people-truth.csv'))
    byPerson.set(person_id!, [...(byPerson.get(person_id!) ?? []), rows.get(record_id!)!]);
  let pairs = 0;
  let equal = 0;
  for (const own of byPerson.values())
    for (const [n, one] of own.entries())
      for (const other of own.slice(n + 1)) {
        if (!one[column] || !other[column]) continue;
        pairs++;
        if (one[column].toLowerCase() === other[column].toLowerCase()) equal++;
      }
  return equal / pairs;
}

describe('the files of a crowd', () => {
  let crowd: Crowd;
  beforeAll(async () => {
    crowd = await write('one');
  });

  it('are the same bytes for the same seed', async () => {
    await write('again');
    for (const file of FILES) expect(await text('again', file), file).toBe(await text('one', file));
    expect(crowd.files.map((path) => path.split('/').pop()).sort()).toEqual([...FILES].sort());
  });

  it('hold nobody twice between two seeds', async () => {
    await write('other', { seed: 6 });
    const people = async (name: string) =>
      new Set((await table(name, 'people-truth.csv')).map(({ person_id }) => person_id));
    const others = await people('other');
    expect([...(await people('one'))].filter((person) => others.has(person))).toEqual([]);
    const who = ({ given_name, family_name, birth_date, street }: Row) =>
      given_name && family_name && birth_date && street
        ? `${given_name} ${family_name} ${birth_date} ${street}`
        : '';
    const seen = new Set((await table('other', 'people.csv')).map(who));
    expect((await table('one', 'people.csv')).map(who).filter((each) => each && seen.has(each))).toEqual([]);
  });

  it('say of each record once whose it is, and of each person which household', async () => {
    for (const kind of ['people', 'firms']) {
      const records = (await table('one', `${kind}.csv`)).map(({ record_id }) => record_id);
      const truth = await table('one', `${kind}-truth.csv`);
      expect(truth.map(({ record_id }) => record_id)).toEqual(records);
      expect(new Set(records).size).toBe(records.length);
      const households = new Map<string, string>();
      for (const { person_id, household_id } of truth) {
        const known = households.get(person_id!) ?? household_id!;
        if (known !== household_id) expect(household_id, person_id).toBe(known);
        households.set(person_id!, known);
      }
    }
    expect((await table('one', 'people.csv')).length).toBe(3_000);
    expect(crowd.records).toBe(3_000);
  });

  it('come with a map that names columns they have', async () => {
    for (const kind of ['people', 'firms']) {
      const map = JSON.parse(await text('one', `${kind}-map.json`));
      const columns = Object.keys((await table('one', `${kind}.csv`))[0]!);
      expect(columns).toContain(map.id);
      expect(columns).toContain(map.source.column);
      for (const column of Object.values(map.fields).flat()) expect(columns).toContain(column);
    }
  });

  it('come from five systems, and no two rows of one person stand together more often than by chance', async () => {
    expect(Object.keys(crowd.bySource).sort()).toEqual(['crm', 'desk', 'newsletter', 'shop', 'store']);
    const truth = await table('one', 'people-truth.csv');
    const together = truth.filter(({ person_id }, n) => truth[n + 1]?.person_id === person_id).length;
    expect(together).toBeLessThan(12);
  });

  it('know most people from more than one record, and a third from one alone', async () => {
    const counts = new Map<string, number>();
    for (const { person_id } of await table('one', 'people-truth.csv'))
      counts.set(person_id!, (counts.get(person_id!) ?? 0) + 1);
    const alone = [...counts.values()].filter((count) => count === 1).length / counts.size;
    expect(alone).toBeGreaterThan(0.22);
    expect(alone).toBeLessThan(0.42);
    expect(3_000 / counts.size).toBeGreaterThan(2.1);
    expect(3_000 / counts.size).toBeLessThan(3);
  });

  it('have mailboxes that reach nobody, unless the providers of life are asked for', async () => {
    const mails = (await table('one', 'people.csv'))
      .map(({ email }) => email!.trim())
      .filter((email) => email.includes('@'));
    const reaching = mails.filter((email) => !/\.example$/i.test(email));
    // Slips in the last part, and words that say nothing.
    expect(reaching.length / mails.length).toBeLessThan(0.03);
    await write('real', { providers: 'real', records: 500 });
    expect(await text('real', 'people.csv')).toContain('@gmail.com');
  });

  it('agree less and less on mailboxes and names as the profile grows harsher', async () => {
    for (const profile of ['mild', 'harsh'] as const) await write(profile, { profile });
    const mail = [];
    const family = [];
    for (const name of ['mild', 'one', 'harsh']) {
      mail.push(await agreement(name, 'email'));
      family.push(await agreement(name, 'family_name'));
    }
    expect(mail).toEqual([...mail].sort((a, b) => b - a));
    expect(family).toEqual([...family].sort((a, b) => b - a));
    expect(family[0]!).toBeGreaterThan(0.85);
    expect(family[2]!).toBeLessThan(0.82);
  });

  it('hold nobody who was a child when the record was made, but for wrong birthdays', async () => {
    const dated = (await table('one', 'people.csv')).filter(({ birth_date }) => birth_date);
    const children = dated.filter(
      ({ birth_date, recorded_on }) =>
        Number(recorded_on!.slice(0, 4)) - Number(birth_date!.slice(0, 4)) < 15,
    );
    expect(children.length / dated.length).toBeLessThan(0.01);
  });

  it('let one in three hundred records hold a word that says nothing in the place of a number', async () => {
    const phones = (await table('one', 'people.csv')).map(({ phone }) => phone!.replace(/\D/g, ''));
    const nothing = phones.filter((phone) => /^(0+|1+|9+|0?123456789|1234567890)$/.test(phone)).length;
    expect(nothing / 3_000).toBeGreaterThan(0.001);
    expect(nothing / 3_000).toBeLessThan(0.012);
  });

  it('refuse what is no number of records and no profile, and write nothing', async () => {
    await expect(write('bad', { records: 0 })).rejects.toThrow('whole number of records');
    await expect(write('bad', { seed: 1.5 })).rejects.toThrow('seed');
    await expect(write('bad', { profile: 'wild' as never })).rejects.toThrow('mild, crm, harsh, adversarial');
    await expect(text('bad', 'people.csv')).rejects.toThrow('ENOENT');
  });
});

describe('what keeps records apart', () => {
  it('names a quarter of a million records without naming two alike', () => {
    const names = new Set<string>();
    for (let n = 0; n < 250_000; n++) names.add(recordId(9, n, 'r'));
    expect(names.size).toBe(250_000);
  });

  it('gives out everything that went in once, and holds no more than its window', () => {
    const shuffle = new Shuffle<number>(3, 100);
    const out: number[] = [];
    for (let n = 0; n < 1_000; n++) {
      const one = shuffle.pass(n);
      if (one !== undefined) out.push(one);
      expect(n + 1 - out.length).toBeLessThanOrEqual(100);
    }
    out.push(...shuffle.rest());
    expect([...out].sort((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
    expect(out.filter((n, place) => out[place + 1] === n + 1).length).toBeLessThan(30);
  });
});
