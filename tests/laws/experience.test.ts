import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '../../apps/api/src/app/index.ts';
import { live } from '../../apps/api/src/modules/experience/index.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { cutAnywhere } from '../support/told.ts';

const subjects = subjectsOf(modules);
let fresh: FreshDatabase;
let db: Database;
/** May empty tables, which the product may not. */
let owner: Database;
let sources = 0;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 3 });
  owner = await openDatabase({ url: fresh.ownerUrl, entities: [], poolSize: 1 });
  await db.query(`INSERT INTO experience_usual (measure, touchpoint, channel, week, n, mean, sd)
    SELECT 'wait', '', 'email', week, 40, 60, 0 FROM generate_series(2900, 2960) week
    UNION ALL SELECT 'valence', 'case', 'email', week, 40, 0.3, 0.4 FROM generate_series(2900, 2960) week`);
});
afterAll(async () => {
  await db.close();
  await owner.close();
  await fresh.drop();
});

const at = (day: number, minute: number) => new Date(Date.UTC(2026, 0, 1 + day, 9, minute)).toISOString();

/** What a few people lived: cases with answers, ratings that come later or are corrected, calls, purchases that come back. */
const lives: Signal[] = ['ada', 'bela'].flatMap((name, who) => {
  const person = { key: `user:${name}`, profile: { fullName: name } };
  const signal = (kind: string, key: string, time: string, body: object, n = 0): Signal => ({
    kind,
    eventId: `${name} ${kind} ${key} ${n}`,
    subjectKey: `${kind}:${name}:${key}`,
    at: time,
    person,
    body,
  });
  const ticket = (key: string, day: number, minute: number, body: object, n = 0) =>
    signal(
      'ticket',
      key,
      at(day, minute),
      { subject: `${name} ${key}`, channel: 'email', openedAt: at(Number(key) * 3 + who, 0), ...body },
      n,
    );
  const message = (key: string, inTicket: string, day: number, minute: number, authorKind: string) =>
    signal('message', key, at(day, minute), {
      ticketKey: `ticket:${name}:${inTicket}`,
      authorKind,
      text: 'Words',
    });
  return [
    ticket('1', 3 + who, 1, { status: 'open' }),
    message('1', '1', 3 + who, 2, 'customer'),
    message('2', '1', 4 + who, 30, 'agent'),
    ticket('1', 5 + who, 1, { status: 'solved', solvedAt: at(5 + who, 1) }, 1),
    ticket('1', 6 + who, 1, { status: 'solved', solvedAt: at(5 + who, 1), satisfaction: 'bad' }, 2),
    ticket('1', 7 + who, 1, { status: 'closed', solvedAt: at(5 + who, 1), satisfaction: 'good' }, 3),
    ticket('2', 12 + who, 3, { status: 'closed', satisfaction: '2', solvedAt: at(12 + who, 3) }),
    message('3', '2', 12 + who, 1, 'customer'),
    message('4', '2', 12 + who, 2, 'agent'),
    signal('order', '1', at(20 + who, 4), { number: `${name} A-1`, orderedAt: at(20 + who, 4) }),
    signal(
      'order',
      '1',
      at(25 + who, 4),
      {
        number: `${name} A-1`,
        status: 'returned',
        orderedAt: at(20 + who, 4),
        returnedAt: at(25 + who, 4),
      },
      1,
    ),
    signal('order', '2', at(40 + who, 5), { number: `${name} A-2`, orderedAt: at(40 + who, 5) }),
    signal('interaction', '1', at(30 + who, 6), {
      channel: 'phone',
      subject: `${name} calls`,
      durationSeconds: 1200,
      moments: [
        { minutes: 19.5, sentiment: 0.9 },
        { minutes: 0.5, sentiment: -1 },
      ],
    }),
    signal('touch', '1', at(31 + who, 6), { kind: 'attended', campaignName: `${name} evening` }),
  ];
});

/** What is kept, without the ids that every run gives anew. */
async function kept(): Promise<unknown> {
  const interactions = await db.query(
    `SELECT c.display_name, to_jsonb(l) - '{subject_id,customer_id,moments}'::text[] AS row,
            (SELECT jsonb_agg(m - 'key') FROM jsonb_array_elements(l.moments::jsonb) m) AS moments
       FROM lived_interaction l JOIN customer c ON c.id = l.customer_id ORDER BY 1, l.title`,
  );
  const customers = await db.query(
    `SELECT c.display_name, to_jsonb(x) - '{customer_id,failures}'::text[] AS row,
            (SELECT jsonb_agg(f - 'subjectId') FROM jsonb_array_elements(x.failures::jsonb) f) AS failures,
            s.experienced, s.memory_mean, s.half_remembered_until, s.last_outcome, s.fade_streak
       FROM customer_experience x JOIN customer c ON c.id = x.customer_id JOIN customer_summary s ON s.customer_id = c.id ORDER BY 1`,
  );
  return { interactions, customers };
}

/** Tells lives of a source of their own, in this order and cut into these sets, and looks at what is kept of them. */
async function told(
  order: readonly Signal[],
  cut: (items: readonly Signal[]) => Signal[][],
): Promise<unknown> {
  await owner.query(
    'TRUNCATE lived_interaction, customer_experience, ticket, message, interaction, sales_order, touch, signal, customer, customer_summary, source_record CASCADE',
  );
  const key = `source-${++sources}`;
  const source = await db.transaction((tx) => ensureSource(tx, key, key));
  for (const piece of cut(order)) {
    const outcomes = await db.transaction((tx) => takeIn(tx, subjects, source, piece));
    expect(outcomes.filter(({ outcome }) => outcome !== 'taken')).toEqual([]);
  }
  return kept();
}

describe('what is kept of what somebody lived', () => {
  it('is the same in whatever order and sets it arrived, and what folding it from scratch gives', async () => {
    const first = await told(lives, (items) => [[...items]]);
    expect(first).toMatchObject({ customers: { length: 2 }, interactions: { length: 12 } });
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(lives, { minLength: lives.length }),
        cutAnywhere,
        async (order, cut) => {
          expect(await told(order, cut)).toEqual(first);
          const customers = await db.query<{ id: string }>('SELECT id FROM customer');
          await owner.query('TRUNCATE lived_interaction, customer_experience');
          await db.transaction((tx) =>
            live(
              tx,
              modules,
              customers.map(({ id }) => id),
            ),
          );
          expect(await kept()).toEqual(first);
        },
      ),
      { numRuns: 12, seed: 20261128 },
    );
  });
});
