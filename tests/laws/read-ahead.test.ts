import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DocumentNode,
  execute,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLObjectType,
  GraphQLUnionType,
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Graph, modules, openGraph } from '../../apps/api/src/app/index.ts';
import { type Database, openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { makeContext, type Viewer } from '../../apps/api/src/platform/graphql/index.ts';
import { knownDocuments } from '../../apps/web/build/known-documents.ts';
import { listDocument, pageDocument } from '../bench/read-documents.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { everyReading } from '../support/every-reading.ts';
import { fillWithDemo } from '../support/fill-with-demo.ts';

/** As browsers send them. */
const documentsOfTheWeb = knownDocuments(join(import.meta.dirname, '../../apps/web/src'));
const readings = modules.flatMap((module) => module.readings ?? []);
const roles = [
  'sales-rep',
  'sales-lead',
  'marketer',
  'support-agent',
  'support-lead',
  'privacy-officer',
  'admin',
];
const departments: Record<string, string> = { s: 'sales', m: 'marketing' };

/** A field with all that can be said of it without arguments, three steps deep; `null` where it has to be told what to look for. */
function askFor(
  field: GraphQLField<unknown, unknown>,
  mayAsk: (typeName: string, fieldName: string) => boolean,
  steps = 3,
): string | null {
  if (field.args.some(isRequiredArgument)) return null;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return field.name;
  if (type instanceof GraphQLUnionType || !(type instanceof GraphQLObjectType) || steps === 0) return null;
  const inner = Object.values(type.getFields()).flatMap((one) =>
    mayAsk(type.name, one.name) ? (askFor(one, mayAsk, steps - 1) ?? []) : [],
  );
  return inner.length > 0 ? `${field.name} { ${inner.join(' ')} }` : null;
}

/** Where two answers say something else, as paths without places in lists. */
function differences(one: unknown, other: unknown, path: string): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other)
    // When it was reckoned is another moment each time.
    return one === other || path.endsWith('.asOf') ? [] : [path];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length)
    return [`${path} (${one.length} and ${other.length})`];
  const known = Object.entries(one).flatMap(([key, value]) =>
    differences(value, (other as Record<string, unknown>)[key], Array.isArray(one) ? path : `${path}.${key}`),
  );
  return [...new Set(known)];
}

/** Gives the customer of most deals some more, of every place in their order, and notes of one moment. */
async function beBusy(database: Database): Promise<void> {
  const [of] = await database.query<{ deal: string; record: string; customer: string }>(
    `SELECT deal_id AS deal, source_record_id AS record, customer_id AS customer FROM deal_person
      ORDER BY count(*) OVER (PARTITION BY customer_id) DESC, customer_id LIMIT 1`,
  );
  await database.query(
    `WITH fresh AS (INSERT INTO deal (id, source_id, source_key, customer_id, company_id, name, outcome, close_date, closed_at, currency, observed_at)
       SELECT gen_random_uuid(), source_id, 'busy ' || n || ' ' || id, customer_id, company_id, 'Busy ' || n, (ARRAY['open', 'won', 'lost'])[1 + n % 3],
              CASE WHEN n % 2 = 0 THEN date '2026-12-01' + n / 4 END, CASE WHEN n % 3 > 0 AND n % 5 > 0 THEN timestamptz '2026-10-01T00:00:00Z' + n / 6 * interval '1 day' END,
              currency, observed_at
         FROM deal CROSS JOIN generate_series(1, 12) n WHERE id = $1 ON CONFLICT DO NOTHING RETURNING id)
     INSERT INTO deal_person (deal_id, source_record_id, customer_id, is_main) SELECT id, $2, $3, true FROM fresh`,
    [of!.deal, of!.record, of!.customer],
  );
  await database.query(
    `INSERT INTO note (id, source_id, source_key, customer_id, source_record_id, body, for_department_only, at)
     SELECT gen_random_uuid(), r.source_id, 'busy ' || n, r.customer_id, r.id, 'Busy ' || n, false, timestamptz '2026-10-01T00:00:00Z' + n / 3 * interval '1 hour'
       FROM source_record r CROSS JOIN generate_series(1, 7) n WHERE r.id = $1 ON CONFLICT DO NOTHING`,
    [of!.record],
  );
}

