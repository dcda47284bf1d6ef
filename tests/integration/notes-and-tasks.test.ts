import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import { newId } from '../../apps/api/src/kernel/id.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestPerson, type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let ada: TestPerson;
let schema: GraphQLSchema;
const user = (name: string, role: string, department: string): Viewer => ({
  kind: 'user',
  id: newId(),
  name,
  role,
  department,
});
const ines = user('Inès', 'sales-rep', 'sales');
const otto = user('Otto', 'sales-rep', 'sales');
const sam = user('Sam', 'support-agent', 'support');

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
const note =
  'result { __typename ... on Note { id body authorName department forDepartmentOnly canEdit } ... on Refusal { code field } }'.replace(
    'result ',
    '',
  );
const add = async (viewer: Viewer, body: string, forDepartmentOnly = false) =>
  (
    await ask(viewer, `mutation ($input: NewNote!) { addNote(input: $input) ${note} }`, {
      input: { customerId: ada.customerId, body, forDepartmentOnly },
    })
  ).addNote;
const seen = async (viewer: Viewer) => {
  const { customer } = await ask(
    viewer,
    'query ($id: ID!) { customer(id: $id) { notes { body } timeline { edges { node { kind title } } } } }',
    { id: ada.customerId },
  );
  return {
    notes: customer.notes.map(({ body }: { body: string }) => body),
    lines: customer.timeline.edges.map(({ node: { title } }: { node: { title: string } }) => title),
  };
};
const change = (viewer: Viewer, what: string, id: string) =>
  ask(viewer, `mutation ($id: ID!) { result: ${what.replace('ID', '$id')} ${note} }`, { id });

beforeAll(async () => {
  world = await testWorld();
  schema = buildGraph(modules);
  ada = await world.person('Ada');
  for (const { id, name, role, department } of [ines, otto, sam])
    await world.database.query(
      'INSERT INTO app_user (id, email, name, role, department) VALUES ($1, $2, $3, $4, $5)',
      [id, `${name}@example.org`, name, role, department],
    );
});
afterAll(() => world.close());

describe('notes', () => {
  it('are written, seen, told, changed, taken away and put back', async () => {
    const made = await add(ines, '  Prefers mail ');
    expect(made).toMatchObject({
      body: 'Prefers mail',
      authorName: 'Inès',
      department: 'SALES',
      canEdit: true,
    });
    expect(await seen(sam)).toEqual({ notes: ['Prefers mail'], lines: ['Note: Prefers mail'] });

    await change(ines, 'editNote(id: ID, body: "Prefers phone")', made.id);
    expect(await seen(sam)).toEqual({ notes: ['Prefers phone'], lines: ['Note: Prefers phone'] });
    await change(ines, 'removeNote(id: ID)', made.id);
    expect(await seen(ines)).toEqual({ notes: [], lines: [] });
    await change(ines, 'restoreNote(id: ID)', made.id);
    expect(await seen(otto)).toEqual({ notes: ['Prefers phone'], lines: ['Note: Prefers phone'] });

    const audit = await world.rows('audit_entry', 'id', 'action', 'actor_name');
    expect(audit.map(({ action }) => action)).toEqual([
      'add-note',
      'edit-note',
      'remove-note',
      'restore-note',
    ]);
    const [last] = await world.database.query('SELECT kinds FROM change ORDER BY id DESC LIMIT 1');
    expect(last).toEqual({ kinds: ['note'] });
  });

  it('for a department are not there for others: not in the list, the timeline, or a refusal', async () => {
    const made = await add(ines, 'May have a discount', true);
    expect((await seen(otto)).notes).toContain('May have a discount');
    expect(await seen(sam)).toEqual({ notes: ['Prefers phone'], lines: ['Note: Prefers phone'] });
    const theirs = await change(sam, 'editNote(id: ID, body: "x")', made.id);
    const nobodys = await change(sam, 'editNote(id: ID, body: "x")', newId());
    expect(theirs).toEqual(nobodys);
    expect((await change(otto, 'removeNote(id: ID)', made.id)).result).toMatchObject({ code: 'NOT_YOURS' });
    expect((await seen(ines)).notes).toContain('May have a discount');
    const byId = async (viewer: Viewer, id: string) =>
      (await ask(viewer, 'query ($id: ID!) { node(id: $id) { ... on Note { body } } }', { id })).node;
    expect(await byId(otto, made.id)).toEqual({ body: 'May have a discount' });
    expect(await byId(sam, made.id)).toBeNull();
    await change(ines, 'removeNote(id: ID)', made.id);
    expect(await byId(ines, made.id)).toBeNull();
    await change(ines, 'restoreNote(id: ID)', made.id);
  });

  it('need words and somebody to be about', async () => {
    expect(await add(ines, ' \u0000 ')).toMatchObject({
      __typename: 'Refusal',
      code: 'NO_WORDS',
      field: 'body',
    });
    for (const customerId of ['42', newId()])
      expect(
        (
          await ask(ines, `mutation ($input: NewNote!) { addNote(input: $input) ${note} }`, {
            input: { customerId, body: 'x' },
          })
        ).addNote,
      ).toMatchObject({ code: 'NOT_FOUND', field: 'customerId' });
  });
});

