import 'reflect-metadata';
import { type GraphQLSchema, graphql } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#kernel/id';
import { type Database, openDatabase } from '#platform/database';
import { makeContext, type Viewer } from '#platform/graphql';
import { type FreshDatabase, freshDatabase } from '../../../../../../tests/support/database.ts';
import { type PeopleWorld, peopleWorld } from '../../../../../../tests/support/people-world.ts';
import { buildGraph, modules } from '../../../app/index.ts';
import { forgetSignals, type MoveRules, mergeCustomers, unmergeCustomer } from '../index.ts';

let fresh: FreshDatabase;
let db: Database;
let people: PeopleWorld;
let schema: GraphQLSchema;
const rules: MoveRules = { follows: ['affiliation'] };
const sam: Viewer = { kind: 'user', id: null, name: 'Sam', role: 'sales-rep', department: 'sales' };

beforeAll(async () => {
  fresh = await freshDatabase();
  schema = buildGraph(modules);
  db = await openDatabase({ url: fresh.appUrl, entities: [] });
  people = await peopleWorld(db, rules);
});
afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
let world = 0;
beforeEach(() => {
  world += 1;
});

interface Place {
  company: { id: string; name: string };
  role: string | null;
  isMain: boolean;
  since: string | null;
  until: string | null;
  sourceName: string;
  saidBy: string | null;
  isOurs: boolean;
  isSaidHere: boolean;
}

const places = `companies { ...P } formerCompanies { ...P }`;
const fragment = `fragment P on Affiliation { company { id name } role isMain since until sourceName saidBy isOurs isSaidHere }`;
const answer = `{ ... on Customer { ${places} } ... on Refusal { code field } }`;

async function ask<Data>(source: string, variableValues: Record<string, unknown>): Promise<Data> {
  const { data, errors } = await graphql({
    schema,
    source: `${source} ${fragment}`,
    contextValue: makeContext(db, sam),
    variableValues,
  });
  if (errors) throw errors[0];
  return JSON.parse(JSON.stringify(data)) as Data;
}

interface Answer {
  companies: Place[];
  formerCompanies: Place[];
  code?: string;
  field?: string;
}

const add = async (input: Record<string, unknown>): Promise<Answer> =>
  (
    await ask<{ it: Answer }>(
      `mutation($input: NewAffiliation!) { it: addAffiliation(input: $input) ${answer} }`,
      { input },
    )
  ).it;

const act = async (
  name: string,
  customerId: string,
  companyId: string,
  more: Record<string, [type: string, value: unknown]> = {},
): Promise<Answer> => {
  const entries = Object.entries(more);
  const { it } = await ask<{ it: Answer }>(
    `mutation($c: ID!, $o: ID!${entries.map(([key, [type]]) => `, $${key}: ${type}`).join('')}) {
       it: ${name}(customerId: $c, companyId: $o${entries.map(([key]) => `, ${key}: $${key}`).join('')}) ${answer} }`,
    { c: customerId, o: companyId, ...Object.fromEntries(entries.map(([key, [, value]]) => [key, value])) },
  );
  return it;
};
const end = (customerId: string, companyId: string, until = '2026-05-31') =>
  act('endAffiliation', customerId, companyId, { until: ['Date', until] });
const edit = (customerId: string, companyId: string, input: Record<string, unknown>) =>
  act('editAffiliation', customerId, companyId, { input: ['AffiliationEdit!', input] });

const placesOf = async (id: string): Promise<Answer> =>
  (await ask<{ customer: Answer }>(`query($id: ID!) { customer(id: $id) { ${places} } }`, { id })).customer;

/** The main company as the summary has it, which the list shows and is filtered by. */
const inList = async (customerId: string): Promise<string | null> =>
  (
    await db.query<{ name: string | null }>(
      `SELECT s.company_name AS name FROM customer_summary s JOIN customer_words w ON w.customer_id = s.customer_id AND w.company = coalesce(fold(s.company_name), '')
        WHERE s.customer_id = $1`,
      [customerId],
    )
  )[0]!.name;

/** What HubSpot tells of Maria: that she works for a company, at a moment. */
const hubspotSays = (company: string, at: string, role: string | null = 'Buyer', key = 'm') =>
  people.tellOne(
    'hubspot',
    { key: `${key}.${world}`, emails: [`${key}.${world}@crm.ro`], profile: { fullName: 'Maria Rossi' } },
    { at, companies: [{ name: `${company} ${world}`, ...(role ? { role } : {}) }] },
  );

