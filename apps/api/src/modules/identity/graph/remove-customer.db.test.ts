import 'reflect-metadata';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layNeighbours } from '#modules/house';
import { type Database, openDatabase } from '#platform/database';
import { makeContext, type Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../../tests/support/people-world.ts';
import { buildGraph, modules } from '../../../app/index.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
let schema: GraphQLSchema;
const viewer: Viewer = { kind: 'user', id: null, name: 'Inès', role: 'sales-rep', department: 'sales' };

beforeAll(async () => {
  fresh = await freshDatabase();
  layNeighbours(modules);
  schema = buildGraph(modules);
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: the tree that a test looks into
async function ask(source: string, variableValues: Record<string, unknown> = {}): Promise<any> {
  const contextValue = makeContext(db, viewer);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data));
}

const add = async (input: object): Promise<string> =>
  (
    await ask(
      'mutation ($input: NewCustomer!) { addCustomer(input: $input) { ... on Customer { id } ... on Refusal { code } } }',
      { input },
    )
  ).addCustomer.id;
const remove = async (id: string) =>
  (
    await ask(
      'mutation ($id: ID!) { removeCustomer(id: $id) { __typename ... on CustomerRemoved { id } ... on Refusal { code } } }',
      { id },
    )
  ).removeCustomer;
/** Whether somebody is seen: by their id, in the list, by searching, and among the companies. */
const seen = async (id: string, name: string) => {
  const found = await ask(
    'query ($id: ID!, $text: String!) { customer(id: $id) { id } customers(filter: { text: $text }) { count { value } } search(text: $text) { __typename } }',
    { id, text: name },
  );
  return [found.customer !== null, found.customers.count.value, found.search.length];
};
const rowsOf = async (id: string): Promise<number> => {
  const tables = await db.query<{ table: string; column: string }>(
    `SELECT of_table AS "table", of_column AS "column" FROM reference WHERE to_table = 'customer'`,
  );
  let count = 0;
  for (const { table, column } of tables)
    count += (await db.query(`SELECT FROM ${table} WHERE ${column} = $1`, [id])).length;
  return count;
};

describe('A customer added by mistake', () => {
  it('is taken away with what was written about them, and may be added again', async () => {
    const person = {
      fullName: 'Wanda Nowak',
      email: 'wanda@nowak.test',
      companyName: 'Nowak Bau',
      jobTitle: 'Owner',
    };
    const id = await add(person);
    await ask('mutation ($input: NewNote!) { addNote(input: $input) { __typename } }', {
      input: { customerId: id, body: 'Met at the fair', forDepartmentOnly: false },
    });
    await ask('mutation ($input: NewTask!) { addTask(input: $input) { __typename } }', {
      input: { customerId: id, title: 'Send the offer' },
    });
    await ask('mutation ($ids: [ID!]!) { tagCustomers(customerIds: $ids, add: ["fair"]) { id } }', {
      ids: [id],
    });
    expect(await seen(id, 'Wanda')).toEqual([true, 1, 1]);
    expect(await remove(id)).toEqual({ __typename: 'CustomerRemoved', id });
    expect(await seen(id, 'Wanda')).toEqual([false, 0, 0]);
    expect(await rowsOf(id)).toBe(0);
    expect(await db.query("SELECT FROM company WHERE name = 'Nowak Bau'")).toEqual([]);
    const lines = await db.query(
      'SELECT action FROM audit_entry WHERE customer_id = $1 ORDER BY at DESC, id DESC',
      [id],
    );
    expect(lines[0]).toEqual({ action: 'remove-customer' });
    expect(await remove(id)).toMatchObject({ code: 'CUSTOMER_MISSING' });
    expect(await seen(await add(person), 'Wanda')).toEqual([true, 1, 1]);
  });

  it('leaves the company at which others work, and everybody else', async () => {
    const colleague = await add({ fullName: 'Piotr Lis', companyName: 'Lis Druck' });
    const mistake = await add({ fullName: 'Piotr Liss', companyName: 'Lis Druck' });
    await remove(mistake);
    const { customer } = await ask(
      'query ($id: ID!) { customer(id: $id) { companies { company { name } } } }',
      {
        id: colleague,
      },
    );
    expect(customer.companies).toEqual([{ company: { name: 'Lis Druck' } }]);
  });

  it('stays when a source knows them, when they were joined with another, and when something happened', async () => {
    await people.tell(
      'hubspot',
      people.signal({ key: 'h1', emails: ['sofia@known.test'], profile: { fullName: 'Sofia Known' } }),
    );
    const [known] = await db.query<{ id: string }>(
      "SELECT id FROM customer WHERE display_name = 'Sofia Known'",
    );
    expect(await remove(known!.id)).toMatchObject({ code: 'TOLD_BY_SOURCE' });

    const survivor = await add({ fullName: 'Mona Zwei' });
    const other = await add({ fullName: 'Mona Drei' });
    await ask('mutation ($a: ID!, $b: ID!) { mergeCustomers(survivorId: $a, otherId: $b) { __typename } }', {
      a: survivor,
      b: other,
    });
    expect(await remove(survivor)).toMatchObject({ code: 'MERGED_BEFORE' });
    expect(await remove(other)).toMatchObject({ code: 'MERGED_BEFORE' });

    const heard = await add({ fullName: 'Nico Heard', email: 'nico@heard.test' });
    await ask('mutation ($id: ID!) { withdrawConsent(customerId: $id, channel: "email") { __typename } }', {
      id: heard,
    });
    expect(await remove(heard)).toMatchObject({ code: 'SOMETHING_HAPPENED' });
    expect(await seen(heard, 'Nico')).toEqual([true, 1, 1]);
  });
});
