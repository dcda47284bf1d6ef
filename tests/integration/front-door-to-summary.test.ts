import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource, type Source } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let database: Database;
let source: Source;
let events = 0;

const ada = { key: 'contact:1', emails: ['ada@lovelace.example'], profile: { fullName: 'Ada Lovelace' } };
const bob = { key: 'contact:2', emails: ['bob@example.org'], profile: { fullName: 'Bob Hope' } };
const take = async (signal: Omit<Signal, 'eventId' | 'at'> & { at?: string }) => {
  const at = signal.at ?? `2026-01-01T00:00:${String(++events).padStart(2, '0')}Z`;
  const [outcome] = await database.transaction((tx) =>
    takeIn(tx, subjectsOf(modules), source, [{ ...signal, eventId: `e${++events}`, at }]),
  );
  expect(outcome?.outcome).toBe('taken');
};
const summary = async (name: string) =>
  (
    await database.query(
      'SELECT stage, open_tickets, open_deals, open_deal_value, email_consent, last_interaction_kind FROM customer_summary WHERE display_name = $1',
      [name],
    )
  )[0];
const lastChange = async () =>
  (await database.query('SELECT kinds FROM change ORDER BY xid DESC, id DESC LIMIT 1'))[0];

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
  source = await database.transaction((tx) => ensureSource(tx, 'shop', 'csv'));
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

describe('what comes in at the front door', () => {
  it('stands in the summary of whoever it concerns, also when a later signal names nobody', async () => {
    await take({
      kind: 'ticket',
      subjectKey: 'ticket:7',
      person: ada,
      body: { subject: 'Late', status: 'open' },
    });
    expect(await summary('Ada Lovelace')).toMatchObject({
      open_tickets: 1,
      stage: 'assistance',
      last_interaction_kind: 'ticket-opened',
    });
    await take({ kind: 'ticket', subjectKey: 'ticket:7', body: { status: 'solved' } });
    expect(await summary('Ada Lovelace')).toMatchObject({
      open_tickets: 0,
      stage: 'use',
      last_interaction_kind: 'ticket-solved',
    });
    expect(await lastChange()).toEqual({ kinds: ['ticket'] });
  });

  it('reaches everybody on a deal, and a bare change of its value as well', async () => {
    await take({
      kind: 'deal',
      subjectKey: 'deal:1',
      person: ada,
      others: [bob],
      body: { name: 'Roof', amount: 100, currency: 'EUR' },
    });
    await take({ kind: 'deal', subjectKey: 'deal:1', body: { amount: 250 } });
    for (const name of ['Ada Lovelace', 'Bob Hope'])
      expect(await summary(name)).toMatchObject({ open_deals: 1, open_deal_value: 250, stage: 'choice' });
  });

  it('never makes consent looser without proof', async () => {
    const say = (state: string, at: string, more: object = {}) =>
      take({ kind: 'consent', subjectKey: 'member:1', at, person: bob, body: { state, ...more } });
    await say('granted', '2026-02-01T00:00:00Z', { evidence: { optInAddress: '203.0.113.1' } });
    expect(await summary('Bob Hope')).toMatchObject({ email_consent: 'granted' });
    await say('withdrawn', '2026-02-02T00:00:00Z');
    await say('granted', '2026-02-03T00:00:00Z');
    expect(await summary('Bob Hope')).toMatchObject({ email_consent: 'withdrawn' });
  });

  it('shows what was said last, also where somebody says only again what another has said otherwise since', async () => {
    const other = await database.transaction((tx) => ensureSource(tx, 'other', 'csv'));
    const say = async (from: Source, key: string, country: string, at: string) => {
      const signal = {
        kind: 'person',
        eventId: `e${++events}`,
        subjectKey: key,
        at,
        person: {
          key,
          emails: ['eve@home.example'],
          profile: { fullName: 'Eve Moneypenny', country, language: 'en' },
        },
        body: {},
      };
      const [outcome] = await database.transaction((tx) =>
        takeIn(tx, subjectsOf(modules), from, [signal as Signal]),
      );
      expect(outcome?.outcome).toBe('taken');
      return database.query<{ country: string; said: string; n: number }>(
        `SELECT s.country, coalesce(c.golden->'country'->>'at', c.golden->'displayName'->>'at') AS said,
                (SELECT count(*)::int FROM customer WHERE email = 'eve@home.example') AS n
           FROM customer c JOIN customer_summary s ON s.customer_id = c.id WHERE c.email = 'eve@home.example'`,
      );
    };
    await say(source, 'contact:eve', 'GB', '2026-03-01T00:00:00.000Z');
    expect(await say(other, 'contact:eve', 'FR', '2026-03-02T00:00:00.000Z')).toMatchObject([
      { country: 'FR', n: 1 },
    ]);
    expect(await say(source, 'contact:eve', 'GB', '2026-03-03T00:00:00.000Z')).toMatchObject([
      { country: 'GB', said: '2026-03-03T00:00:00.000Z' },
    ]);
    // Only when it was said is another now.
    expect(await say(source, 'contact:eve', 'GB', '2026-03-04T00:00:00.000Z')).toMatchObject([
      { country: 'GB', said: '2026-03-04T00:00:00.000Z' },
    ]);
  });

  it('leaves no row whose customer differs from that of its source record', async () => {
    for (const table of modules.flatMap((module) => module.follows ?? []))
      expect(
        await database.query(
          `SELECT t.source_record_id FROM ${table} t JOIN source_record r ON r.id = t.source_record_id WHERE t.customer_id IS DISTINCT FROM r.customer_id`,
        ),
      ).toEqual([]);
  });
});
