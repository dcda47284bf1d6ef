import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise } from '../../apps/api/src/modules/customers/index.ts';
import { advance, journey, takeBack } from '../../apps/api/src/modules/journey/index.ts';
import {
  kindsByCustomer,
  type TimelineKey,
  timelinePages,
} from '../../apps/api/src/modules/timeline/data/timeline-entries.ts';
import { tell, timeline } from '../../apps/api/src/modules/timeline/index.ts';
import { type TestPerson, type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let ada: TestPerson;
beforeAll(async () => {
  world = await testWorld();
  ada = await world.person('Ada');
});
afterAll(() => world.close());

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const entry = (n: number, department: 'sales' | 'support', kind: string, signalId?: string) => ({
  ...ada,
  ...(signalId ? { signalId } : {}),
  entryKey: `${kind} ${n}`,
  at: day(n),
  department,
  kind,
  title: `${kind}: ${n}`,
});
const page = async (more: Partial<TimelineKey> = {}) => {
  const key = {
    customerId: ada.customerId,
    departments: null,
    kinds: null,
    first: 10,
    after: null,
    before: null,
    ...more,
  };
  return (await timelinePages(world.database, [key]))[0]!.map(({ title }) => title);
};
const summary = async () => {
  await world.database.transaction(async (tx) => {
    summarise(tx, [timeline.summary!, journey.summary!], [ada.customerId]);
  });
  const [row] = await world.database.query(
    'SELECT stage, last_interaction_at, last_interaction_kind, last_department FROM customer_summary WHERE customer_id = $1',
    [ada.customerId],
  );
  return row;
};

describe('the timeline', () => {
  it('replaces what is told again, and pages by department, kind, place and date', async () => {
    const told = [
      entry(1, 'sales', 'deal-opened'),
      entry(2, 'support', 'ticket-opened'),
      entry(3, 'sales', 'deal-won'),
    ];
    await world.database.transaction((tx) => tell(tx, told));
    const before = await world.rows('timeline_entry');
    await world.database.transaction((tx) => tell(tx, told));
    expect(await world.rows('timeline_entry')).toEqual(before);

    expect(await page()).toEqual(['deal-won: 3', 'ticket-opened: 2', 'deal-opened: 1']);
    expect(await page({ first: 1 })).toEqual(['deal-won: 3', 'ticket-opened: 2']);
    expect(await page({ departments: ['support'] })).toEqual(['ticket-opened: 2']);
    expect(await page({ kinds: ['deal-opened', 'deal-won'] })).toEqual(['deal-won: 3', 'deal-opened: 1']);
    expect(await page({ before: day(2).toISOString() })).toEqual(['deal-opened: 1']);
    const second = before.find((row) => row.kind === 'ticket-opened')!;
    expect(await page({ after: [day(2).toISOString(), String(second.id)] })).toEqual(['deal-opened: 1']);
    expect(await summary()).toMatchObject({
      last_interaction_at: day(3),
      last_interaction_kind: 'deal-won',
      last_department: 'sales',
    });
  });

  it('reads several timelines with different pages in one statement', async () => {
    const bob = await world.person('Bob');
    const keys = [ada, bob, ada].map(({ customerId }, index) => ({
      customerId,
      departments: index === 2 ? ['support'] : null,
      kinds: null,
      first: index + 1,
      after: null,
      before: null,
    }));
    expect(await world.statements((tx) => timelinePages(tx, keys))).toBe(1);
    expect((await timelinePages(world.database, keys)).map((rows) => rows.length)).toEqual([2, 0, 1]);
  });

  it('names the kinds of what happened to each customer, each once, in one statement', async () => {
    const cleo = await world.person('Cleo');
    const mail = (n: number) => ({ ...entry(n, 'sales', 'interaction-email'), ...cleo });
    await world.database.transaction((tx) =>
      tell(tx, [mail(1), mail(2), { ...entry(3, 'support', 'ticket-opened'), ...cleo }]),
    );
    const dan = await world.person('Dan');
    const keys = [
      { customerId: cleo.customerId, departments: null },
      { customerId: dan.customerId, departments: null },
      { customerId: cleo.customerId, departments: ['sales', 'marketing'] },
    ];
    expect(await world.statements((tx) => kindsByCustomer(tx, keys))).toBe(1);
    expect(await kindsByCustomer(world.database, keys)).toEqual([
      ['interaction-email', 'ticket-opened'],
      [],
      ['interaction-email'],
    ]);
  });
});

describe('the journey', () => {
  const fact = (n: number, kind: 'deal-opened' | 'deal-won' | 'ticket-opened', signalId?: string) => ({
    ...ada,
    factKey: `${kind} ${n}`,
    at: day(n),
    kind,
    ...(signalId ? { signalId } : {}),
  });

  it('comes to the same whatever the order of arrival, and goes back when a thing is taken back', async () => {
    const [signalId] = (
      await world.database.query<{ id: string }>(
        `INSERT INTO signal (id, source_id, event_id, kind, subject_key, at, body, body_hash)
         VALUES (gen_random_uuid(), $1, 'wrong-ticket', 'ticket', 'ticket:1', now(), '{}', '') RETURNING id`,
        [world.sourceId],
      )
    ).map(({ id }) => id);
    await world.database.transaction((tx) => advance(tx, [fact(3, 'deal-won')]));
    await world.database.transaction((tx) =>
      advance(tx, [fact(5, 'ticket-opened', signalId), fact(1, 'deal-opened')]),
    );
    const stages = await world.rows('customer_stage', 'stage', 'since', 'because', 'because_at');
    expect(stages).toEqual([
      { stage: 'assistance', since: day(5), because: 'ticket-opened', because_at: day(5) },
    ]);
    const before = await world.rows('customer_stage');
    await world.database.transaction((tx) => advance(tx, [fact(1, 'deal-opened')]));
    expect(await world.rows('customer_stage')).toEqual(before);
    expect(await summary()).toMatchObject({ stage: 'assistance' });

    await world.database.transaction((tx) => takeBack(tx, world.sourceId, 'ticket', ['ticket:1']));
    expect(await world.rows('customer_stage', 'stage')).toEqual([{ stage: 'use' }]);
  });

  it('asks as many statements for 200 customers as for one', async () => {
    const people = await Promise.all(Array.from({ length: 200 }, (_, n) => world.person(`Many ${n}`)));
    const facts = people.map((person) => ({ ...fact(1, 'deal-opened'), ...person }));
    const one = await world.statements((tx) => advance(tx, facts.slice(0, 1)));
    expect(await world.statements((tx) => advance(tx, facts))).toBe(one);
  });
});
