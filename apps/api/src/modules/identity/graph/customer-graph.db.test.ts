import 'reflect-metadata';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/database';
import { makeContext, type Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../../tests/support/people-world.ts';
import { buildGraph, modules } from '../../../app/index.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
let schema: GraphQLSchema;
const viewer: Viewer = { kind: 'user', id: null, name: 'Sam', role: 'sales-lead', department: 'sales' };

beforeAll(async () => {
  fresh = await freshDatabase();
  schema = buildGraph(modules);
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db);
  const names = ['Ana Țurcanu', 'Bogdan Ionescu', 'Carla Rossi', 'Dănuț Pop', 'Elena Marin'];
  await people.tell(
    'hubspot',
    ...names.map((fullName, n) =>
      people.signal(
        {
          key: `c${n}`,
          emails: [`p${n}@crm.ro`],
          phones: [`0721 00${n} 111`],
          profile: { fullName, country: n % 2 ? 'Italia' : 'Romania', jobTitle: 'CTO', tags: ['vip'] },
        },
        {
          at: `2026-0${n + 1}-01T00:00:00.123Z`,
          companies: [{ name: 'Fabrica de Pâine SRL', role: 'Cumpărător' }],
        },
      ),
    ),
  );
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

async function ask<Data = Record<string, never>>(
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Data> {
  const contextValue = makeContext(db, viewer);
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data)) as Data;
}

interface Page {
  customers: {
    edges: { node: { id: string; displayName: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    count: { value: number; isExact: boolean };
  };
}
const page = `query($filter: CustomerFilter, $sort: CustomerSort, $first: Int, $after: String) {
  customers(filter: $filter, sort: $sort, first: $first, after: $after) {
    edges { node { id displayName } } pageInfo { hasNextPage endCursor } count { value isExact } } }`;
const namesOf = ({ customers }: Page) => customers.edges.map(({ node }) => node.displayName);

describe('The list of customers', () => {
  it.each([
    'NAME_ASC',
    'NAME_DESC',
    'LAST_INTERACTION_DESC',
    'LAST_INTERACTION_ASC',
    'OPEN_DEAL_VALUE_DESC',
    'OPEN_TICKETS_DESC',
    'CREATED_DESC',
  ])('comes page by page without a gap or a repetition, %s', async (sort) => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const one: Page = await ask<Page>(page, { sort, first: 2, after });
      seen.push(...namesOf(one));
      expect(one.customers.count).toEqual({ value: 5, isExact: true });
      after = one.customers.pageInfo.hasNextPage ? one.customers.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    if (sort === 'NAME_ASC') expect(seen).toEqual([...seen].sort());
    if (sort === 'CREATED_DESC') expect(seen[0]).toBe('Elena Marin');
  });

  it('is filtered by what people type, with typos, and by values that facets give', async () => {
    expect(namesOf(await ask<Page>(page, { filter: { text: 'turcanu' } }))).toEqual(['Ana Țurcanu']);
    expect(namesOf(await ask<Page>(page, { filter: { text: 'Ionescu' } }))).toEqual(['Bogdan Ionescu']);
    expect(namesOf(await ask<Page>(page, { filter: { text: '0721.002.111' } }))).toEqual(['Carla Rossi']);
    expect(namesOf(await ask<Page>(page, { filter: { text: 'paine', countries: ['IT'] } }))).toHaveLength(2);
    const { customerFacets } = await ask<{ customerFacets: Record<string, unknown> }>(
      '{ customerFacets { countries { value count } tags { value count } } }',
    );
    expect(customerFacets).toEqual({
      countries: [
        { value: 'RO', count: 3 },
        { value: 'IT', count: 2 },
      ],
      tags: [{ value: 'vip', count: 5 }],
    });
  });

  it('refuses a cursor of another order', async () => {
    const { customers } = await ask<Page>(page, { sort: 'NAME_ASC', first: 1 });
    await expect(
      ask(page, { sort: 'CREATED_DESC', after: customers.pageInfo.endCursor }),
    ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });
});

describe('The search', () => {
  const search = async (text: string) =>
    (
      await ask<{ search: { matched: string; customer: object | null; company: object | null }[] }>(
        'query($text: String!) { search(text: $text) { matched customer { id } company { id } } }',
        { text },
      )
    ).search;

  it.each([
    ['Turcanu', 'Ana Țurcanu'],
    ['Țurcanu', 'Ana Țurcanu'],
    ['ionecsu', 'Bogdan Ionescu'],
    ['carla ros', 'Carla Rossi'],
    ['p3@crm.ro', 'Dănuț Pop'],
    ['+40 721 004 111', 'Elena Marin'],
    ['0721004111', 'Elena Marin'],
  ])('finds by %s', async (text, matched) => {
    expect((await search(text))[0]).toMatchObject({ matched, customer: {} });
  });

  it('finds by a mailbox or a number that is typed whole whose it is, however it is written, and nothing like it', async () => {
    for (const [text, matched] of [
      [' P3@CRM.ro ', 'Dănuț Pop'],
      ['Dan <p3@crm.ro>', 'Dănuț Pop'],
      ['0040 721 004 111', 'Elena Marin'],
    ] as const)
      expect((await search(text)).map((hit) => hit.matched)).toEqual([matched]);
    // Nobody has it whole: then whatever holds it is found, as before.
    expect((await search('3@crm.ro')).map((hit) => hit.matched)).toContain('Dănuț Pop');
  });

  it('finds companies alone, by their name with and without diacritics or with a typo, and then who belongs to one', async () => {
    const companies = async (text: string) =>
      (
        await ask<{ findCompanies: { id: string; name: string }[] }>(
          'query($text: String!) { findCompanies(text: $text, first: 3) { id name } }',
          { text },
        )
      ).findCompanies;
    for (const text of ['pâine', 'Fabrica de paine', 'fabrica de piane'])
      expect((await companies(text)).map(({ name }) => name)).toEqual(['Fabrica de Pâine SRL']);
    expect(await companies('Ionescu')).toEqual([]);
    expect(await companies('f')).toEqual([]);
    const companyId = (await companies('pâine'))[0]!.id;
    expect(namesOf(await ask<Page>(page, { filter: { companyId } }))).toHaveLength(5);
  });

  it('shows of those who share a mailbox the one who goes by nothing else first', async () => {
    const emails = ['ours@family.example'];
    await people.tell(
      'mailchimp',
      people.signal({ key: 's1', emails, profile: { fullName: 'Adela Voicu' } }),
      people.signal({ key: 's2', emails, profile: { fullName: 'Radu Neagu' } }),
      people.signal({ key: 's3', emails }),
    );
    const found = (await search('ours@family.example')).map((hit) => hit.matched);
    expect(found).toEqual(['ours@family.example', 'Adela Voicu', 'Radu Neagu']);
  });

  it('finds whoever is called so before a mailbox of which no name is known, whoever was heard from last', async () => {
    await people.tell('mailchimp', people.signal({ key: 'm9', emails: ['elena.marin@letter.example'] }));
    await db.query(
      "UPDATE customer_summary SET last_interaction_at = now() WHERE display_name = 'elena.marin@letter.example'",
    );
    const found = (await search('elena marin')).map((hit) => hit.matched);
    expect(found.slice(0, 2)).toEqual(['Elena Marin', 'elena.marin@letter.example']);
    expect((await search('elena.marin@let'))[0]).toMatchObject({ matched: 'elena.marin@letter.example' });
  });

  it('finds the company before its people, and nothing for nothing', async () => {
    expect((await search('Fabrica de paine'))[0]).toMatchObject({
      matched: 'Fabrica de Pâine SRL',
      company: {},
    });
    expect(await search('zzzzzz')).toEqual([]);
    expect(await search('%')).toEqual([]);
  });
});

describe('The number of a ticket', () => {
  it('finds the ticket, with or without its sign', async () => {
    await db.query(
      `INSERT INTO ticket (id, source_id, source_key, number, subject, status, opened_at, observed_at)
       SELECT gen_random_uuid(), id, 'ticket:4711', '4711', 'Kettle', 'open', now(), now() FROM source WHERE key = 'zendesk'`,
    );
    for (const text of ['4711', '#4711', 'ticket 4711'])
      expect(
        await ask(
          'query($text: String!) { search(text: $text) { matched ticket { number } customer { id } } }',
          {
            text,
          },
        ),
      ).toEqual({ search: [{ matched: '#4711 Kettle', ticket: { number: '4711' }, customer: null }] });
  });
});

describe('A customer', () => {
  it('shows what is known, from where, and through whom', async () => {
    const [id] = (await ask<Page>(page, { filter: { text: 'turcanu' } })).customers.edges.map(
      ({ node }) => node.id,
    );
    const { customer } = await ask<{ customer: Record<string, unknown> }>(
      `query($id: ID!) { customer(id: $id) {
        displayName tags profile { familyName { value sourceName rule } country { value } }
        emails { kind value raw weak sourceNames } phones { display } companies { role isMain company { name people(first: 2) { role customer { displayName } } } }
        summary { openDeals openDealValue { amount } emailConsent } sourceRecords { sourceKey displayName cause profile source { key } identifiers { value } }
        doubts { id } decisions { id } } }`,
      { id },
    );
    expect(customer).toMatchObject({
      displayName: 'Ana Țurcanu',
      tags: ['vip'],
      profile: {
        familyName: { value: 'Țurcanu', sourceName: 'hubspot', rule: 'only' },
        country: { value: 'RO' },
      },
      emails: [{ kind: 'EMAIL', value: 'p0@crm.ro', weak: false, sourceNames: ['hubspot'] }],
      phones: [{ display: '+40 721 000 111' }],
      companies: [
        {
          role: 'Cumpărător',
          isMain: true,
          company: { people: [{ customer: { displayName: 'Ana Țurcanu' } }, {}] },
        },
      ],
      summary: { openDeals: 0, openDealValue: { amount: 0 }, emailConsent: null },
      sourceRecords: [
        { sourceKey: 'c0', cause: 'new', source: { key: 'hubspot' }, profile: { jobTitle: 'CTO' } },
      ],
    });
  });

  it('is added, corrected, tagged, merged and separated by hand', async () => {
    const add = `mutation($input: NewCustomer!) { addCustomer(input: $input) { ... on Customer { id displayName } ... on Refusal { code field } } }`;
    const input = { fullName: 'Ada Byron', email: 'ada@crm.ro', companyName: 'Fabrica de Paine' };
    const { addCustomer } = await ask<{ addCustomer: { id: string } }>(add, { input });
    expect(addCustomer).toMatchObject({ displayName: 'Ada Byron' });
    expect(await ask(add, { input })).toEqual({ addCustomer: { code: 'KNOWN_ALREADY', field: 'email' } });
    expect(await ask(add, { input: { fullName: ' ' } })).toMatchObject({
      addCustomer: { code: 'NAME_NEEDED' },
    });
    expect(await ask(add, { input: { fullName: 'X Y', email: 'no mail' } })).toMatchObject({
      addCustomer: { code: 'BAD_EMAIL', field: 'email' },
    });

    const correct = `mutation($id: ID!, $input: CustomerCorrection!) { correctCustomer(id: $id, input: $input) {
      ... on Customer { displayName profile { city { value rule } } } ... on Refusal { code } } }`;
    expect(await ask(correct, { id: addCustomer.id, input: { city: 'Iași', fullName: 'Ada King' } })).toEqual(
      {
        correctCustomer: { displayName: 'Ada King', profile: { city: { value: 'Iași', rule: 'pinned' } } },
      },
    );
    expect(await ask(correct, { id: addCustomer.id, input: { city: null, fullName: '' } })).toEqual({
      correctCustomer: { displayName: 'Ada Byron', profile: { city: null } },
    });

    const [other] = (await ask<Page>(page, { filter: { text: 'ionescu' } })).customers.edges;
    const ids = [addCustomer.id, other!.node.id];
    const tag = `mutation($ids: [ID!]!, $add: [String!], $remove: [String!]) { tagCustomers(customerIds: $ids, add: $add, remove: $remove) { tags } }`;
    expect(await ask(tag, { ids, add: ['gold'], remove: ['vip'] })).toEqual({
      tagCustomers: [{ tags: ['gold'] }, { tags: ['gold'] }],
    });
    expect(await ask(tag, { ids, add: ['vip'], remove: ['gold'] })).toEqual({
      tagCustomers: [{ tags: ['vip'] }, { tags: ['vip'] }],
    });
    expect(
      await ask(
        'mutation($ids: [ID!]!) { assignOwner(customerIds: $ids, ownerName: "Olga") { ownerName } }',
        {
          ids,
        },
      ),
    ).toEqual({ assignOwner: [{ ownerName: 'Olga' }, { ownerName: 'Olga' }] });

    const merge = `mutation($a: ID!, $b: ID!, $dryRun: Boolean) { mergeCustomers(survivorId: $a, otherId: $b, dryRun: $dryRun) {
      ... on MergePreview { survivor { id } fields { field survivorValue otherValue result } moved { what fromOther } warnings }
      ... on MergeDone { customer { id emails { value } } decision { id canBeUndone } } ... on Refusal { code } } }`;
    const [a, b] = ids;
    expect(await ask(merge, { a, b, dryRun: true })).toMatchObject({
      mergeCustomers: { survivor: { id: a }, warnings: ['The names have nothing in common.'] },
    });
    const { mergeCustomers } = await ask<{ mergeCustomers: { decision: { id: string } } }>(merge, { a, b });
    expect(mergeCustomers).toMatchObject({
      customer: { id: a, emails: [{ value: 'ada@crm.ro' }, { value: 'p1@crm.ro' }] },
      decision: { canBeUndone: true },
    });
    expect(
      await ask(
        `mutation($id: ID!) { unmergeCustomer(decisionId: $id) { ... on UnmergeDone { customers { id } } ... on Refusal { code } } }`,
        { id: mergeCustomers.decision.id },
      ),
    ).toEqual({ unmergeCustomer: { customers: [{ id: a }, { id: b }] } });
    const audit = await db.query('SELECT DISTINCT action FROM audit_entry ORDER BY 1');
    expect(audit).toEqual(
      [
        'add-customer',
        'assign-owner',
        'correct-customer',
        'merge-customers',
        'tag-customers',
        'unmerge-customer',
      ].map((action) => ({ action })),
    );
  });
});