describe('Reading ahead', () => {
  let fresh: FreshDatabase;
  let database: Database;
  let graph: Graph;
  let ids: string[];
  const folder = mkdtempSync(join(tmpdir(), 'ancora-ahead-'));

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase({
      url: fresh.appUrl,
      entities: modules.flatMap((one) => one.entities ?? []),
    });
    await fillWithDemo(database, folder, 60);
    graph = openGraph(modules);
    ids = (await database.query<{ id: string }>('SELECT id FROM customer ORDER BY id')).map(({ id }) => id);
  }, 180_000);
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const documents = new Map<string, DocumentNode>();
  const read = (text: string): DocumentNode => {
    const document = documents.get(text) ?? parse(text);
    documents.set(text, document);
    return document;
  };
  const viewer = (role: string): Viewer => ({
    kind: 'user',
    id: '00000000-0000-7000-8000-000000000001',
    name: 'Somebody',
    role,
    department: departments[role[0]!] ?? null,
  });
  const executed = async (role: string, text: string, variables: Record<string, unknown>) => {
    const contextValue = makeContext(database, viewer(role));
    const document = read(text);
    expect(validate(graph.schema, document)).toEqual([]);
    const result = await execute({ schema: graph.schema, document, contextValue, variableValues: variables });
    expect(result.errors?.map(({ message, path }) => `${path} ${message}`)).toBeUndefined();
    return { text: JSON.stringify({ data: result.data }), statements: contextValue.statements.count };
  };
  const ahead = async (role: string, text: string, variables: Record<string, unknown>) => {
    const asking = graph.lookAhead.ask({ document: read(text), variables, asker: viewer(role) });
    if ('not' in asking) throw new Error(asking.not);
    return (await database.query<{ answer: string }>(asking.sql, asking.values))[0]!.answer;
  };
  const mayAsk = (role: string) => (typeName: string, fieldName: string) =>
    graph.permission.sight(role, typeName, fieldName) !== 'never';

  it('has people to read of', () => {
    expect(ids.length).toBeGreaterThan(40);
  });

  it.each(roles)(
    'answers a %s byte for byte as the resolvers do, every field of every customer',
    async (role) => {
      for (const id of ids) {
        const text = everyReading(graph.schema, readings, mayAsk(role), {
          field: 'customer',
          args: `(id: "${id}")`,
        });
        expect(await ahead(role, text, {})).toBe((await executed(role, text, {})).text);
      }
    },
    120_000,
  );

  it.each([
    ['by last interaction', '(first: 7)'],
    ['by name', '(first: 5, sort: NAME_ASC)'],
    ['with a filter', '(first: 20, filter: { hasOpenTickets: true, languages: ["it", "fr"] })'],
    ['with words', '(first: 20, filter: { text: "an" })'],
    ['of nobody', '(filter: { text: "zzzzzzzz" })'],
  ])(
    'pages lists as the resolvers do: %s',
    async (_name, args) => {
      const text = everyReading(graph.schema, readings, mayAsk('sales-rep'), { field: 'customers', args });
      expect(await ahead('sales-rep', text, {})).toBe((await executed('sales-rep', text, {})).text);
    },
    60_000,
  );

  it.each(['sales-lead', 'privacy-officer'])(
    'says of each of many customers what it says of them alone: every field that a %s may ask for',
    async (role) => {
      const type = graph.schema.getType('Customer') as GraphQLObjectType;
      const wrong: string[] = [];
      for (const field of Object.values(type.getFields())) {
        const asked = askFor(field, mayAsk(role));
        if (!asked || !mayAsk(role)('Customer', field.name)) continue;
        const many = await executed(role, `{ customers(first: 10) { edges { node { id ${asked} } } } }`, {});
        const list = JSON.parse(many.text).data.customers.edges.map(({ node }: { node: unknown }) => node);
        const alone = await Promise.all(
          list.map(async ({ id }: { id: string }) => {
            const one = await executed(role, `{ customer(id: "${id}") { id ${asked} } }`, {});
            return JSON.parse(one.text).data.customer;
          }),
        );
        wrong.push(...differences(list, alone, field.name));
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  /** Something to say for each variable of an operation that may be said: what must be, and with `all` the rest, too. */
  const said = (
    { variableDefinitions = [] }: OperationDefinitionNode,
    { all, id, seesValue }: { all: boolean; id: string; seesValue: boolean },
  ) => {
    const sample = (type: GraphQLInputType): unknown => {
      if (isNonNullType(type)) return sample(type.ofType);
      if (isListType(type)) return [sample(type.ofType)];
      if (isEnumType(type)) return type.getValues()[0]!.name;
      return {
        ID: id,
        Int: 5,
        // Whether values of deals are asked for, as the web says it: not of whoever may not see them.
        Boolean: seesValue,
        CustomerFilter: { hasOpenTickets: true },
        DateTime: '2026-01-01T00:00:00.000Z',
      }[type.name];
    };
    return Object.fromEntries(
      variableDefinitions.flatMap(({ variable, type }) => {
        const known = typeFromAST(graph.schema, type) as GraphQLInputType;
        const value = all || isNonNullType(known) ? sample(known) : undefined;
        return value === undefined ? [] : [[variable.name.value, value]];
      }),
    );
  };

  it.each(['sales-rep', 'marketer', 'support-agent'])(
    'answers a %s what the web asks as the resolvers do, with all that may be said and with as little as must be',
    async (role) => {
      const seesValue = mayAsk(role)('CustomerSummary', 'openDealValue');
      const answered = new Set<string>();
      for (const { name, type, text } of documentsOfTheWeb) {
        if (type !== 'query') continue;
        const [operation] = read(text).definitions;
        for (const all of [false, true]) {
          const variables = said(operation as OperationDefinitionNode, { all, id: ids[7]!, seesValue });
          const asking = graph.lookAhead.ask({ document: read(text), variables, asker: viewer(role) });
          if ('not' in asking) continue;
          answered.add(name);
          expect([name, all, await ahead(role, text, variables)]).toEqual([
            name,
            all,
            (await executed(role, text, variables)).text,
          ]);
        }
      }
      expect([...answered].sort()).toEqual(
        expect.arrayContaining(['ContentThrough', 'CustomerPage', 'Customers']),
      );
      expect(answered.size).toBeGreaterThan(5);
    },
    120_000,
  );

  it('counts without reading anybody', async () => {
    const text = 'query ($filter: CustomerFilter) { customers(filter: $filter) { count { value isExact } } }';
    for (const filter of [null, { languages: ['it', 'fr'], hasOpenTickets: true }, { text: 'an' }])
      expect(await ahead('sales-rep', text, { filter })).toBe(
        (await executed('sales-rep', text, { filter })).text,
      );
  });

  it('walks from page to page through everybody, whichever way a page is read', async () => {
    const text =
      'query ($after: String) { customers(first: 9, after: $after, sort: OPEN_DEAL_VALUE_DESC) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await ahead('sales-rep', text, { after });
      expect(answer).toBe((await executed('sales-rep', text, { after })).text);
      const { customers } = JSON.parse(answer).data;
      seen.push(...customers.edges.map((edge: { node: { id: string } }) => edge.node.id));
      after = customers.pageInfo.hasNextPage ? customers.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(ids.length);
  });

  it.each([
    ['orders', 'sales_order'],
    ['deals', 'deal_person'],
    ['notes', 'note'],
  ])(
    'walks page by page through all %s of whoever has most, whichever way a page is read',
    async (list, table) => {
      await beBusy(database);
      const [busiest] = await database.query<{ id: string; count: number }>(
        `SELECT customer_id AS id, count(*)::int AS count FROM ${table} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
      );
      const { id, count } = busiest!;
      const text = `query ($id: ID!, $after: String) { customer(id: $id) { ${list}(first: 100) { id } pages: ${list}Connection(first: 2, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } } }`;
      const seen: string[] = [];
      let all: string[] = [];
      let after: string | null = null;
      do {
        const answer = await ahead('sales-rep', text, { id, after });
        expect(answer).toBe((await executed('sales-rep', text, { id, after })).text);
        const { customer } = JSON.parse(answer).data;
        all = customer[list].map((one: { id: string }) => one.id);
        seen.push(...customer.pages.edges.map((edge: { node: { id: string } }) => edge.node.id));
        after = customer.pages.pageInfo.hasNextPage ? customer.pages.pageInfo.endCursor : null;
      } while (after);
      expect(seen).toEqual(all);
      expect(seen).toHaveLength(count);
      expect(count).toBeGreaterThan(4);
    },
  );

  it('costs one statement for a page or a list, and the resolvers a pinned number whatever the data', async () => {
    for (const role of ['sales-rep']) {
      const counts = new Set<number>();
      for (const id of ids.slice(0, 12)) {
        expect(await ahead(role, pageDocument, { id })).toBe(
          (await executed(role, pageDocument, { id })).text,
        );
        counts.add((await executed(role, pageDocument, { id })).statements);
      }
      // Somebody without a company costs one statement less; nobody costs more.
      expect(Math.max(...counts)).toBeLessThanOrEqual(9);
      expect(await ahead(role, listDocument, {})).toBe((await executed(role, listDocument, {})).text);
      expect((await executed(role, listDocument, {})).statements).toBeLessThanOrEqual(5);
    }
  });
});
