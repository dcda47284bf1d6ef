import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraph, modules } from '../../apps/api/src/app/index.ts';
import { addDemoUsers, guard, openDemoUsers } from '../../apps/api/src/modules/access/index.ts';
import { ticketSignal } from '../../apps/api/src/modules/support/record-ticket.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { type TestWorld, testWorld } from '../support/people.ts';

let world: TestWorld;
let schema: GraphQLSchema;
let tom: Viewer;
let ana: Viewer;
let admin: Viewer;

async function answer(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const result = await graphql({
    schema,
    source,
    contextValue: makeContext(world.database, viewer),
    variableValues: variables,
  });
  return JSON.parse(JSON.stringify(result));
}
// biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await answer(viewer, source, variables);
  expect(errors).toBeUndefined();
  return data;
}

const refusal = '... on Refusal { code message field }';
const values = 'fields { field { key name } isEmpty text number date yes choices { value label } unfit }';

const save = async (viewer: Viewer, input: object) =>
  (
    await ask(
      viewer,
      `mutation ($input: SaveTicketField!) { saveTicketField(input: $input) { __typename
         ... on TicketField { id key kind name options { value label isRemoved } } ${refusal} } }`,
      { input: { dataClass: 'INTERNAL', ...input } },
    )
  ).saveTicketField;
const change = async (viewer: Viewer, id: string, what: object) =>
  (
    await ask(
      viewer,
      `mutation ($ids: [ID!]!, $change: TicketChange!) { changeTickets(ids: $ids, change: $change) { __typename
         ... on ChangedTickets { tickets { id status ${values} } } ${refusal} } }`,
      { ids: [id], change: what },
    )
  ).changeTickets;
const inbox = async (viewer: Viewer, fields: object[]) =>
  (
    await ask(
      viewer,
      `query ($filter: InboxFilter) { inbox(filter: $filter) { edges { node { number } } } }`,
      {
        filter: { fields },
      },
    )
  ).inbox.edges
    .map(({ node }: { node: { number: string } }) => node.number)
    .sort();

let n = 0;
/** A ticket that a source told of, with its words for fields. */
async function told(fields?: object, more: object = {}): Promise<string> {
  n += 1;
  const at = new Date(Date.UTC(2026, 0, 5, 9)).toISOString();
  await hear(`ticket:${n}`, at, {
    subject: `Matter ${n}`,
    status: 'open',
    ...(fields ? { fields } : {}),
    ...more,
  });
  const [row] = await world.database.query<{ id: string }>('SELECT id FROM ticket WHERE source_key = $1', [
    `ticket:${n}`,
  ]);
  return row!.id;
}
const hear = async (subjectKey: string, at: string, body: object) => {
  const located = await world.located(ticketSignal, { subjectKey, at, body });
  await world.database.transaction((tx) => ticketSignal.record(tx, [located]));
};
const look = async (viewer: Viewer, id: string) =>
  (await ask(viewer, `query ($id: ID!) { ticket(id: $id) { ${values} } }`, { id })).ticket.fields;

beforeAll(async () => {
  world = await testWorld();
  schema = guard(buildGraph(modules));
  await world.database.transaction((tx) => addDemoUsers(tx));
  const users = await openDemoUsers(world.database);
  const viewer = (role: string): Viewer => {
    const user = users.find((one) => one.role === role)!;
    return { kind: 'user', id: user.id, name: user.name, role, department: user.department };
  };
  tom = viewer('support-agent');
  ana = viewer('support-lead');
  admin = { ...tom, role: 'admin', department: null };

  for (const input of [
    { name: 'Serial number', kind: 'TEXT' },
    { name: 'Seats', kind: 'NUMBER', aliases: ['Number of seats', '360001'] },
    { name: 'Delivered on', kind: 'DATE' },
    { name: 'Warranty', kind: 'YES_NO' },
    { name: 'Colour', kind: 'CHOICE', options: [{ label: 'Red' }, { label: 'Dark blue' }] },
    { name: 'Parts', kind: 'SEVERAL', options: [{ label: 'Leg' }, { label: 'Seat' }, { label: 'Back' }] },
    { name: 'Allergy', kind: 'TEXT', dataClass: 'SPECIAL' },
    { name: 'Root cause', kind: 'TEXT', isRequiredToSolve: true, types: ['incident'] },
  ])
    expect(await save(ana, input)).toMatchObject({ __typename: 'TicketField' });
});
afterAll(() => world.close());

