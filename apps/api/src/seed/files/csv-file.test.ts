import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CsvFile, csvLine } from './csv-file.ts';
import { ROWS_IN_HAND } from './row-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ancora-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('CsvFile', () => {
  it('quotes what would break a row, and everything for a system that quotes everything', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', null, 0, false])).toBe(
      'a,"b,c","say ""hi""","two\nlines",,0,false',
    );
    expect(csvLine(['a', null], 'always')).toBe('"a",""');
  });

  it('writes every row once and in order, and never holds more than a handful', async () => {
    const path = join(folder, 'rows.csv');
    const csv = await CsvFile.create(path, ['n', 'text']);
    for (let n = 0; n < 3 * ROWS_IN_HAND + 7; n++) await csv.add({ n });
    await csv.file.close();
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines[0]).toBe('n,text');
    expect(lines.slice(1, -1)).toEqual(Array.from({ length: 3 * ROWS_IN_HAND + 7 }, (_, n) => `${n},`));
    expect(lines.at(-1)).toBe('');
    expect(csv.file.peakInHand).toBe(ROWS_IN_HAND);
  });
});
