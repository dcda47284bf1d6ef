import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentNode, execute, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, modules, openGraph } from '../../apps/api/src/app/index.ts';
import { addDemoUsers } from '../../apps/api/src/modules/access/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { knownDocuments } from '../../apps/web/build/known-documents.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { fillWithDemo } from '../support/fill-with-demo.ts';

const departments: Record<string, string | null> = {
  'sales-rep': 'sales',
  'sales-lead': 'sales',
  marketer: 'marketing',
  'support-agent': 'support',
  'support-lead': 'support',
  'privacy-officer': null,
  admin: null,
};
const roles = Object.keys(departments);

/** How many statements each document that people wait for costs, and what it is asked with. */
const priced: Record<string, { statements: number; variables: (id: string) => Record<string, unknown> }> = {
  CustomerPage: { statements: 1, variables: (id) => ({ id }) },
  InboxCustomer: { statements: 1, variables: (id) => ({ id }) },
  TicketEnding: { statements: 1, variables: (id) => ({ id }) },
  CustomerPlaces: { statements: 1, variables: (id) => ({ id }) },
  PeekCustomer: { statements: 1, variables: (id) => ({ id }) },
  OtherTickets: { statements: 1, variables: (id) => ({ id }) },
  MoreNotes: { statements: 1, variables: (id) => ({ id, first: 3 }) },
  MoreDeals: { statements: 1, variables: (id) => ({ id, first: 2 }) },
  MoreOrders: { statements: 1, variables: (id) => ({ id, first: 2 }) },
  MoreCompanyDeals: { statements: 1, variables: (id) => ({ id, first: 2 }) },
  CompanyName: { statements: 1, variables: (id) => ({ id }) },
  CompanyHead: { statements: 1, variables: (id) => ({ id }) },
  CompanyDeals: { statements: 1, variables: (id) => ({ id }) },
  CustomerTimeline: { statements: 1, variables: (id) => ({ id, departments: ['SALES', 'SUPPORT'] }) },
  Customers: { statements: 1, variables: () => ({ first: 50 }) },
  CountCustomers: { statements: 1, variables: () => ({ filter: { hasOpenTickets: true } }) },
  EverySelected: { statements: 1, variables: () => ({ sort: 'NAME_ASC' }) },
  CustomerFacets: { statements: 1, variables: () => ({}) },
};
/** The search ranks what three subjects find: so many statements at most, whatever is found. */
const searches: Record<string, number> = { SearchEverything: 8, FindCustomers: 5 };