describe('A field of one’s own', () => {
  it('is made by a lead and by nobody who only answers tickets', async () => {
    const no = await answer(
      tom,
      `mutation ($input: SaveTicketField!) { saveTicketField(input: $input) { __typename } }`,
      { input: { name: 'Mine', kind: 'TEXT', dataClass: 'INTERNAL' } },
    );
    expect(no.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('has a name of its own and a kind for good', async () => {
    expect(await save(ana, { name: 'seats', kind: 'TEXT' })).toMatchObject({
      code: 'BAD_CHANGE',
      field: 'name',
    });
    const made = await save(ana, { name: 'Floor', kind: 'NUMBER' });
    expect(await save(ana, { id: made.id, name: 'Floor', kind: 'TEXT' })).toMatchObject({
      code: 'KIND_STANDS',
    });
    expect(await save(ana, { name: 'Shape', kind: 'CHOICE', options: [] })).toMatchObject({
      field: 'options',
    });
  });

  it('takes what fits, empties, and refuses the rest in words that name it, with nothing done', async () => {
    const id = await told();
    const done = await change(tom, id, {
      fields: [
        { key: 'seats', number: 4 },
        { key: 'delivered-on', date: '2026-01-02' },
        { key: 'warranty', yes: false },
        { key: 'colour', choices: ['dark-blue'] },
        { key: 'parts', choices: ['leg', 'back'] },
      ],
    });
    expect(done.tickets[0].fields.filter((one: { isEmpty: boolean }) => !one.isEmpty)).toMatchObject([
      { field: { key: 'seats' }, number: 4, text: null },
      { field: { key: 'delivered-on' }, date: '2026-01-02' },
      { field: { key: 'warranty' }, yes: false },
      { field: { key: 'colour' }, choices: [{ value: 'dark-blue', label: 'Dark blue' }] },
      { field: { key: 'parts' }, choices: [{ label: 'Leg' }, { label: 'Back' }] },
    ]);
    expect(
      await change(tom, id, { priority: 'HIGH', fields: [{ key: 'seats', text: 'many' }] }),
    ).toMatchObject({
      code: 'BAD_FIELD',
      field: 'fields.seats',
      message: '“Seats” takes a number, not “many”.',
    });
    expect(await change(tom, id, { fields: [{ key: 'shoes', number: 1 }] })).toMatchObject({
      code: 'BAD_FIELD',
    });
    const emptied = await change(tom, id, { fields: [{ key: 'seats' }] });
    expect(emptied.tickets[0].fields[1]).toMatchObject({
      field: { key: 'seats' },
      isEmpty: true,
      number: null,
    });
  });

  it('stands in the thread with what was before, and in the audit by name, never by value', async () => {
    const id = await told();
    await change(tom, id, { fields: [{ key: 'colour', choices: ['red'] }] });
    const { ticket } = await ask(
      tom,
      `query ($id: ID!) { ticket(id: $id) { thread { items { ... on TicketEvent { field before after actorName } } } } }`,
      { id },
    );
    expect(ticket.thread.items.at(-1)).toMatchObject({ field: 'field:colour', before: null, after: 'Red' });
    const [entry] = await world.database.query<{ details: object }>(
      `SELECT details FROM audit_entry WHERE subject_id = $1 AND action = 'change-ticket'`,
      [id],
    );
    expect(entry!.details).toEqual({ fields: ['field:colour'] });
  });

  it('that has to be known holds a ticket of its type open, until it is filled in or in the same go', async () => {
    const id = await told(undefined, { type: 'incident' });
    expect(await change(tom, id, { status: 'SOLVED' })).toMatchObject({
      code: 'FIELD_MISSING',
      field: 'fields.root-cause',
      message: '“Root cause” has to be filled in before the ticket is solved.',
    });
    const solved = await change(tom, id, { status: 'SOLVED', fields: [{ key: 'root-cause', text: 'Glue' }] });
    expect(solved.tickets[0].status).toBe('SOLVED');
    const other = await told(undefined, { type: 'question' });
    expect((await change(tom, other, { status: 'SOLVED' })).tickets[0].status).toBe('SOLVED');
  });

  it('hears webhooks and files by key, name and what it is called there; what does not fit is shown beside it', async () => {
    const id = await told({ 'Number of seats': '12', warranty: true, colour: 'Green', shoe: 44 });
    const fields = await look(tom, id);
    const of = (key: string) => fields.find((one: { field: { key: string } }) => one.field.key === key);
    expect(of('seats')).toMatchObject({ number: 12 });
    expect(of('warranty')).toMatchObject({ yes: true });
    expect(of('colour')).toMatchObject({ isEmpty: true, choices: [], unfit: 'Green' });
    await change(tom, id, { fields: [{ key: 'seats', number: 13 }] });
    await hear(`ticket:${n}`, '2026-01-06T09:00:00Z', { fields: { '360001': '12' } });
    expect((await look(tom, id))[1]).toMatchObject({ number: 13 });
    await hear(`ticket:${n}`, '2026-01-07T09:00:00Z', { fields: { '360001': 14 } });
    expect((await look(tom, id))[1]).toMatchObject({ number: 14 });
  });

  it('can be asked by in the inbox', async () => {
    const a = await told({ seats: 100, colour: 'red', parts: 'Leg;Seat', 'delivered-on': '2026-02-01' });
    await told({ seats: 200, parts: ['Seat'], warranty: false, 'serial-number': 'ZZ 50%' });
    const [first, second] = [String(n - 1), String(n)];
    expect(await inbox(tom, [{ key: 'seats', from: '100', until: '150' }])).toEqual([first]);
    expect(await inbox(tom, [{ key: 'seats', from: '100' }])).toEqual([first, second]);
    expect(
      await inbox(tom, [
        { key: 'parts', choices: ['seat'] },
        { key: 'seats', from: '99' },
      ]),
    ).toEqual([first, second]);
    expect(await inbox(tom, [{ key: 'delivered-on', from: '2026-01-31' }])).toEqual([first]);
    expect(await inbox(tom, [{ key: 'serial-number', text: '50%' }])).toEqual([second]);
    expect(
      await inbox(tom, [
        { key: 'warranty', yes: false },
        { key: 'seats', from: '99' },
      ]),
    ).toEqual([second]);
    expect(
      await inbox(tom, [
        { key: 'warranty', isEmpty: true },
        { key: 'seats', from: '99' },
      ]),
    ).toEqual([first]);
    await change(tom, a, { fields: [{ key: 'seats' }] });
    expect(await inbox(tom, [{ key: 'seats', from: '100' }])).toEqual([second]);
  });

  it('told in confidence is masked for who does not read such things, and they cannot ask by it', async () => {
    const id = await told({ allergy: 'Nickel', seats: 7 });
    const allergy = (fields: { field: { key: string } }[]) =>
      fields.find(({ field }) => field.key === 'allergy');
    expect(allergy(await look(tom, id))).toMatchObject({ text: 'Nickel' });
    const masked = await look(admin, id);
    expect(allergy(masked)).toMatchObject({ text: '•••', isEmpty: false });
    expect(JSON.stringify(masked)).not.toContain('Nickel');
    expect(masked[1]).toMatchObject({ number: 7 });
    const asked = await answer(
      admin,
      `query ($filter: InboxFilter) { inbox(filter: $filter) { edges { node { number } } } }`,
      { filter: { fields: [{ key: 'allergy', text: 'Nickel' }] } },
    );
    expect(asked.errors[0].extensions.code).toBe('FORBIDDEN');
  });

  it('is set by a macro, shown before it is sent, and taken back with the reply', async () => {
    const { saveMacro } = await ask(
      ana,
      `mutation ($input: SaveMacro!) { saveMacro(input: $input) { __typename ... on Macro { id fields { field { key } choices { label } } } ${refusal} } }`,
      { input: { name: 'Leg', bodies: [], change: { fields: [{ key: 'parts', choices: ['leg'] }] } } },
    );
    expect(saveMacro.fields).toEqual([{ field: { key: 'parts' }, choices: [{ label: 'Leg' }] }]);
    const bad = await ask(
      ana,
      `mutation ($input: SaveMacro!) { saveMacro(input: $input) { __typename ${refusal} } }`,
      { input: { name: 'Odd', bodies: [], change: { fields: [{ key: 'parts', choices: ['wheel'] }] } } },
    );
    expect(bad.saveMacro).toMatchObject({ code: 'BAD_FIELD', field: 'fields.parts' });
  });

  it('is put away with its values and put back with them, in an order of one’s own', async () => {
    const id = await told({ 'serial-number': 'A-1' });
    const all = async () =>
      (await ask(tom, '{ ticketFields { id key isPutAway } }')).ticketFields as {
        id: string;
        key: string;
        isPutAway: boolean;
      }[];
    const serial = (await all()).find(({ key }) => key === 'serial-number')!;
    const move = (name: string, one: string) =>
      ask(ana, `mutation ($id: ID!) { ${name}(id: $id) { __typename ${refusal} } }`, { id: one });
    await move('putAwayTicketField', serial.id);
    expect(
      (await look(tom, id)).some((one: { field: { key: string } }) => one.field.key === 'serial-number'),
    ).toBe(false);
    await move('putBackTicketField', serial.id);
    expect((await look(tom, id))[0]).toMatchObject({ text: 'A-1' });
    const colour = (await all()).find(({ key }) => key === 'colour')!;
    await ask(ana, `mutation ($ids: [ID!]!) { orderTicketFields(ids: $ids) { __typename } }`, {
      ids: [colour.id],
    });
    expect((await all()).map(({ key }) => key).slice(0, 2)).toEqual(['colour', 'serial-number']);
  });
});
