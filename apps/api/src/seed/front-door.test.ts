import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityFormats } from '../modules/activity/domain/formats/index.ts';
import { contentFormats } from '../modules/content/domain/formats/index.ts';
import { identityFormats } from '../modules/identity/domain/formats/index.ts';
import { detectFormat } from '../modules/intake/domain/reading/detect-format.ts';
import { isBadRow } from '../modules/intake/domain/reading/file.ts';
import { openFile } from '../modules/intake/domain/reading/open-file.ts';
import { marketingFormats } from '../modules/marketing/domain/formats/index.ts';
import { csvPromises } from '../modules/promises/domain/formats/csv-promises.ts';
import { salesFormats } from '../modules/sales/domain/formats/index.ts';
import { supportFormats } from '../modules/support/domain/formats/index.ts';
import { csvAnswers, csvReviews } from '../modules/voice/domain/formats/csv-answers.ts';
import { type DemoFiles, writeDemoFiles } from './index.ts';

const formats = [
  identityFormats,
  marketingFormats,
  salesFormats,
  supportFormats,
  activityFormats,
  contentFormats,
  [csvPromises, csvAnswers, csvReviews],
].flat();
const reading = {
  dateOrder: 'YMD',
  decimal: '.',
  timeZone: 'UTC',
  fileTime: '2026-05-20T00:00:00Z',
} as const;

const folder = await mkdtemp(join(tmpdir(), 'ancora-front-door-'));
let demo: DemoFiles;
beforeAll(async () => {
  demo = await writeDemoFiles(folder, { people: 250, seed: 2, today: new Date('2026-05-20') });
});
afterAll(() => rm(folder, { recursive: true }));

describe('the files of the demo at the front door', () => {
  it('are all recognised for what they are, and not a row of them is refused', async () => {
    for (const { path, source, rows } of demo.files) {
      const name = basename(path);
      const opened = await openFile({ name, open: () => createReadStream(path) });
      if (!opened.ok) throw new Error(`${name}: ${opened.refusal.message}`);
      const { header } = opened.value;
      const format = detectFormat(formats, header)[0]?.format;
      expect(format?.system, name).toBe(source);
      expect(format?.notImported, name).toBeUndefined();
      let read = 0;
      for await (const piece of opened.value.pieces())
        for (const row of piece) {
          read++;
          const answer = isBadRow(row) ? row : format!.read(row, reading, header);
          if ('refusal' in answer) expect.fail(`${name}, line ${row.line}: ${answer.refusal.message}`);
          if ('skipped' in answer) expect(answer.skipped, name).toContain('colleague');
        }
      expect(read, name).toBe(rows);
    }
  });

  it('do not let the truth about who is who be imported by mistake', () => {
    const truth = detectFormat(formats, {
      fileName: 'truth.csv',
      columns: ['source', 'kind', 'source_key', 'person', 'household', 'story'],
    });
    expect(truth).toEqual([]);
  });
});