describe('What the web asks', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let graph: Graph;
  let ids: string[];
  let userId: string;
  let nobody: string;
  const folder = mkdtempSync(join(tmpdir(), 'ancora-web-reading-'));
  const documents = new Map(
    knownDocuments(join(import.meta.dirname, '../../apps/web/src')).map((one) => [one.name, parse(one.text)]),
  );

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase({
      url: fresh.appUrl,
      entities: modules.flatMap((one) => one.entities ?? []),
    });
    await fillWithDemo(database, folder, 60);
    await database.transaction((tx) => addDemoUsers(tx));
    userId = (await database.query<{ id: string }>('SELECT id FROM app_user LIMIT 1'))[0]!.id;
    // Notes of one person, open and kept within departments, so that who asks matters.
    await database.query(
      `INSERT INTO note (id, source_id, source_key, customer_id, source_record_id, body, department, for_department_only, author_id, at)
       SELECT gen_random_uuid(), r.source_id, 'law ' || n || ' ' || r.id, r.customer_id, r.id, 'Said in private ' || n,
              (ARRAY['sales', 'support', NULL])[1 + n % 3], n % 2 = 0, CASE WHEN n % 4 = 0 THEN $1::uuid END, now() - n * interval '1 hour'
         FROM source_record r CROSS JOIN generate_series(1, 6) n WHERE r.kind = 'person' AND r.customer_id IS NOT NULL`,
      [userId],
    );
    // Somebody of whom nothing is known but the name.
    nobody = '00000000-0000-7000-8000-0000000000aa';
    await database.query(`INSERT INTO customer (id, display_name, created_at) VALUES ($1, 'Nemo', now())`, [
      nobody,
    ]);
    await database.query(
      `INSERT INTO customer_summary (customer_id, display_name, sort_name, created_at)
       SELECT id, display_name, sort_name, created_at FROM customer WHERE id = $1`,
      [nobody],
    );
    graph = openGraph(modules);
    ids = (await database.query<{ id: string }>('SELECT id FROM customer ORDER BY id')).map(({ id }) => id);
  }, 180_000);
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const viewer = (role: string): Viewer => ({
    kind: 'user',
    id: userId,
    name: 'Somebody',
    role,
    department: departments[role] ?? null,
  });
  const documentOf = (name: string): DocumentNode => {
    const document = documents.get(name);
    if (!document) throw new Error(`The web has no document ${name}`);
    return document;
  };
  const asked = (role: string, name: string, variables: Record<string, unknown>) => ({
    ...variables,
    ...(JSON.stringify(documentOf(name)).includes('"seesValue"')
      ? { seesValue: !role.startsWith('support') }
      : {}),
  });
  const executed = async (role: string, document: DocumentNode, variables: Record<string, unknown>) => {
    const contextValue = makeContext(database, viewer(role));
    const result = await execute({ schema: graph.schema, document, contextValue, variableValues: variables });
    expect(result.errors).toBeUndefined();
    return { text: JSON.stringify({ data: result.data }), statements: contextValue.statements.count };
  };
  /** As the server answers: by one statement where everything has a reading, else by the resolvers. */
  const answered = async (role: string, document: DocumentNode, variables: Record<string, unknown>) => {
    const asking = graph.lookAhead.ask({ document, variables, asker: viewer(role) });
    if ('not' in asking) return { ...(await executed(role, document, variables)), not: asking.not };
    const [row] = await database.query<{ answer: string }>(asking.sql, asking.values);
    return { text: row!.answer, statements: 1, not: undefined };
  };

  it.each(roles)(
    'is answered to a %s by a pinned number of statements, few rows or many, and byte for byte as the resolvers do',
    async (role) => {
      for (const [name, { statements, variables }] of Object.entries(priced)) {
        const document = documentOf(name);
        for (const id of String(variables('x').id) === 'x' ? ids : [nobody]) {
          const given = asked(role, name, variables(id));
          const answer = await answered(role, document, given);
          expect(`${name}: ${answer.statements} ${answer.not ?? ''}`.trim()).toBe(
            name === 'CustomerFacets'
              ? `${name}: 1 Query.customerFacets has no reading`
              : `${name}: ${statements}`,
          );
          if (!answer.not) expect(answer.text).toBe((await executed(role, document, given)).text);
        }
      }
    },
    240_000,
  );

  it('holds every document that is answered without the resolvers to what they say', () => {
    const ahead = [...documents].filter(([name, document]) => {
      const some = priced[name]?.variables(nobody) ?? { id: nobody, text: 'an', first: 1 };
      const variables = asked('admin', name, some);
      return !('not' in graph.lookAhead.ask({ document, variables, asker: viewer('admin') }));
    });
    expect(ahead.length).toBeGreaterThan(9);
    expect(ahead.map(([name]) => name).filter((name) => !priced[name])).toEqual([]);
  });

  it.each([
    ['a text', 'Customer', 'displayName', (row: string) => `upper(${row}.display_name)`],
    ['a moment', 'Customer', 'createdAt', (row: string) => `${row}.created_at + interval '1 millisecond'`],
    ['a number', 'CustomerSummary', 'openDeals', (row: string) => `${row}.open_deals + 1`],
    ['a word', 'CustomerStage', 'stage', () => `'need'`],
  ] as const)(
    'would notice %s that is read as something else (the control that must fail)',
    async (_what, type, field, sql) => {
      const spelling = {
        displayName: 'plain',
        createdAt: 'time',
        openDeals: 'count',
        stage: 'enum',
      } as const;
      const broken = openGraph([
        ...modules,
        {
          name: 'broken',
          readings: [
            { typeName: type, fields: { [field]: { kind: 'value', sql, spelling: spelling[field] } } },
          ],
        },
      ] as typeof modules);
      const document = parse(
        'query ($id: ID!) { customer(id: $id) { displayName createdAt summary { openDeals } stage { stage } } }',
      );
      const differs: boolean[] = [];
      for (const id of ids) {
        const asking = broken.lookAhead.ask({ document, variables: { id }, asker: viewer('sales-rep') });
        if ('not' in asking) throw new Error(asking.not);
        const [row] = await database.query<{ answer: string }>(asking.sql, asking.values);
        differs.push(row!.answer !== (await executed('sales-rep', document, { id })).text);
      }
      expect(differs).toContain(true);
    },
  );

  it('has people of whom nothing is known and people of whom much is', async () => {
    const sizes = await Promise.all(
      ids.map(async (id) => {
        const { text } = await answered(
          'sales-rep',
          documentOf('CustomerPage'),
          asked('sales-rep', 'CustomerPage', { id }),
        );
        return { id, length: text.length };
      }),
    );
    expect(sizes.find(({ id }) => id === nobody)!.length).toBeLessThan(1_500);
    expect(Math.max(...sizes.map(({ length }) => length))).toBeGreaterThan(15_000);
  });

  it.each(roles)('searches for a %s with a bounded number of statements, whatever is found', async (role) => {
    for (const [name, most] of Object.entries(searches))
      for (const text of ['an', 'maria', '@', '4711', 'zzzzzz']) {
        const { statements } = await answered(role, documentOf(name), { text });
        expect(statements).toBeLessThanOrEqual(most);
      }
  });

  it('notices a field that costs a statement of its own', async () => {
    const text = '{ customers(first: 20) { edges { node { id touches { id } } } } }';
    const answer = await answered('sales-rep', parse(text), {});
    expect(answer.not).toBe('Customer.touches has no reading');
    expect(answer.statements).toBeGreaterThan(1);
  });
});
