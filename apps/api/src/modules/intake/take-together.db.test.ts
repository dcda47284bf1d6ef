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
import { emptyDatabase } from '../../../../../tests/support/dump.ts';
import { subjectsOf } from './domain/subjects.ts';
import type { ItemOutcome } from './take-delivery.ts';
import { type CommonDoor, openCommonDoor } from './take-together.ts';

/** A subject that PostgreSQL refuses what is poisoned of: a text that is no number. */
const tickets: Manifest = {
  name: 'tickets-for-tests',
  signals: [
    {
      kind: 'ticket',
      description: 'A ticket.',
      schema: z.strictObject({ subject: z.string() }),
      concernsPerson: true,
      record: async (tx, items) => {
        const recorded: Recorded = { entries: [], facts: [] };
        for (const item of items) {
          const { subject } = item.signal.body as { subject: string };
          if (subject === 'poison') await tx.query('SELECT $1::integer', ['poison']);
          for (const { customerId, sourceRecordId } of peopleOf(item))
            recorded.entries.push({
              customerId,
              sourceRecordId,
              signalId: item.signalId,
              at: item.at,
              entryKey: item.signal.subjectKey,
              department: 'support',
              kind: 'ticket-opened',
              title: subject,
            });
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
let desk: Source;
let shop: Source;
let sets: number[];
let door: CommonDoor;

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
  [desk, shop] = await database.transaction(async (tx) => [
    await ensureSource(tx, 'desk', 'zendesk'),
    await ensureSource(tx, 'shop', 'webhook'),
  ]);
  sets = [];
  door = openCommonDoor(database, subjects, { noteSet: (size) => sets.push(size) });
});

const ticket = (n: number, subject = `Number ${n}`, person = n): Signal => ({
  kind: 'ticket',
  eventId: `e${n}`,
  subjectKey: `ticket:${n}`,
  at: '2026-03-01T10:00:00Z',
  person: { key: `user:${person}`, emails: [`user${person}@example.org`] },
  body: { subject },
});
const tell = (signal: Signal, source = desk, through = door): Promise<ItemOutcome[] | 'full'> =>
  through.take(source, [{ raw: signal, signals: [signal] }]);
const outcomesOf = (answers: readonly (ItemOutcome[] | 'full')[]) =>
  answers.map((answer) => (answer === 'full' ? 'full' : answer.map(({ outcome }) => outcome).join()));
const toldOf = async (): Promise<number> =>
  (await database.query<{ n: number }>('SELECT count(*)::int AS n FROM timeline_entry'))[0]!.n;
const several = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('deliveries that arrive together', () => {
  it('go in together, and each hears what became of its own', async () => {
    const twice = ticket(3);
    const other = { ...ticket(3), body: { subject: 'Something else' } };
    const unread = { ...ticket(4), kind: 'tocket' };
    const answers = await Promise.all(
      [ticket(1), ticket(2), twice, twice, other, unread].map((one) => tell(one)),
    );
    expect(outcomesOf(answers)).toEqual(['taken', 'taken', 'taken', 'duplicate', 'conflict', 'unreadable']);
    expect(sets).toEqual([6]);
    expect(await toldOf()).toBe(3);
  });

  it('wait for nobody when it is quiet, and for the set under way when it is not', async () => {
    await tell(ticket(1));
    const first = tell(ticket(2));
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([first, ...several(5).map((n) => tell(ticket(10 + n)))]);
    expect(sets).toEqual([1, 1, 5]);
  });

  it('are in the database when they are answered', async () => {
    await Promise.all(
      several(20).map(async (n) => {
        await tell(ticket(n));
        const [kept] = await database.query('SELECT id FROM signal WHERE event_id = $1', [`e${n}`]);
        expect(kept).toBeDefined();
      }),
    );
    expect(sets.length).toBeLessThan(20);
  });

  it('are not harmed by one among them that the database refuses, wherever it stands', async () => {
    for (const place of [0, 4, 7]) {
      const from = 100 + place * 20;
      const answers = await Promise.allSettled(
        several(8).map((n) => tell(ticket(from + n, n === place ? 'poison' : 'fine'))),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        several(8).map((n) => (n === place ? 'rejected' : 'fulfilled')),
      );
    }
    expect(await toldOf()).toBe(21);
    // The control: without the door one poisoned signal takes the whole set with it.
    const { takeIn } = await import('./take-in.ts');
    const together = several(8).map((n) => ticket(500 + n, n === 4 ? 'poison' : 'fine'));
    await expect(database.transaction((tx) => takeIn(tx, subjects, desk, together))).rejects.toThrow();
    expect(await toldOf()).toBe(21);
  });

  it('say so and leave nothing when the database is away, each once', async () => {
    const lost = await openDatabase({ url: fresh.appUrl, entities: [] });
    let tries = 0;
    const away = openCommonDoor(
      {
        ...lost,
        transaction: async () => {
          tries += 1;
          throw Object.assign(new Error('terminating connection'), { code: '57P01' });
        },
      },
      subjects,
    );
    const answers = await Promise.allSettled(several(4).map((n) => tell(ticket(n), desk, away)));
    expect(answers.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(tries).toBe(1);
    await lost.close();
  });

  it('are told to come again when too many wait, and those that wait are taken', async () => {
    const narrow = openCommonDoor(database, subjects, {
      bounds: { setWeight: 2, waitingWeight: 3, sets: 1 },
    });
    const answers = await Promise.all(several(5).map((n) => tell(ticket(n), desk, narrow)));
    expect(outcomesOf(answers)).toEqual(['taken', 'taken', 'taken', 'full', 'full']);
    expect(outcomesOf([await tell(ticket(4), desk, narrow)])).toEqual(['taken']);
  });

  it('of several processes and sources about the same people come to the same as one after the other', async () => {
    const second = await openDatabase({ url: fresh.appUrl, entities: [] });
    const doors = [door, openCommonDoor(second, subjects)];
    const answers = await Promise.all(
      several(120).map((n) => tell(ticket(n, 'x', n % 7), n % 3 ? desk : shop, doors[n % 2])),
    );
    expect(outcomesOf(answers)).toEqual(Array(120).fill('taken'));
    // Told again, to the other process: nothing acts twice.
    const again = await Promise.all(
      several(120).map((n) => tell(ticket(n, 'x', n % 7), n % 3 ? desk : shop, doors[(n + 1) % 2])),
    );
    expect(outcomesOf(again)).toEqual(Array(120).fill('duplicate'));
    expect(await database.query('SELECT count(*)::int AS n FROM customer WHERE merged_into IS NULL')).toEqual(
      [{ n: 7 }],
    );
    expect(await toldOf()).toBe(120);
    await second.close();
  });
});
