import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { changes } from '#modules/changes';
import { customers } from '#modules/customers';
import { type Manifest, peopleOf, type Recorded, type Signal } from '#modules/house';
import { identity } from '#modules/identity';
import { journey } from '#modules/journey';
import { ensureSource, type Source, sources } from '#modules/sources';
import { timeline } from '#modules/timeline';
import { type Database, openDatabase } from '#platform/database';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { dump, emptyDatabase } from '../../../../../tests/support/dump.ts';
import { cutAnywhere, signalsOfPeople } from '../../../../../tests/support/told.ts';
import { subjectsOf } from './domain/subjects.ts';
import { takeIn } from './take-in.ts';

/** A subject as small as one can be: what it hears it tells. */
const tickets: Manifest = {
  name: 'tickets-for-tests',
  signals: [
    {
      kind: 'ticket',
      description: 'A ticket.',
      schema: z.strictObject({ subject: z.string().max(100) }),
      concernsPerson: true,
      record: async (_tx, items) => {
        const recorded: Recorded = { entries: [], facts: [] };
        for (const item of items)
          for (const { customerId, sourceRecordId } of peopleOf(item)) {
            const whose = { customerId, sourceRecordId, signalId: item.signalId, at: item.at };
            recorded.entries.push({
              ...whose,
              entryKey: item.signal.subjectKey,
              department: 'support',
              kind: 'ticket-opened',
              title: (item.signal.body as { subject: string }).subject,
            });
            recorded.facts.push({ ...whose, factKey: item.signal.subjectKey, kind: 'ticket-opened' });
          }
        return recorded;
      },
    },
  ],
};

const modules = [sources, changes, customers, identity, timeline, journey, tickets];
const subjects = subjectsOf(modules);

let fresh: FreshDatabase;
let database: Database;
let source: Source;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [] });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});
beforeEach(async () => {
  await emptyDatabase(fresh.ownerUrl);
  source = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk'));
});

const take = (signals: Signal[]) => database.transaction((tx) => takeIn(tx, subjects, source, signals));

const ticket = (number: number, more: Partial<Signal> = {}): Signal => ({
  kind: 'ticket',
  eventId: `e${number}`,
  subjectKey: `ticket:${number}`,
  at: '2026-03-01T10:00:00Z',
  person: { key: 'user:1', emails: ['ada@example.org'], profile: { fullName: 'Ada Popescu' } },
  body: { subject: `Number ${number}` },
  ...more,
});

describe('taking signals in', () => {
  it('lets a ticket reach the page of whom it concerns: record, timeline, stage, summary, feed', async () => {
    const [outcome] = await take([ticket(1)]);
    expect(outcome).toMatchObject({ outcome: 'taken' });
    const [row] = await database.query(
      `SELECT c.display_name, s.stage, e.title, r.source_key, ch.kinds, g.source_record_id = r.id AS hangs
         FROM customer c JOIN customer_summary s ON s.customer_id = c.id JOIN timeline_entry e ON e.customer_id = c.id
         JOIN source_record r ON r.customer_id = c.id JOIN change ch ON ch.customer_id = c.id, signal g`,
    );
    expect(row).toMatchObject({
      display_name: 'Ada Popescu',
      title: 'Number 1',
      source_key: 'user:1',
      hangs: true,
      kinds: expect.arrayContaining(['ticket']),
    });
  });

  it('acts once, however often and in whatever company the same event is told', async () => {
    const [first] = await take([ticket(1)]);
    const before = await dump(database);
    const again = await take([ticket(1), ticket(1)]);
    expect(again).toEqual(
      [1, 2].map(() => ({ outcome: 'duplicate', signalId: (first as { signalId: string }).signalId })),
    );
    expect(await dump(database)).toEqual(before);
    const [taken, twin] = await take([ticket(2), ticket(2)]);
    expect([taken?.outcome, twin?.outcome]).toEqual(['taken', 'duplicate']);
  });

  it('keeps the first when one event id comes with another content, and says which', async () => {
    const [first] = await take([ticket(1)]);
    const before = await dump(database);
    const [other] = await take([ticket(1, { body: { subject: 'Something else' } })]);
    expect(other).toEqual({ outcome: 'conflict', signalId: (first as { signalId: string }).signalId });
    expect(await dump(database)).toEqual(before);
  });

  it('names the field that is wrong and takes the others in', async () => {
    const outcomes = await take([
      ticket(1, { body: { subject: 5 } }),
      ticket(2, { kind: 'tocket' }),
      { ...ticket(3), person: undefined } as unknown as Signal,
      ticket(4, { at: 'yesterday' }),
      ticket(5, { eventId: 'nul\0' }),
      ticket(6),
    ]);
    expect(
      outcomes.map((one) => (one.outcome === 'unreadable' ? `${one.code} ${one.path ?? ''}` : one.outcome)),
    ).toEqual([
      'bad-body body.subject',
      'unknown-kind kind',
      'missing-person person',
      'bad-envelope at',
      'bad-text ',
      'taken',
    ]);
  });

  it('acts once when twenty connections tell the same at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => take([ticket(1)])));
    expect(all.flat().filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
    expect(all.flat().filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(19);
    expect(await database.query('SELECT count(*)::int AS n FROM timeline_entry')).toEqual([{ n: 1 }]);
  });

  it('comes to the same whether signals come one by one or in sets of any size', async () => {
    await fc.assert(
      fc.asyncProperty(signalsOfPeople(), cutAnywhere, async (signals, cut) => {
        const reset = async () => {
          await emptyDatabase(fresh.ownerUrl);
          source = await database.transaction((tx) => ensureSource(tx, 'desk', 'zendesk'));
        };
        await reset();
        for (const signal of signals) await take([signal]);
        const oneByOne = await dump(database);
        await reset();
        for (const set of cut(signals)) await take(set);
        expect(await dump(database)).toEqual(oneByOne);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 400_000);
});
