import fc from 'fast-check';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import type { Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { lookForObstacles } from '../../apps/api/src/modules/obstacles/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const lea: Viewer = { kind: 'user', id: newId(), name: 'Lea', role: 'support-lead', department: 'support' };
const subjects = subjectsOf(modules);
const asOf = new Date('2026-06-01T00:00:00Z');

async function ask(source: string, variables: Record<string, unknown> = {}) {
  const contextValue = makeContext(world.database, lea);
  const result = await graphql({ schema, source, contextValue, variableValues: variables });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
const hour = 3_600_000;
const began = Date.parse('2026-05-01T08:00:00Z');
const event = (caseKey: string, place: number, hours: number, activity: string, owner: string): Signal => ({
  kind: 'case-event',
  eventId: `${caseKey} ${place}`,
  subjectKey: `event:${caseKey}:${place}`,
  at: new Date(began + hours * hour).toISOString(),
  person: { key: `customer:${caseKey}`, profile: { fullName: `Customer of ${caseKey}` } },
  body: { caseKey, activity, owner, place, solves: activity === 'Closed' },
});
/** Twenty plain cases, and one that went round in circles and waited for two weeks. */
const signals = [
  ...Array.from({ length: 20 }, (_, n) => [
    event(`plain ${n}`, 0, 0, 'Opened', 'anna'),
    event(`plain ${n}`, 1, 2 + n / 10, 'Taken', 'anna'),
    event(`plain ${n}`, 2, 5, 'Closed', 'anna'),
  ]).flat(),
  event('hard', 0, 0, 'Opened', 'anna'),
  event('hard', 1, 2, 'Taken', 'luca'),
  event('hard', 2, 340, 'Taken', 'anna'),
  event('hard', 3, 341, 'Closed', 'anna'),
];
const take = (some: Signal[]) =>
  world.database.transaction(async (tx) => {
    await takeIn(tx, subjects, await ensureSource(tx, 'csv', 'csv'), some);
  });
const found = async () => ({
  cases: await world.rows('case_friction', 'case_key', 'ease', 'events', 'counts', 'is_solved'),
  met: await world.rows(
    '(SELECT f.case_key, o.kind, o.step_from, o.step_to, s.at, s.excess_minutes FROM obstacle_sighting s JOIN case_friction f ON f.id = s.case_id JOIN obstacle o ON o.id = s.obstacle_id)',
    'case_key',
    'kind',
    'step_from',
    'step_to',
    'at',
    'excess_minutes',
  ),
});

beforeAll(async () => {
  world = await testWorld();
  schema = openGraph(modules).schema;
  await world.database.query(
    'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
    [lea.id, 'lea@example.org', lea.name, lea.role, lea.department],
  );
});
afterAll(() => world.close());

describe('what stands in the way', () => {
  it('is the same in whatever order it was told, how often, and how often somebody looked', async () => {
    await take(signals);
    await lookForObstacles(world.database, asOf);
    const first = await found();
    expect(first.cases).toHaveLength(21);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(signals, { minLength: signals.length }), async (shuffled) => {
        await world.database.query('DELETE FROM case_friction');
        await world.database.query('DELETE FROM case_event');
        await world.database.query('DELETE FROM signal');
        const half = Math.floor(shuffled.length / 2);
        await take(shuffled.slice(0, half));
        await lookForObstacles(world.database, asOf);
        await take(shuffled.slice(half));
        await lookForObstacles(world.database, asOf);
        await lookForObstacles(world.database, asOf);
        expect(await found()).toEqual(first);
      }),
      { numRuns: 5, seed: 20261128 },
    );
  });

  it('is ranked by the hours it costs, and opens to the case', async () => {
    const { obstacleBoard } = await ask(
      '{ obstacleBoard { clean { k n } meanEase obstacles { sightings excessHours cases { k n } obstacle { kind stepFrom stepTo cases { title ease customer { displayName } met { kind excessMinutes } } } } } }',
    );
    expect(obstacleBoard.clean).toEqual({ k: 20, n: 21 });
    const kinds = obstacleBoard.obstacles.map((one: { obstacle: { kind: string } }) => one.obstacle.kind);
    expect(kinds.sort()).toEqual(['HANDOFF', 'HANDOFF', 'LOOP', 'PINGPONG', 'STALL']);
    const stall = obstacleBoard.obstacles.find(
      (one: { obstacle: { kind: string } }) => one.obstacle.kind === 'STALL',
    );
    expect(stall).toMatchObject({
      sightings: 1,
      cases: { k: 1, n: 21 },
      obstacle: { stepFrom: 'Taken', stepTo: 'Taken' },
    });
    expect(stall.obstacle.cases).toMatchObject([
      { title: 'hard', customer: { displayName: 'Customer of hard' } },
    ]);
    // 100 × .95 (loop) × .95² (hand-offs) × .85 (ping-pong) × .85 (stall).
    expect(stall.obstacle.cases[0].ease).toBe(61);
    const { customers } = await ask(
      '{ customers(first: 50, filter: { text: "hard" }) { edges { node { hardCases { title ease met { kind } } } } } }',
    );
    expect(customers.edges[0].node.hardCases).toMatchObject([{ title: 'hard', ease: 61 }]);
  });

  it('is judged by people, which looking again does not undo', async () => {
    const board = async () =>
      (
        await ask(
          '{ obstacleBoard { obstacles { obstacle { id kind state reason ownerName beforeAfter { before { k n } after { k n } } } } } }',
        )
      ).obstacleBoard.obstacles;
    const idOf = async (kind: string): Promise<string> =>
      (await board()).find((one: { obstacle: { kind: string } }) => one.obstacle.kind === kind).obstacle.id;
    const act = async (text: string, id: string) =>
      (
        await ask(
          `mutation ($id: ID!) { result: ${text} { __typename ... on Obstacle { state } ... on Refusal { code } } }`,
          { id },
        )
      ).result;
    const [loop, stall] = [await idOf('LOOP'), await idOf('STALL')];
    expect(await act('dismissObstacle(id: $id, reason: " ")', loop)).toEqual({
      __typename: 'Refusal',
      code: 'NO_WORDS',
    });
    expect(await act('dismissObstacle(id: $id, reason: "Taken twice is how we work")', loop)).toEqual({
      __typename: 'Obstacle',
      state: 'DISMISSED',
    });
    await ask(
      'mutation ($id: ID!, $ownerId: ID) { ownObstacle(id: $id, ownerId: $ownerId) { __typename } }',
      { id: stall, ownerId: lea.id },
    );
    expect(
      await act(
        'mendObstacle(id: $id, how: "A second pair of eyes", mendedAt: "2026-05-10T00:00:00Z")',
        stall,
      ),
    ).toMatchObject({ state: 'MENDED' });
    await lookForObstacles(world.database, asOf);
    const then = await board();
    expect(then.map((one: { obstacle: { kind: string } }) => one.obstacle.kind)).not.toContain('LOOP');
    expect(
      then.find((one: { obstacle: { id: string } }) => one.obstacle.id === stall).obstacle,
    ).toMatchObject({
      state: 'MENDED',
      ownerName: 'Lea',
      beforeAfter: { before: { k: 1, n: 21 }, after: { k: 0, n: 0 } },
    });
  });
});
