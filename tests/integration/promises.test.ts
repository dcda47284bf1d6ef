import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { systemActor } from '../../apps/api/src/modules/access/index.ts';
import { layNeighbours } from '../../apps/api/src/modules/house/index.ts';
import { businessCalendar, makePromise, settlePromiseOf } from '../../apps/api/src/modules/promises/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestPerson, type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let ada: TestPerson;
let schema: GraphQLSchema;
const user = (name: string, role: string, department: string | null): Viewer => ({
  kind: 'user',
  id: newId(),
  name,
  role,
  department,
});
const sam = user('Sam', 'support-agent', 'support');
const lea = user('Lea', 'support-lead', 'support');

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const result = await graphql({
    schema,
    source,
    contextValue: makeContext(world.database, viewer),
    variableValues: variables,
  });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
const shown =
  '{ __typename ... on Promise { id words standing evidence promiserName } ... on Refusal { code field message } }';
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour);
const make = async (words: string, dueAt: Date) =>
  (
    await ask(sam, `mutation ($input: NewPromise!) { makePromise(input: $input) ${shown} }`, {
      input: {
        customerId: ada.customerId,
        words,
        dueAt: dueAt.toISOString(),
        kind: 'CALL_BACK',
        channel: 'Phone',
      },
    })
  ).makePromise;
const act = async (field: string, id: string, more = '') =>
  (await ask(sam, `mutation ($id: ID!) { ${field}(id: $id${more}) ${shown} }`, { id }))[field];
const seen = async () => {
  const { customer } = await ask(
    sam,
    'query ($id: ID!) { customer(id: $id) { promises { words standing } timeline { edges { node { title } } } } }',
    { id: ada.customerId },
  );
  return {
    promises: customer.promises.map(
      (one: { words: string; standing: string }) => `${one.words}: ${one.standing}`,
    ),
    lines: customer.timeline.edges.map(({ node }: { node: { title: string } }) => node.title).sort(),
  };
};

beforeAll(async () => {
  world = await testWorld();
  schema = buildGraph(modules);
  layNeighbours(modules);
  ada = await world.person('Ada');
  for (const { id, name, role, department } of [sam, lea])
    await world.database.query(
      'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
      [id, `${name}@example.org`, name, role, department],
    );
});
afterAll(() => world.close());

