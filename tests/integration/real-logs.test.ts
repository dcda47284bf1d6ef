import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import type { Format, ReadOptions, Signal } from '../../apps/api/src/modules/house/index.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = [process.env.ANCORA_SAMPLES, join(root, '../shared/data')]
  .flatMap((base) => (base ? [join(base, 'cx')] : []))
  .find((each) => existsSync(each));
const formats = modules.flatMap((module) => module.formats ?? []);
const options: ReadOptions = {
  dateOrder: 'DMY',
  decimal: '.',
  timeZone: 'UTC',
  fileTime: '2026-01-01T00:00:00Z',
};

interface Told {
  format: Format;
  rows: number;
  skipped: number;
}

/** Reads a whole file as the front door would: recognised by its header, row by row. */
async function tell(
  name: string,
  each: (signal: Signal, cells: Record<string, string>) => void,
): Promise<Told> {
  const rows = createReadStream(join(folder!, name))
    .pipe(createGunzip())
    .pipe(parse({ columns: true, bom: true }));
  let told: Told | undefined;
  for await (const cells of rows) {
    const header = { fileName: name, columns: Object.keys(cells) };
    told ??= {
      format: formats
        .map((format) => ({ format, sure: format.recognise(header) }))
        .sort((a, b) => b.sure - a.sure)[0]!.format,
      rows: 0,
      skipped: 0,
    };
    told.rows += 1;
    const answer = told.format.read({ cells, line: told.rows + 1 }, options, header);
    if ('refusal' in answer) throw new Error(`row ${told.rows}: ${answer.refusal.message}`);
    if ('skipped' in answer) told.skipped += 1;
    else for (const signal of answer.signals) each(signal, cells);
  }
  return told!;
}

describe.skipIf(folder === undefined)('real logs (skipped where the data of others are not at hand)', () => {
  it('the Italian help-desk: 4,580 cases, 21,348 events, 14 activities, 226 variants', async () => {
    const cases = new Map<string, { at: string; place: number; activity: string }[]>();
    const customers = new Set<string>();
    const told = await tell('helpdesk-italian/helpdesk.csv.gz', ({ at, person, body }) => {
      const { caseKey, activity, place } = body as { caseKey: string; activity: string; place: number };
      cases.set(caseKey, [...(cases.get(caseKey) ?? []), { at, place, activity }]);
      if (person?.key) customers.add(person.key);
    });
    expect(told).toMatchObject({ format: { name: 'csv-event-log' }, rows: 21_348, skipped: 0 });
    expect(cases.size).toBe(4_580);
    const events = [...cases.values()];
    expect(new Set(events.flat().map(({ activity }) => activity)).size).toBe(14);
    const variants = new Map<string, number>();
    for (const each of events) {
      const variant = each
        .sort((a, b) => a.place - b.place)
        .map(({ activity }) => activity)
        .join(' → ');
      variants.set(variant, (variants.get(variant) ?? 0) + 1);
    }
    expect(variants.size).toBe(226);
    expect(Math.max(...variants.values())).toBe(2_366);
    expect(Math.max(...events.map(({ length }) => length))).toBe(15);
    // Seven cases name a second customer: 394 first ones, and those.
    expect(customers.size).toBeGreaterThanOrEqual(394);
  });

  it('the incidents: the service level is kept less with each hand-over, from 78.4 to 25.0 %', async () => {
    const last = new Map<string, { kept: boolean; handed: number }>();
    const told = await tell('servicenow-incidents/incident_event_log.csv.gz', ({ body }) => {
      const { caseKey, attributes } = body as { caseKey: string; attributes: Record<string, string> };
      last.set(caseKey, {
        kept: attributes.made_sla === 'true',
        handed: Math.min(3, Number(attributes.reassignment_count)),
      });
    });
    expect(told).toMatchObject({ format: { name: 'csv-event-log' }, rows: 141_712 });
    expect(last.size).toBe(24_918);
    const share = [0, 1, 2, 3].map((handed) => {
      const some = [...last.values()].filter((one) => one.handed === handed);
      return Math.round((1000 * some.filter(({ kept }) => kept).length) / some.length) / 10;
    });
    expect(share).toEqual([78.4, 57.1, 39.9, 25.0]);
  });

  it('the retailer: 4,372 customers, and what came back is told apart', async () => {
    const [customers, invoices, back] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const told = await tell('online-retail/online_retail.csv.gz', ({ person, subjectKey, body }) => {
      customers.add(person!.key!);
      invoices.add(subjectKey);
      if ((body as { status?: string }).status === 'returned') back.add(subjectKey);
    });
    expect(told).toMatchObject({ format: { name: 'csv-order-lines' }, rows: 541_909, skipped: 135_080 });
    expect([customers.size, invoices.size, back.size]).toEqual([4_372, 22_190, 3_654]);
  }, 180_000);
});