async function companyId(name: string): Promise<string> {
  const [row] = await db.query<{ id: string }>('SELECT id FROM company WHERE name = $1', [
    `${name} ${world}`,
  ]);
  return row!.id;
}

/** A company that other people work for. */
async function otherCompany(name: string): Promise<string> {
  await hubspotSays(name, '2026-01-01T00:00:00Z', 'Boss', `of-${name}`);
  return companyId(name);
}

async function mariaOfAcme() {
  const { customerId } = await hubspotSays('Acme', '2026-01-01T00:00:00Z');
  return { maria: customerId!, acme: await companyId('Acme') };
}

describe('Maria, of whom a sales rep hears on the phone that she works somewhere else now', () => {
  it('is put into another company, which the list follows, and it is seen who said so', async () => {
    const { maria, acme } = await mariaOfAcme();
    const beta = await otherCompany('Beta');
    const { companies } = await add({
      customerId: maria,
      companyId: beta,
      role: ' Head of buying ',
      isMain: true,
      since: '2026-04-01',
    });
    expect(companies).toMatchObject([
      {
        company: { id: beta },
        role: 'Head of buying',
        isMain: true,
        since: '2026-04-01',
        saidBy: 'Sam',
        isOurs: true,
      },
      { company: { id: acme }, isMain: false, isOurs: false, sourceName: 'hubspot' },
    ]);
    expect(await inList(maria)).toBe(`Beta ${world}`);
    expect(await add({ customerId: maria, companyId: beta })).toEqual({
      code: 'PLACE_KNOWN',
      field: 'companyId',
    });
    // The old place told once more, and later than we spoke, is nothing new.
    await hubspotSays('Acme', tomorrow);
    expect(await inList(maria)).toBe(`Beta ${world}`);
  });

  it('is put into a company that nobody told of yet, and into the one that there is when it is known after all', async () => {
    const { maria } = await mariaOfAcme();
    const newCompany = { name: `Nova ${world} SRL`, domain: `https://www.nova${world}.ro` };
    const { companies } = await add({ customerId: maria, newCompany });
    expect(companies.map(({ company }) => company.name)).toEqual([`Acme ${world}`, `Nova ${world} SRL`]);
    const [row] = await db.query<{ id: string; domain: string }>(
      'SELECT id, domain FROM company WHERE name = $1',
      [newCompany.name],
    );
    expect(row!.domain).toBe(`nova${world}.ro`);
    const other = await otherCompany('Gamma');
    const [someone] = await db.query<{ id: string }>(
      'SELECT customer_id AS id FROM affiliation WHERE company_id = $1',
      [other],
    );
    const again = await add({ customerId: someone!.id, newCompany: { name: `nova ${world}` } });
    expect(again.companies.map(({ company }) => company.id)).toContain(row!.id);
    expect(await db.query('SELECT name FROM company WHERE id = $1', [row!.id])).toEqual([
      { name: newCompany.name },
    ]);
    expect(await add({ customerId: maria, newCompany: { name: ' ' } })).toMatchObject({
      code: 'COMPANY_NEEDED',
    });
    expect(await add({ customerId: maria, newCompany: { name: 'X', domain: 'gmail.com' } })).toMatchObject({
      code: 'BAD_DOMAIN',
    });
  });

  it('has left the company that a source tells of, and the same file does not bring her back', async () => {
    const { maria, acme } = await mariaOfAcme();
    const left = await end(maria, acme);
    expect(left.companies).toEqual([]);
    expect(left.formerCompanies).toMatchObject([
      {
        company: { id: acme },
        role: 'Buyer',
        isMain: false,
        until: '2026-05-31',
        saidBy: 'Sam',
        isOurs: false,
      },
    ]);
    expect(await inList(maria)).toBeNull();
    await hubspotSays('Acme', '2026-01-01T00:00:00Z');
    await hubspotSays('Acme', '2026-09-01T00:00:00Z', null);
    expect(await placesOf(maria)).toMatchObject({
      companies: [],
      formerCompanies: [{ until: '2026-05-31' }],
    });
    expect(await inList(maria)).toBeNull();
  });

  it('is there again as soon as the source says something new of it: another part, or that she is back', async () => {
    const { maria, acme } = await mariaOfAcme();
    await end(maria, acme);
    await hubspotSays('Acme', '2025-01-01T00:00:00Z', 'Trainee');
    expect((await placesOf(maria)).companies).toEqual([]);
    await hubspotSays('Acme', '2026-09-01T00:00:00Z', 'Director');
    expect(await placesOf(maria)).toMatchObject({
      companies: [{ role: 'Director', isMain: true, saidBy: null, isSaidHere: false }],
      formerCompanies: [],
    });
    expect(await inList(maria)).toBe(`Acme ${world}`);
    await end(maria, acme);
    await hubspotSays('Beta', '2026-10-01T00:00:00Z');
    await hubspotSays('Acme', '2026-11-01T00:00:00Z', 'Director');
    expect((await placesOf(maria)).companies.map(({ company }) => company.name)).toEqual([
      `Acme ${world}`,
      `Beta ${world}`,
    ]);
  });

  it('has another part by our word until the source names a third one, and which company is the main one stands beside it', async () => {
    const { maria, acme } = await mariaOfAcme();
    const beta = await otherCompany('Beta');
    await add({ customerId: maria, companyId: beta });
    expect((await edit(maria, acme, { role: 'Head' })).companies[0]).toMatchObject({
      role: 'Head',
      saidBy: 'Sam',
    });
    await edit(maria, beta, { isMain: true });
    await hubspotSays('Acme', '2026-02-01T00:00:00Z', 'Buyer');
    expect((await placesOf(maria)).companies).toMatchObject([
      { company: { id: beta }, isMain: true },
      { company: { id: acme }, role: 'Head', isMain: false },
    ]);
    await hubspotSays('Acme', '2026-03-01T00:00:00Z', 'Director');
    expect((await placesOf(maria)).companies).toMatchObject([
      { company: { id: beta } },
      { company: { id: acme }, role: 'Director', isMain: false },
    ]);
    expect(await inList(maria)).toBe(`Beta ${world}`);
  });

  it('works where the source newly says, when that comes after what we said', async () => {
    const { maria } = await mariaOfAcme();
    const beta = await otherCompany('Beta');
    await add({ customerId: maria, companyId: beta, isMain: true });
    await hubspotSays('Gamma', tomorrow);
    expect(await inList(maria)).toBe(`Gamma ${world}`);
  });

  it('is taken out of a company into which she was put by mistake; what a source tells can only end', async () => {
    const { maria, acme } = await mariaOfAcme();
    const beta = await otherCompany('Beta');
    const before = await rowsOf([maria]);
    await add({ customerId: maria, companyId: beta, isMain: true });
    await act('removeAffiliation', maria, beta);
    expect(await rowsOf([maria])).toEqual(before);
    expect(await inList(maria)).toBe(`Acme ${world}`);
    expect(await act('removeAffiliation', maria, acme)).toEqual({ code: 'NOT_OURS', field: 'companyId' });
    await end(maria, acme);
    await edit(maria, acme, { role: 'Boss' });
    await act('removeAffiliation', maria, acme);
    expect(await rowsOf([maria])).toEqual(before);
    await end(maria, acme);
    expect(
      (await act('reopenAffiliation', maria, acme, { isMain: ['Boolean', true] })).companies,
    ).toHaveLength(1);
    expect(await rowsOf([maria])).toEqual(before);
  });

  it('neither leaves ahead of time nor before she came, nor a company where she never was', async () => {
    const { maria, acme } = await mariaOfAcme();
    expect(await end(maria, acme, '2999-01-01')).toEqual({ code: 'DAY_AHEAD', field: 'until' });
    await edit(maria, acme, { since: '2026-03-01' });
    expect(await end(maria, acme, '2026-02-01')).toEqual({ code: 'ENDS_BEFORE', field: 'until' });
    expect(await end(maria, newId())).toEqual({ code: 'PLACE_MISSING', field: 'companyId' });
    expect(await end(newId(), acme)).toEqual({ code: 'CUSTOMER_MISSING', field: 'customerId' });
    expect(await add({ customerId: maria, companyId: newId() })).toMatchObject({ code: 'COMPANY_MISSING' });
    expect(await edit(maria, acme, { role: 'x'.repeat(201) })).toEqual({ code: 'TOO_LONG', field: 'role' });
  });

  it('is no more among the people of the company that she left, but among those who were', async () => {
    const { maria, acme } = await mariaOfAcme();
    await end(maria, acme);
    const { company } = await ask<{ company: object }>(
      `query($id: ID!) { company(id: $id) { peopleCount people { customer { id } } formerPeople { customer { id companies { ...P } } until } } }`,
      { id: acme },
    );
    expect(company).toEqual({
      peopleCount: 0,
      people: [],
      formerPeople: [{ customer: { id: maria, companies: [] }, until: '2026-05-31' }],
    });
  });

  it('keeps what was said of her through a merge, which is undone to the byte', async () => {
    const { maria, acme } = await mariaOfAcme();
    const beta = await otherCompany('Beta');
    const [other] = await db.query<{ id: string }>(
      'SELECT customer_id AS id FROM affiliation WHERE company_id = $1',
      [beta],
    );
    await add({ customerId: maria, newCompany: { name: `Own ${world}` }, isMain: true });
    await edit(maria, acme, { role: 'Head' });
    await end(maria, acme);
    await end(other!.id, beta);
    const pair = [maria, other!.id];
    const before = await rowsOf(pair);
    for (const [survivorId, otherId] of [pair, [...pair].reverse()] as [string, string][]) {
      const merged = await db.transaction((tx) => mergeCustomers(tx, { survivorId, otherId, actor }, rules));
      if (!merged.ok) throw new Error(merged.refusal.message);
      const both = await placesOf(survivorId);
      expect(both.companies.map(({ company }) => company.name)).toEqual([`Own ${world}`]);
      expect(both.formerCompanies).toHaveLength(2);
      await db.transaction((tx) => unmergeCustomer(tx, merged.value.decisionId, actor, null, rules));
      expect(await rowsOf(pair)).toEqual(before);
    }
  });

  it('stays where we put her when the import that told of the rest is undone', async () => {
    const told = await hubspotSays('Acme', '2026-01-01T00:00:00Z');
    const maria = told.customerId!;
    const acme = await companyId('Acme');
    await end(maria, acme);
    await add({ customerId: maria, newCompany: { name: `Own ${world}` } });
    await db.transaction((tx) => forgetSignals(tx, [told.signalId]));
    expect(await placesOf(maria)).toMatchObject({
      companies: [{ company: { name: `Own ${world}` }, isMain: true }],
      formerCompanies: [],
    });
    expect(await inList(maria)).toBe(`Own ${world}`);
    expect(await db.query('SELECT 1 FROM company WHERE id = $1', [acme])).toEqual([]);
  });

  it('has every act in the trail', async () => {
    const { maria, acme } = await mariaOfAcme();
    const { companies } = await add({ customerId: maria, newCompany: { name: `Own ${world}` } });
    const own = companies.find(({ isOurs }) => isOurs)!.company.id;
    await edit(maria, acme, { role: 'Head' });
    await end(maria, acme);
    await act('reopenAffiliation', maria, acme);
    await act('removeAffiliation', maria, own);
    const trail = await db.query<{ action: string; of: string }>(
      `SELECT action, details->>'companyId' AS of FROM audit_entry WHERE customer_id = $1 AND actor_name = 'Sam' ORDER BY at, id`,
      [maria],
    );
    expect(trail).toEqual([
      { action: 'add-affiliation', of: own },
      { action: 'edit-affiliation', of: acme },
      { action: 'end-affiliation', of: acme },
      { action: 'reopen-affiliation', of: acme },
      { action: 'remove-affiliation', of: own },
    ]);
  });
});

const actor = { kind: 'user', id: null, name: 'Sam' };

/** Where these customers work, as it is kept and as lists show it. */
async function rowsOf(ids: readonly string[]): Promise<string[]> {
  const rows: string[] = [];
  for (const table of ['affiliation', 'customer_summary', 'customer_words'])
    for (const row of await db.query<{ line: string }>(
      `SELECT '${table} ' || t::text AS line FROM ${table} t WHERE customer_id = ANY($1) ORDER BY 1`,
      [ids],
    ))
      rows.push(row.line);
  return rows;
}
