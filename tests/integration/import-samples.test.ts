import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/modules.ts';
import { importFiles } from '../../apps/api/src/modules/intake/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type Counted, counted } from '../support/counted-samples.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { samplesFolder } from '../support/samples.ts';

const folder = samplesFolder();
let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const sum = (counts: Record<string, number> = {}) => Object.values(counts).reduce((all, one) => all + one, 0);
const isImported = ({ format, refused }: Counted) => format !== null && !refused?.['not-imported'];
const everyFile = Object.entries(counted);

describe.skipIf(!folder)(
  'sample exports through the front door (skipped where they are not beside the checkout)',
  () => {
    it('are imported together, each with the numbers that a person counted, or refused with a reason', async () => {
      const report = await importFiles(database, modules, {
        paths: everyFile.map(([name]) => join(folder!, name)),
      });
      const files = new Map(report.files.map((file) => [file.name, file]));
      const found = everyFile.map(([name]) => {
        const { counts, problem, format, status } = files.get(name)!;
        return {
          name,
          format,
          status,
          rows: counts.rows,
          accepted: counts.accepted,
          rejected: counts.rejected,
          skipped: counts.skipped,
          problem,
        };
      });
      const byHand = everyFile.map(([name, hand]) => {
        const isRead = isImported(hand);
        const rejected = sum(hand.refused);
        return {
          name,
          format: hand.format,
          status: isRead ? 'DONE' : 'FAILED',
          rows: isRead ? hand.rows : 0,
          accepted: isRead ? hand.rows - rejected : 0,
          rejected: isRead ? rejected : 0,
          skipped: isRead ? sum(hand.skipped) : 0,
          problem: isRead ? null : expect.any(String),
        };
      });
      expect(found).toEqual(byHand);
    });

    it('change nothing when they are imported again', async () => {
      const report = await importFiles(database, modules, {
        paths: everyFile.map(([name]) => join(folder!, name)),
      });
      const { rows, unchanged, skipped, rejected } = report.totals;
      expect(unchanged + skipped + rejected).toBe(rows);
    });
  },
);