describe('tasks', () => {
  const task =
    '{ __typename ... on Task { id title detail dueOn doneAt assigneeName assigneeId toldBy } ... on Refusal { code field } }';
  const addTask = async (input: object) =>
    (
      await ask(ines, `mutation ($input: NewTask!) { addTask(input: $input) ${task} }`, {
        input: { customerId: ada.customerId, title: 'Send sample', ...input },
      })
    ).addTask;

  it('are written for oneself or a colleague, done once, and undone', async () => {
    expect(await addTask({})).toMatchObject({ assigneeName: 'Inès', doneAt: null });
    const made = await addTask({ dueOn: '2026-12-24', assigneeId: sam.id });
    expect(made).toMatchObject({ title: 'Send sample', dueOn: '2026-12-24', assigneeName: 'Sam' });
    const done = async (value: boolean) =>
      (
        await ask(sam, `mutation ($id: ID!) { completeTask(id: $id, done: ${value}) ${task} }`, {
          id: made.id,
        })
      ).completeTask.doneAt;
    const first = await done(true);
    expect(first).not.toBeNull();
    expect(await done(true)).toEqual(first);
    expect((await seen(sam)).lines).toContain('Task done: Send sample');
    expect(await done(false)).toBeNull();
    expect((await seen(sam)).lines).not.toContain('Task done: Send sample');
  });

  it('are refused without a title, for nobody, or for a colleague nobody knows', async () => {
    expect(await addTask({ title: '  ' })).toMatchObject({ code: 'NO_WORDS', field: 'title' });
    expect(await addTask({ customerId: newId() })).toMatchObject({ code: 'NOT_FOUND', field: 'customerId' });
    expect(await addTask({ assigneeId: newId() })).toMatchObject({ code: 'NOT_FOUND', field: 'assigneeId' });
  });

  const edit = async (viewer: Viewer, id: string, input: object) =>
    (
      await ask(
        viewer,
        `mutation ($id: ID!, $input: TaskEdit!) { editTask(id: $id, input: $input) ${task} }`,
        {
          id,
          input,
        },
      )
    ).editTask;
  const act = async (viewer: Viewer, what: 'removeTask' | 'restoreTask', id: string) =>
    (await ask(viewer, `mutation ($id: ID!) { result: ${what}(id: $id) ${task} }`, { id })).result;
  const ofAda = async () =>
    (
      await ask(
        ines,
        '{ customer(id: "ID") { tasks(includeDone: true) { id } } }'.replace('ID', ada.customerId),
      )
    ).customer.tasks.map(({ id }: { id: string }) => id);

  it('are changed word by word, by whoever may, and given to somebody else or to nobody', async () => {
    const made = await addTask({ detail: 'The blue one', dueOn: '2026-12-24' });
    expect(await edit(sam, made.id, { title: ' Send two samples ' })).toMatchObject({
      title: 'Send two samples',
      detail: 'The blue one',
      dueOn: '2026-12-24',
      assigneeName: 'Inès',
      toldBy: null,
    });
    expect(await edit(sam, made.id, { detail: null, dueOn: null, assigneeId: otto.id })).toMatchObject({
      title: 'Send two samples',
      detail: null,
      dueOn: null,
      assigneeName: 'Otto',
      assigneeId: otto.id,
    });
    expect(await edit(sam, made.id, { assigneeId: null })).toMatchObject({
      assigneeName: null,
      assigneeId: null,
    });
    const audit = await world.rows('audit_entry', 'id', 'action', 'details');
    expect(audit.filter(({ action }) => action === 'edit-task').map(({ details }) => details)).toEqual([
      { fields: ['title'] },
      { fields: ['detail', 'dueOn', 'assigneeId'] },
      { fields: ['assigneeId'] },
    ]);
  });

  it('are not changed into nothing, nor given to somebody whom nobody knows or who may not come in any more', async () => {
    const made = await addTask({});
    for (const title of ['  ', null])
      expect(await edit(ines, made.id, { title })).toMatchObject({ code: 'NO_WORDS', field: 'title' });
    expect(await edit(ines, made.id, { assigneeId: newId() })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'assigneeId',
    });
    await world.database.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [sam.id]);
    expect(await edit(ines, made.id, { assigneeId: sam.id })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'assigneeId',
    });
    await world.database.query('UPDATE app_user SET disabled_at = NULL WHERE id = $1', [sam.id]);
    for (const id of ['42', newId()])
      expect(await edit(ines, id, { title: 'x' })).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });

  it('are taken away and put back, with what was told of them', async () => {
    const made = await addTask({ title: 'Ring twice' });
    await ask(ines, `mutation { completeTask(id: "${made.id}") { __typename } }`);
    expect(await ofAda()).toContain(made.id);
    await act(sam, 'removeTask', made.id);
    expect(await ofAda()).not.toContain(made.id);
    expect((await seen(sam)).lines).not.toContain('Task done: Ring twice');
    expect((await ask(ines, `{ node(id: "${made.id}") { id } }`)).node).toBeNull();
    expect(await act(sam, 'removeTask', made.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await edit(ines, made.id, { title: 'x' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await act(sam, 'restoreTask', made.id)).toMatchObject({ title: 'Ring twice' });
    expect(await ofAda()).toContain(made.id);
    expect((await seen(sam)).lines).toContain('Task done: Ring twice');
  });

  it('of oneself stand in one list: by day, those without one last; what was done lately in another', async () => {
    await world.database.query('UPDATE task SET removed_at = now()');
    await addTask({ title: 'Some day' });
    await addTask({ title: 'Late', dueOn: '2026-01-02' });
    await addTask({ title: 'Christmas', dueOn: '2026-12-24' });
    await addTask({ title: 'Of Sam', dueOn: '2026-03-01', assigneeId: sam.id });
    const free = await addTask({ title: 'Of nobody', dueOn: '2026-04-01' });
    await edit(ines, free.id, { assigneeId: null });
    // A system that knows her by name, not by account.
    await world.database.query(
      `INSERT INTO task (id, source_id, source_key, customer_id, source_record_id, title, due_on, assignee_name, created_at, observed_at, signal_id)
       SELECT gen_random_uuid(), r.source_id, 'theirs', r.customer_id, r.id, 'Theirs', '2026-02-02', 'Inès', now(), now(), gen_random_uuid()
         FROM source_record r WHERE r.customer_id = $1 LIMIT 1`,
      [ada.customerId],
    );
    const list = async (filter: object, first = 50, after: string | null = null) =>
      (
        await ask(
          ines,
          'query ($filter: TaskFilter, $first: Int, $after: String) { tasks(filter: $filter, first: $first, after: $after) { edges { node { title toldBy customer { displayName } } } pageInfo { hasNextPage endCursor } } }',
          { filter, first, after },
        )
      ).tasks;
    const titles = async (...asked: Parameters<typeof list>) =>
      (await list(...asked)).edges.map(({ node }: { node: { title: string } }) => node.title);
    expect(await titles({ mine: true })).toEqual(['Late', 'Theirs', 'Christmas', 'Some day']);
    expect(await titles({ assigneeId: sam.id })).toEqual(['Of Sam']);
    expect(await titles({ unassigned: true })).toEqual(['Of nobody']);
    expect(await titles({})).toEqual(['Late', 'Theirs', 'Of Sam', 'Of nobody', 'Christmas', 'Some day']);
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await list({ mine: true }, 1, after);
      pages.push(edges[0].node.title);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(pages).toEqual(['Late', 'Theirs', 'Christmas', 'Some day']);
    expect(await titles({ mine: true, isDone: true })).toEqual([]);
    const { edges } = await list({ mine: true });
    expect(edges[1].node).toMatchObject({ toldBy: expect.any(String), customer: { displayName: 'Ada' } });
    const [{ id }] = (await world.database.query<{ id: string }>(
      `SELECT id FROM task WHERE title = 'Late' AND removed_at IS NULL`,
    )) as [{ id: string }];
    await ask(ines, `mutation { completeTask(id: "${id}") { __typename } }`);
    expect(await titles({ mine: true, isDone: true })).toEqual(['Late']);
    expect(await titles({ mine: true })).not.toContain('Late');
  });
});
