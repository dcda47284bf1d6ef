import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
const user = (name: string, role: string, department: string | null): Viewer => ({
  kind: 'user',
  id: newId(),
  name,
  role,
  department,
});
const ines = user('Inès', 'sales-rep', 'sales');
const otto = user('Otto', 'sales-lead', 'sales');
const sam = user('Sam', 'support-agent', 'support');

async function ask(viewer: Viewer, source: string, variableValues: Record<string, unknown> = {}) {
  const contextValue = makeContext(world.database, viewer);
  const result = await graphql({ schema, source, contextValue, variableValues });
  expect(result.errors).toBeUndefined();
  // biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
  return result.data as any;
}
const shape =
  '{ __typename ... on SavedView { id name search sharedWith ownerName isMine } ... on Refusal { code field } }';
const save = async (viewer: Viewer, input: object) =>
  (
    await ask(viewer, `mutation ($input: SaveView!) { saveView(input: $input) ${shape} }`, {
      input: { screen: 'customers', name: 'At risk', search: 'quiet=60', ...input },
    })
  ).saveView;
const act = async (viewer: Viewer, what: 'removeView' | 'restoreView', id: string) =>
  (await ask(viewer, `mutation ($id: ID!) { result: ${what}(id: $id) ${shape} }`, { id })).result;
const names = async (viewer: Viewer, screen = 'customers'): Promise<string[]> =>
  (
    await ask(viewer, 'query ($screen: String!) { savedViews(screen: $screen) { name } }', { screen })
  ).savedViews.map(({ name }: { name: string }) => name);
const byId = async (viewer: Viewer, id: string) =>
  (await ask(viewer, 'query ($id: ID!) { node(id: $id) { ... on SavedView { name } } }', { id })).node;

beforeAll(async () => {
  world = await testWorld();
  schema = buildGraph(modules);
  for (const { id, name, role, department } of [ines, otto, sam])
    await world.database.query(
      'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
      [id, `${name}@example.org`, name, role, department],
    );
});
afterAll(() => world.close());

describe('saved views', () => {
  it('are one’s own until they are shared, with the department or with everybody, and taken back', async () => {
    const view = await save(ines, {});
    expect(view).toMatchObject({ name: 'At risk', sharedWith: 'NOBODY', ownerName: 'Inès', isMine: true });
    expect([await names(ines), await names(otto), await names(sam)]).toEqual([['At risk'], [], []]);
    expect([await byId(ines, view.id), await byId(otto, view.id)]).toEqual([{ name: 'At risk' }, null]);

    await save(ines, { id: view.id, sharedWith: 'DEPARTMENT' });
    expect([await names(otto), await names(sam)]).toEqual([['At risk'], []]);
    await save(ines, { id: view.id, name: 'Quiet ones', search: '?quiet=90', sharedWith: 'EVERYBODY' });
    expect([await names(ines), await names(sam)]).toEqual([['Quiet ones'], ['Quiet ones']]);
    expect(await byId(sam, view.id)).toEqual({ name: 'Quiet ones' });

    expect(await save(sam, { id: view.id })).toMatchObject({ code: 'NOT_YOURS', field: 'id' });
    expect(await act(sam, 'removeView', view.id)).toMatchObject({ code: 'NOT_YOURS' });
    const mine = await save(sam, { name: 'Mine' });
    expect(await names(sam)).toEqual(['Mine', 'Quiet ones']);
    expect(await act(ines, 'removeView', mine.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(ines, 'removeView', newId())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('come back to their place when their removal is undone', async () => {
    const first = await save(otto, { screen: 'tickets', name: 'First' });
    await save(otto, { screen: 'tickets', name: 'Second' });
    expect(await names(otto)).not.toContain('First');
    await act(otto, 'removeView', first.id);
    expect(await names(otto, 'tickets')).toEqual(['Second']);
    expect(await byId(otto, first.id)).toBeNull();
    await act(otto, 'restoreView', first.id);
    expect(await names(otto, 'tickets')).toEqual(['First', 'Second']);
  });

  it('stand in the order in which their owner puts them, new ones last', async () => {
    const made = [];
    for (const name of ['A', 'B', 'C']) made.push(await save(otto, { screen: 'inbox', name }));
    const move = async (viewer: Viewer, id: string, place: number) =>
      (
        await ask(viewer, `mutation ($id: ID!, $place: Int!) { moveView(id: $id, place: $place) ${shape} }`, {
          id,
          place,
        })
      ).moveView;
    expect(await move(otto, made[2].id, 0)).toMatchObject({ name: 'C' });
    expect(await names(otto, 'inbox')).toEqual(['C', 'A', 'B']);
    await save(otto, { screen: 'inbox', name: 'D' });
    expect(await names(otto, 'inbox')).toEqual(['C', 'A', 'B', 'D']);
    await save(otto, { screen: 'inbox', id: made[0].id, name: 'A', sharedWith: 'EVERYBODY' });
    expect(await move(sam, made[0].id, 1)).toMatchObject({ code: 'NOT_YOURS' });
    expect(await move(sam, made[1].id, 1)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are refused by the field that is wrong, and beyond a hundred of one screen', async () => {
    expect(await save(ines, { name: ' ' })).toMatchObject({ code: 'BAD_VIEW', field: 'name' });
    expect(await save(ines, { search: 'a#b' })).toMatchObject({ code: 'BAD_VIEW', field: 'search' });
    expect(await save(ines, { screen: '../x' })).toMatchObject({ code: 'BAD_VIEW', field: 'screen' });
    await world.database.query(
      `INSERT INTO saved_view (id, owner_id, owner_name, screen, name, search, created_at)
       SELECT gen_random_uuid(), $1, 'Inès', 'many', 'n' || n, '', now() FROM generate_series(1, 100) AS n`,
      [ines.id],
    );
    expect(await save(ines, { screen: 'many' })).toMatchObject({ code: 'TOO_MANY_VIEWS' });
    const audit = await world.rows('audit_entry', 'action');
    expect(new Set(audit.map(({ action }) => action))).toEqual(
      new Set(['save-view', 'move-view', 'remove-view', 'restore-view']),
    );
  });
});