describe('a promise that somebody writes down', () => {
  it('is open, is kept with what shows it, and every step can be taken back', async () => {
    const made = await make('I call you', inHours(2));
    expect(made).toMatchObject({ standing: 'OPEN', promiserName: 'Sam' });
    expect(await seen()).toEqual({ promises: ['I call you: OPEN'], lines: ['Promised: I call you'] });
    expect(await act('keepPromise', made.id, ', evidence: "Called at ten"')).toMatchObject({
      standing: 'KEPT',
      evidence: 'Called at ten',
    });
    expect((await seen()).lines).toEqual(['Promise kept: I call you', 'Promised: I call you']);
    expect(await act('reopenPromise', made.id)).toMatchObject({ standing: 'OPEN' });
    expect((await seen()).lines).toEqual(['Promised: I call you']);
    expect(await act('withdrawPromise', made.id, ', reason: "Not needed"')).toMatchObject({
      standing: 'WITHDRAWN',
    });
    expect(await act('restorePromise', made.id)).toMatchObject({ standing: 'OPEN' });
    expect(await act('takeBackPromise', made.id)).toMatchObject({ __typename: 'Promise' });
    expect(await seen()).toEqual({ promises: [], lines: [] });
    expect(await act('putBackPromise', made.id)).toMatchObject({ standing: 'OPEN' });
    await act('takeBackPromise', made.id);
  });

  it('needs words and a time that is still to come', async () => {
    expect(await make(' ', inHours(1))).toMatchObject({ code: 'NO_WORDS' });
    expect(await make('I call', inHours(-1))).toMatchObject({ code: 'NO_SUCH_DAY', field: 'dueAt' });
    expect(await act('keepPromise', newId())).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a promise that another subject gives', () => {
  const desk = systemActor('The desk');
  const calendar = businessCalendar.parse({
    timeZone: 'Europe/Rome',
    week: [null, ...Array(5).fill([540, 1020]), null],
  });
  const friday = new Date('2026-11-27T15:00:00Z');
  const give = (key: string, minutes: number) =>
    world.database.transaction((tx) =>
      makePromise(
        tx,
        desk,
        {
          customerId: ada.customerId,
          words: 'First answer',
          kind: 'reply',
          withinMinutes: minutes,
          calendar,
          madeAt: friday,
          key,
        },
        friday,
      ),
    );

  it('is one promise by its key, due on the calendar of whoever gave it', async () => {
    const first = await give('clock:1', 120);
    const again = await give('clock:1', 60);
    if (!first.ok || !again.ok) throw new Error('refused');
    // An hour was left of Friday in Rome; the other one is Monday's.
    expect(first.value.dueAt.toISOString()).toBe('2026-11-30T09:00:00.000Z');
    expect(again.value).toMatchObject({ id: first.value.id, dueAt: new Date('2026-11-27T16:00:00Z') });
  });

  it('is settled by the same key, and a late one is late', async () => {
    await give('clock:2', 60);
    const late = await world.database.transaction((tx) =>
      settlePromiseOf(
        tx,
        desk,
        'clock:2',
        { act: 'keep', doneAt: new Date('2026-11-27T17:00:00Z') },
        new Date('2026-11-28T09:00:00Z'),
      ),
    );
    expect(late).toMatchObject({ ok: true });
    const { promises } = await ask(
      sam,
      '{ promises(filter: { standings: [LATE] }) { edges { node { words standing timeZone customer { displayName } } } } }',
    );
    expect(promises.edges.map(({ node }: { node: object }) => node)).toEqual([
      { words: 'First answer', standing: 'LATE', timeZone: 'Europe/Rome', customer: { displayName: 'Ada' } },
    ]);
  });
});

describe('a promise put up for everybody', () => {
  const publish = async (minutes: number, overrideReason?: string) =>
    (
      await ask(
        lea,
        `mutation ($input: NewPublishedPromise!) { publishPromise(input: $input) { __typename
           ... on PublishedPromise { id minutes overrideReason known { k n } since { n } } ... on Refusal { code field message } } }`,
        { input: { kind: 'REPLY', channel: 'chat', minutes, words: 'An answer soon', overrideReason } },
      )
    ).publishPromise;

  beforeAll(async () => {
    // A hundred chats, answered after 11 to 40 minutes.
    const start = Date.now() - 40 * 24 * hour;
    for (let n = 0; n < 100; n++) {
      const opened = new Date(start + n * hour);
      const ticket = newId();
      await world.database.query(
        `INSERT INTO ticket (id, source_id, source_key, number, subject, status, channel, opened_at, observed_at)
         VALUES ($1, $2, $3, $4, 'Chat', 'closed', 'chat', $5, $5)`,
        [ticket, world.sourceId, `ticket:${n}`, String(n), opened],
      );
      await world.database.query(
        `INSERT INTO message (id, source_id, source_key, ticket_id, author_kind, is_public, body, at)
         VALUES ($1, $2, $3, $4, 'agent', true, 'Hello', $5)`,
        [
          newId(),
          world.sourceId,
          `message:${n}`,
          ticket,
          new Date(opened.getTime() + (11 + (n % 30)) * 60_000),
        ],
      );
    }
  });

  it('is refused when the past says that it would not be kept, with what would be', async () => {
    expect(await publish(0.5)).toEqual({
      __typename: 'Refusal',
      code: 'NOT_KEEPABLE',
      field: 'minutes',
      message: '30 s would not be kept: 0 of 100 were in time. What holds is 1 h.',
    });
    const { keepablePromises } = await ask(
      lea,
      '{ keepablePromises { kind channel n shortest { minutes share { k n lo } } } }',
    );
    expect(keepablePromises).toContainEqual(
      expect.objectContaining({
        kind: 'REPLY',
        channel: 'chat',
        n: 100,
        shortest: expect.objectContaining({ minutes: 60 }),
      }),
    );
  });

  it('is put up with a reason, which stays with it, or without one when it holds', async () => {
    expect(await publish(0.5, 'The campaign is printed')).toMatchObject({
      overrideReason: 'The campaign is printed',
      known: { k: 0, n: 100 },
      since: { n: 0 },
    });
    expect(await publish(60, 'Not needed')).toMatchObject({
      overrideReason: null,
      known: { k: 100, n: 100 },
    });
    const { publishedPromises } = await ask(sam, '{ publishedPromises { minutes } }');
    expect(publishedPromises).toHaveLength(2);
  });

  it('counts what was kept with an interval, and nothing where nothing was promised', async () => {
    const { promisesKept } = await ask(
      lea,
      '{ promisesKept { all { share { k n p lo hi } meanOverrunHours } } }',
    );
    expect(promisesKept.all).toMatchObject({ share: { k: 0, n: 2, p: 0 } });
    const { promisesKept: none } = await ask(
      lea,
      '{ promisesKept(channels: ["fax"]) { all { share { n p lo } meanOverrunHours } channels { channel } } }',
    );
    expect(none).toEqual({
      all: { share: { n: 0, p: null, lo: null }, meanOverrunHours: null },
      channels: [],
    });
  });
});

describe('a promise on the day', () => {
  it('is there for whoever has to keep it while it waits: overdue or due within two days', async () => {
    const overdue = await make('Call Ada about the day', inHours(1));
    await world.database.query('UPDATE promise SET due_at = $2 WHERE id = $1', [overdue.id, inHours(-1)]);
    const soon = await make('Send Ada the papers of the day', inHours(24));
    await make('Visit Ada after the day', inHours(24 * 5));
    const due = async (): Promise<string[]> =>
      (await ask(sam, '{ today { promisesDue(first: 100) { words } } }')).today.promisesDue
        .map(({ words }: { words: string }) => words)
        .filter((words: string) => words.endsWith('the day'));
    expect(await due()).toEqual([overdue.words, soon.words]);
    await act('keepPromise', overdue.id);
    await act('withdrawPromise', soon.id);
    expect(await due()).toEqual([]);
  });
});
