import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveFiles } from './resolve-files.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ancora-resolve-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const map = (extra: object = {}) =>
  put(
    'map.json',
    JSON.stringify({
      id: 'key',
      fields: { given_name: 'first', family_name: 'last', email: 'mail' },
      ...extra,
    }),
  );
const people = `key,first,last,mail
1,Ada,Byron,ada.byron@engines.example
2,Ada,Byron,ada.byron@engines.example
3,Grace,Hopper,grace@navy.example
`;
const resolve = async (files: string[], mapFile?: string) =>
  resolveFiles({
    files,
    map: mapFile ?? (await map()),
    out: join(folder, 'out.csv'),
    decisions: join(folder, 'pairs.csv'),
  });
const clusters = async () => {
  const [header, ...lines] = (await readFile(join(folder, 'out.csv'), 'utf8')).trim().split('\n');
  expect(header).toBe('record_id,cluster_id');
  return new Map(lines.map((line) => line.split(',') as [string, string]));
};

describe('resolving files without a database', () => {
  it('puts the two records of one woman together and leaves the other alone', async () => {
    const report = await resolve([await put('people.csv', people)]);
    expect(report).toMatchObject({ records: 3, clusters: 2, heldClusters: 0 });
    const found = await clusters();
    expect(found.get('1')).toBe(found.get('2'));
    expect(found.get('3')).not.toBe(found.get('1'));
    expect(await readFile(join(folder, 'pairs.csv'), 'utf8')).toMatch(/^a,b,probability,outcome\n/);
  });

  it('reads packed JSON lines as it reads a table, and tells files apart by their names', async () => {
    const lines = [
      { key: 1, first: 'Ada', last: 'Byron', mail: 'ada.byron@engines.example' },
      { key: '2', first: null, last: 'Hopper', mail: ['grace@navy.example'] },
    ];
    const packed = await put('shop.jsonl.gz', gzipSync(lines.map((line) => JSON.stringify(line)).join('\n')));
    await resolve([await put('people.csv', people), packed]);
    const found = await clusters();
    expect([...found.keys()].sort()).toEqual(['people:1', 'people:2', 'people:3', 'shop:1', 'shop:2']);
    expect(found.get('people:1')).toBe(found.get('shop:1'));
  });

  it.each<[string, string, () => Promise<string[]>, RegExp]>([
    ['a file that is not there', '', async () => [join(folder, 'none.csv')], /There is no file/],
    [
      'a column that is not there',
      '',
      async () => [await put('a.csv', 'key,first\n1,Ada\n')],
      /no column "last", "mail"/,
    ],
    [
      'an id that comes twice',
      '',
      async () => [await put('a.csv', `${people}1,Ada,Byron,\n`)],
      /Two records have the id 1/,
    ],
    [
      'a record without an id',
      '',
      async () => [await put('a.csv', `${people},Ada,Byron,\n`)],
      /Record 4 of .* has no id/,
    ],
    [
      'a line that is no JSON',
      '',
      async () => [await put('a.jsonl', '{"key":1}\n{nope\n')],
      /Line 2 of .* is not JSON/,
    ],
    [
      'a file cut short',
      '',
      async () => [await put('a.csv.gz', gzipSync(people).subarray(0, 30))],
      /cannot be read/,
    ],
    ['an empty file', '', async () => [await put('a.csv', '')], /is empty/],
    [
      'a map that names no fields',
      '{"fields":{}}',
      async () => [await put('a.csv', people)],
      /names no fields/,
    ],
    [
      'a map with a word it does not know',
      '{"feilds":{}}',
      async () => [await put('a.csv', people)],
      /The map is not right/,
    ],
  ])('says in a sentence what is wrong with %s, and writes nothing', async (_, mapText, files, message) => {
    const mapFile = mapText ? await put('other.json', mapText) : await map();
    const list = await files();
    const before = (await readdir(folder)).sort();
    await expect(resolve(list, mapFile)).rejects.toThrow(message);
    expect((await readdir(folder)).sort()).toEqual(before);
  });

  it('says so when it cannot write where it is told to, and leaves nothing behind', async () => {
    const wish = {
      files: [await put('a.csv', people)],
      map: await map(),
      out: join(folder, 'a.csv', 'out.csv'),
      decisions: join(folder, 'pairs.csv'),
    };
    await expect(resolveFiles(wish)).rejects.toThrow(/cannot be written/);
    expect((await readdir(folder)).sort()).toEqual(['a.csv', 'map.json']);
  });

  it('takes files of which each has some of the columns, and names a column that none has', async () => {
    const one = await put('one.csv', 'id,first,last,mail\n1,Ada,Byron,ada@x.ro\n');
    const other = await put('other.jsonl', '{"id":"1","first":"Ada","last":"Byron","tel":"0721"}\n');
    const fields = { given_name: 'first', family_name: 'last', email: 'mail', phone: 'tel' };
    const both = await put('both.json', JSON.stringify({ id: 'id', fields }));
    const report = await resolve([one, other], both);
    expect(report.records).toBe(2);
    const slip = await put('slip.json', JSON.stringify({ id: 'id', fields: { ...fields, city: 'town' } }));
    await expect(resolve([one, other], slip)).rejects.toThrow(/None of the files has a column "town"/);
  });

  it('leaves what was there before when it cannot finish', async () => {
    const out = await put('out.csv', 'record_id,cluster_id\nold,1\n');
    await expect(resolve([join(folder, 'none.csv')])).rejects.toThrow();
    expect(await readFile(out, 'utf8')).toContain('old');
  });
});
