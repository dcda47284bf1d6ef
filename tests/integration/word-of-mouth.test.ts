import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules, openGraph } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { layNeighbours, type Signal } from '../../apps/api/src/modules/house/index.ts';
import { subjectsOf, takeIn } from '../../apps/api/src/modules/intake/index.ts';
import { ensureSource } from '../../apps/api/src/modules/sources/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const jade: Viewer = { kind: 'user', id: newId(), name: 'Jade', role: 'marketer', department: 'marketing' };
const who = (name: string) => ({
  emails: [`${name.toLowerCase()}@example.org`],
  profile: { fullName: `${name} Byron` },
});
const told = (kind: string, key: string, name: string, body: object, more: Partial<Signal> = {}): Signal => ({
  kind,
  eventId: key,
  subjectKey: key,
  at: '2026-11-01T10:00:00Z',
  person: who(name),
  body,
  ...more,
});
const take = (signals: Signal[]) =>
  world.database.transaction(async (tx) =>
    (await takeIn(tx, subjectsOf(modules), await ensureSource(tx, 'form', 'form'), signals)).map(
      ({ outcome }) => outcome,
    ),
  );
async function ask(source: string, variables: Record<string, unknown> = {}) {
  const contextValue = makeContext(world.database, jade);
  const result = await graphql({ schema, source, contextValue, variableValues: variables });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
const everybody = async () => {
  const { customers } =
    await ask(`{ customers(first: 20) { edges { node { id displayName heardOf { way words via }
    referredBy { evidence customer { displayName } } referrals { evidence invited { displayName } } } } } }`);
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  const nodes = customers.edges.map(({ node }: any) => node);
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return (name: string) => nodes.find((node: any) => node.displayName === `${name} Byron`);
};

beforeAll(async () => {
  world = await testWorld();
  schema = openGraph(modules).schema;
  layNeighbours(modules);
  await world.database.query(
    'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
    [jade.id, 'jade@example.org', jade.name, jade.role, jade.department],
  );
});
afterAll(() => world.close());

describe('Who recommended whom', () => {
  it('is an edge between two customers, with what it rests on, once', async () => {
    const signal = told(
      'heard-of',
      'h1',
      'Ada',
      { way: 'recommendation', words: 'Boris', via: 'form' },
      { others: [who('Boris')] },
    );
    expect(await take([signal])).toEqual(['taken']);
    expect(await take([signal])).toEqual(['duplicate']);
    const named = await everybody();
    expect(named('Ada')).toMatchObject({
      heardOf: { way: 'RECOMMENDATION', words: 'Boris', via: 'FORM' },
      referredBy: [{ evidence: 'form', customer: { displayName: 'Boris Byron' } }],
      referrals: [],
    });
    expect(named('Boris')).toMatchObject({
      heardOf: null,
      referrals: [{ invited: { displayName: 'Ada Byron' } }],
    });
  });

  it('goes with its records when customers become one and part again, and nobody recommends us to themselves', async () => {
    const named = await everybody();
    const [ada, boris] = [named('Ada').id, named('Boris').id];
    const { mergeCustomers } = await ask(
      'mutation ($a: ID!, $b: ID!) { mergeCustomers(survivorId: $a, otherId: $b) { ... on MergeDone { decision { id } } } }',
      { a: ada, b: boris },
    );
    const one = await everybody();
    expect(one('Ada') ?? one('Boris')).toMatchObject({ referredBy: [] });
    await ask('mutation ($id: ID!) { unmergeCustomer(decisionId: $id) { __typename } }', {
      id: mergeCustomers.decision.id,
    });
    const two = await everybody();
    expect(two('Ada').referredBy).toEqual(named('Ada').referredBy);
    expect(two('Boris').referrals).toEqual(named('Boris').referrals);
  });
});

describe('"How did you hear of us?"', () => {
  const say = async (input: object) =>
    (
      await ask(
        'mutation ($input: SayHeardOf!) { sayHeardOf(input: $input) { __typename ... on Customer { heardOf { way via } } ... on Refusal { code } } }',
        { input },
      )
    ).sayHeardOf;

  it('is asked once, can be taken back, and is counted with its interval', async () => {
    const named = await everybody();
    const boris = named('Boris').id;
    expect(await say({ customerId: named('Ada').id, way: 'SEARCH' })).toMatchObject({ code: 'DONE_ALREADY' });
    expect(await say({ customerId: boris, way: 'RECOMMENDATION', referrerId: boris })).toMatchObject({
      code: 'NO_SUCH_PERSON',
    });
    expect(await say({ customerId: boris, way: 'SEARCH' })).toMatchObject({
      heardOf: { way: 'SEARCH', via: 'AGENT' },
    });
    expect(await say({ customerId: boris, way: 'PRESS' })).toMatchObject({ code: 'DONE_ALREADY' });
    const shares = async () =>
      (await ask('{ heardShares { n ways { way share { k n p lo hi } } } }')).heardShares;
    const both = await shares();
    expect(both.n).toBe(2);
    expect(both.ways.map(({ way }: { way: string }) => way)).toEqual(['RECOMMENDATION', 'SEARCH']);
    expect(both.ways[0].share.lo).toBeLessThan(0.5);
    await ask('mutation ($id: ID!) { takeBackHeardOf(customerId: $id) { __typename } }', { id: boris });
    expect((await shares()).n).toBe(1);
    expect(await say({ customerId: boris, way: 'PRESS' })).toMatchObject({ heardOf: { way: 'PRESS' } });
  });
});
