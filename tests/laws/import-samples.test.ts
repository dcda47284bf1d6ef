import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadRow, Signal } from '../../apps/api/src/modules/house/index.ts';
import { detectFormat } from '../../apps/api/src/modules/intake/domain/reading/detect-format.ts';
import { isBadRow } from '../../apps/api/src/modules/intake/domain/reading/file.ts';
import { openFile } from '../../apps/api/src/modules/intake/domain/reading/open-file.ts';
import { counted } from '../support/counted-samples.ts';
import { complaintsOf, formats } from '../support/formats-and-bodies.ts';
import { rowsOf } from '../support/rows-of.ts';
import { samplesFolder } from '../support/samples.ts';

const folder = samplesFolder();

async function read(fileName: string) {
  const opened = await openFile({ name: fileName, open: () => createReadStream(join(folder!, fileName)) });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const { header, writing } = opened.value;
  const format = detectFormat(formats, header)[0]?.format;
  const options = { ...writing, timeZone: 'UTC', fileTime: '2026-06-01T00:00:00.000Z' };
  const answers: ReadRow[] = [];
  for await (const row of rowsOf(opened.value)) {
    if (isBadRow(row)) answers.push({ refusal: row.refusal });
    else
      answers.push(format?.read(row, options, header) ?? { refusal: { code: 'unknown-shape', message: '' } });
  }
  return { opened: opened.value, format, answers };
}

const signalsOf = (answers: ReadRow[]): Signal[] =>
  answers.flatMap((answer) => ('signals' in answer ? answer.signals : []));
const tally = (words: string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

describe.skipIf(!folder)(
  'exports of other systems (skipped where the samples are not beside the checkout)',
  () => {
    it('are all in the table, each file of the folder', () => {
      expect(Object.keys(counted).sort()).toEqual(
        readdirSync(folder!)
          .filter((name) => name !== 'SOURCES.md')
          .sort(),
      );
    });

    it.each(Object.entries(counted))(
      '%s says what a person counted in it',
      async (fileName, { format: expected, rows, ...hand }) => {
        const { format, answers } = await read(fileName);
        expect(format?.name ?? null).toBe(expected);
        const found = {
          signals: tally(signalsOf(answers).map(({ kind }) => kind)),
          skipped: tally(answers.flatMap((answer) => ('skipped' in answer ? [answer.skipped] : []))),
          refused: tally(answers.flatMap((answer) => ('refusal' in answer ? [answer.refusal.code] : []))),
        };
        const byHand = expected ? hand : { refused: { 'unknown-shape': rows } };
        expect({ rows: answers.length, ...found }).toEqual({
          rows,
          signals: {},
          skipped: {},
          refused: {},
          ...byHand,
        });
        if (format?.notImported) expect(hand.signals).toBeUndefined();
      },
    );

    it.each(Object.keys(counted))('%s gives signals that their subjects understand', async (fileName) => {
      const { answers } = await read(fileName);
      for (const signal of signalsOf(answers)) {
        expect(signal.eventId.length).toBeLessThanOrEqual(255);
        expect(signal.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(complaintsOf(signal)).toEqual([]);
      }
    });

    it('reads one contact, deal, ticket and consent to the letter', async () => {
      const first = async (fileName: string, subjectKey: string) =>
        signalsOf((await read(fileName)).answers).find((signal) => signal.subjectKey === subjectKey);
      expect(await first('hubspot_ui_contacts.csv', 'contact:902')).toMatchObject({
        at: '2026-03-15T14:30:00.000Z',
        person: {
          emails: ['BOB.SMITH@EXAMPLE.COM'],
          phones: ['(555) 010-1234'],
          profile: { lifecycle: 'customer' },
        },
        companies: [{ key: 'company:9002', name: 'Acme Corp' }, { key: 'company:9003' }],
      });
      expect(await first('hubspot_ui_deals.csv', 'deal:7002')).toMatchObject({
        person: { key: 'contact:902' },
        others: [{ key: 'contact:903' }],
        body: { stageName: 'closedwon', amount: 25000, closeDate: '2026-06-30' },
      });
      expect(await first('hubspot_ui_deals.csv', 'deal:7003')).toMatchObject({
        companies: [{ name: 'Acme Corp' }],
        body: { stageName: 'Contract Sent (old stage)', closeDate: '2026-12-31' },
      });
      expect(await first('zendesk_api_tickets.json', 'ticket:2')).toMatchObject({
        at: '2019-06-05T01:13:24.000Z',
        person: { key: 'user:377922500012', emails: ['user1@example.com'] },
        body: { status: 'solved', channel: 'email', openedAt: '2019-06-03T02:23:47.000Z' },
      });
      const member = 'member:7f8c9d9bb93aa67f1d01b7c51a29b32a';
      const consents = signalsOf((await read('mailchimp_ui_subscribed.csv')).answers).filter(
        ({ kind }) => kind === 'consent',
      );
      expect(consents).toMatchObject([
        {
          at: '2026-01-10T10:31:12.000Z',
          body: {
            state: 'granted',
            evidence: { confirmedAt: '2026-01-10T10:31:12.000Z', confirmedAddress: '192.0.2.1' },
          },
        },
      ]);
      expect(consents[0]?.person?.key).toHaveLength(member.length);
      expect(await first('salesforce_export_Case.csv', 'case:500000000000001AAA')).toMatchObject({
        person: { key: 'contact:003000000000001AAA' },
        companies: [{ key: 'account:001000000000001AAA' }],
        body: {
          number: '00001001',
          status: 'closed',
          priority: 'high',
          solvedAt: '2026-03-04T17:40:00.000Z',
        },
      });
    });

    it('gives the same ids when read again, and no id to two different things', async () => {
      for (const fileName of Object.keys(counted)) {
        const [once, again] = [await read(fileName), await read(fileName)].map(({ answers }) =>
          signalsOf(answers),
        );
        expect(again!.map(({ eventId }) => eventId)).toEqual(once!.map(({ eventId }) => eventId));
        const said = new Map<string, string>();
        for (const { eventId, ...signal } of once!) {
          const text = JSON.stringify(signal);
          expect(said.get(eventId) ?? text).toBe(text);
          said.set(eventId, text);
        }
      }
    });

    it('reads files with marks and wide letters for what they are', async () => {
      expect((await read('salesforce_dataloader_edge_csvtext_BOM_UTF16LE.csv')).opened).toMatchObject({
        encoding: 'utf-16le',
        hasByteOrderMark: true,
        header: { columns: ['column1', 'column2', 'column3'] },
      });
      expect((await read('salesforce_dataloader_edge_csvtext_BOM_UTF8.csv')).opened).toMatchObject({
        encoding: 'utf-8',
        hasByteOrderMark: true,
        samples: [{ column1: 'row1-1', column2: 'row1-2', column3: 'row1-3' }, {}],
      });
      expect((await read('salesforce_dataloader_edge_csvEscapedQuotes.csv')).opened.samples[0]).toEqual({
        column1: '"The Best" Account',
        column2: 'bla',
      });
    });
  },
);
