import { buildSchema, execute, type GraphQLSchema, parse } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { writeCursor } from '../graphql/cursor.ts';
import { makeLookAhead, type TypeReading } from './index.ts';

const schema: GraphQLSchema = buildSchema(`
  type Query { shelf(id: Int!): Shelf  shelves(first: Int = 2): ShelfConnection! }
  type Shelf { id: Int! label: String builtAt: String price: Price books(first: Int = 2, word: String): [Book!]! owner: Owner }
  type Price { amount: Float! currency: String }
  type Owner { name: String! }
  interface Named { title: String! }
  type Book implements Named { title: String! kind: Kind pages: Int }
  enum Kind { NOVEL SHORT_STORY }
  type ShelfConnection { edges: [ShelfEdge!]! pageInfo: PageInfo! total: Total! }
  type ShelfEdge { cursor: String! node: Shelf! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Total { value: Int! }
`);

const readings: TypeReading[] = [
  {
    typeName: 'Query',
    fields: {
      shelf: {
        kind: 'object',
        typeName: 'Shelf',
        from: (_row, call) => {
          const s = call.alias('s');
          return {
            sql: `FROM shelf ${s} WHERE ${s}.id = ${call.bind('id', { check: Number.isInteger })}::int`,
            alias: s,
          };
        },
      },
      shelves: {
        kind: 'connection',
        typeName: 'Shelf',
        from: (_row, call) => {
          const s = call.alias('s');
          const first = call.literal<number>('first');
          return {
            sql: `FROM shelf ${s} ORDER BY ${s}.id LIMIT ${first + 1}`,
            alias: s,
            first,
            after: false,
            cursor: (row) => [{ sql: `${row}.id` }, { sql: `coalesce(${row}.label, '')`, free: true }],
          };
        },
        more: () => ({
          total: {
            kind: 'inline',
            typeName: 'Total',
            fields: { value: { kind: 'value', sql: () => '(SELECT count(*) FROM shelf)' } },
          },
        }),
      },
    },
  },
  {
    typeName: 'Shelf',
    fields: {
      id: { kind: 'value', sql: (s) => `${s}.id` },
      label: { kind: 'value', sql: (s) => `${s}.label` },
      builtAt: { kind: 'value', sql: (s) => `${s}.built_at`, spelling: 'time' },
      price: {
        kind: 'inline',
        typeName: 'Price',
        when: (s) => `${s}.amount IS NOT NULL`,
        fields: {
          amount: { kind: 'value', sql: (s) => `${s}.amount`, spelling: 'number' },
          currency: { kind: 'value', sql: (s) => `${s}.currency` },
        },
      },
      books: {
        kind: 'list',
        typeName: 'Book',
        from: (row, call) => {
          const b = call.alias('b');
          return {
            sql: `FROM book ${b} WHERE ${b}.shelf_id = ${row}.id AND (${call.bind('word')}::text IS NULL OR ${b}.title = ${call.bind('word')}::text) ORDER BY ${b}.title LIMIT ${call.literal<number>('first')}`,
            alias: b,
          };
        },
      },
      owner: {
        kind: 'object',
        typeName: 'Owner',
        from: (row, call) => {
          const o = call.alias('o');
          return { sql: `FROM owner ${o} WHERE ${o}.shelf_id = ${row}.id`, alias: o };
        },
      },
    },
  },
  { typeName: 'Owner', fields: { name: { kind: 'value', sql: (o) => `${o}.name` } } },
  {
    typeName: 'Book',
    fields: {
      title: { kind: 'value', sql: (b) => `${b}.title` },
      kind: { kind: 'value', sql: (b) => `${b}.kind`, spelling: 'enum' },
    },
  },
];

const quotes = '100 %, of 1,000 %2C; quote " back \\ tab \t line \n bell \u0007 Ț 🙂 \u2028';
const data = [
  {
    id: 1,
    label: quotes,
    builtAt: '2026-01-02T03:04:05.678Z',
    price: { amount: 1500, currency: 'EUR' },
    owner: { name: 'Ada' },
    books: [
      { title: 'A', kind: 'NOVEL' },
      { title: 'B', kind: 'SHORT_STORY' },
      { title: 'C', kind: null },
    ],
  },
  { id: 2, label: null, builtAt: null, price: null, owner: null, books: [] },
  { id: 3, label: 'x', builtAt: null, price: { amount: 0.1, currency: null }, owner: null, books: [] },
];
type Shelf = (typeof data)[number];
const shelf = (one: Shelf) => ({
  ...one,
  books: ({ first, word }: { first: number; word?: string }) =>
    one.books.filter((book) => !word || book.title === word).slice(0, first),
});
const cursor = ({ id, label }: Shelf) => writeCursor([id, label ?? '']);
const rootValue = {
  shelf: ({ id }: { id: number }) => data.filter((one) => one.id === id).map(shelf)[0] ?? null,
  shelves: ({ first }: { first: number }) => {
    const page = data.slice(0, first);
    return {
      edges: page.map((one) => ({ cursor: cursor(one), node: shelf(one) })),
      pageInfo: {
        hasNextPage: data.length > first,
        hasPreviousPage: false,
        startCursor: page[0] ? cursor(page[0]) : null,
        endCursor: page.length ? cursor(page.at(-1)!) : null,
      },
      total: { value: data.length },
    };
  },
};

const asker = (role: string) => ({ role, id: null, department: null });

describe('A query read ahead', () => {
  let database: FreshDatabase;
  let client: pg.Client;
  // A guest sees no owners, and no titles of short stories.
  const lookAhead = makeLookAhead(schema, readings, (role) => (type, field) => {
    if (role !== 'guest') return 'plain';
    if (field === 'owner') return 'never';
    return `${type}.${field}` === 'Book.title'
      ? { maskedWhere: { column: 'kind', is: 'short-story' }, mask: '***' }
      : 'plain';
  });

  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.adminUrl });
    await client.connect();
    await client.query(`CREATE TABLE shelf (id int PRIMARY KEY, label text, built_at timestamptz, amount numeric(14,2), currency text);
      CREATE TABLE book (shelf_id int, title text, kind text); CREATE TABLE owner (shelf_id int, name text)`);
    for (const one of data) {
      await client.query('INSERT INTO shelf VALUES ($1,$2,$3,$4,$5)', [
        one.id,
        one.label,
        one.builtAt,
        one.price?.amount ?? null,
        one.price?.currency ?? null,
      ]);
      if (one.owner) await client.query('INSERT INTO owner VALUES ($1,$2)', [one.id, one.owner.name]);
      for (const book of one.books)
        await client.query('INSERT INTO book VALUES ($1,$2,$3)', [
          one.id,
          book.title,
          book.kind?.toLowerCase().replace('_', '-') ?? null,
        ]);
    }
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const documents: [string, string, Record<string, unknown>][] = [
    ['scalars, quotes and control characters', '{ shelf(id: 1) { id label builtAt __typename } }', {}],
    [
      'objects of the same row, null or not',
      'query ($id: Int!) { shelf(id: $id) { price { amount currency } } }',
      { id: 3 },
    ],
    ['a missing object', '{ shelf(id: 2) { price { amount } owner { name } } }', {}],
    ['nobody', '{ shelf(id: 99) { id } }', {}],
    [
      'lists with arguments and aliases',
      '{ shelf(id: 1) { two: books { title kind } one: books(first: 1) { title } w: books(word: "C") { title } owner { name } } }',
      {},
    ],
    [
      'lists with variables',
      'query ($n: Int, $w: String) { shelf(id: 1) { books(first: $n, word: $w) { title } } }',
      { n: 3, w: 'B' },
    ],
    [
      'fragments that say the same twice',
      '{ shelf(id: 1) { ...A ...B } } fragment A on Shelf { books { title } } fragment B on Shelf { books { kind ... on Named { title } } label }',
      {},
    ],
    [
      'skip and include',
      'query ($yes: Boolean!) { shelf(id: 1) { id @skip(if: $yes) label @include(if: $yes) } }',
      { yes: false },
    ],
    [
      'a page with its cursors',
      '{ shelves { total { value } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id books { title } } } } }',
      {},
    ],
    [
      'a page of everything',
      '{ shelves(first: 10) { edges { node { id builtAt owner { name } } } pageInfo { hasNextPage endCursor } } }',
      {},
    ],
    ['an empty page', '{ shelves(first: 0) { edges { cursor } pageInfo { hasNextPage endCursor } } }', {}],
    ['several roots in the order asked', '{ b: shelf(id: 2) { id } __typename a: shelf(id: 1) { id } }', {}],
  ];
  it.each(documents)('answers %s byte for byte as execution does', async (_name, text, variables) => {
    const document = parse(text);
    const asking = lookAhead.ask({ document, variables, asker: asker('anybody') });
    if ('not' in asking) throw new Error(asking.not);
    const row = (await client.query(asking.sql, asking.values)).rows[0];
    const ahead = row.answer;
    const executed = await execute({ schema, document, rootValue, variableValues: variables });
    expect(executed.errors).toBeUndefined();
    expect(ahead).toBe(JSON.stringify({ data: executed.data }));
  });

  it.each([
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05.1Z', '2026-01-02T03:04:05.100Z'],
    ['2026-01-02T03:04:05.120999Z', '2026-01-02T03:04:05.120Z'],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999Z'],
    ['infinity', null],
    [null, null],
  ])('writes the moment %s as JavaScript does: %s', async (moment, written) => {
    await client.query('INSERT INTO shelf VALUES (77, NULL, $1)', [moment]);
    try {
      const asking = lookAhead.ask({
        document: parse('{ shelf(id: 77) { builtAt } }'),
        variables: {},
        asker: asker('anybody'),
      });
      if ('not' in asking) throw new Error(asking.not);
      const { answer } = (await client.query(asking.sql, asking.values)).rows[0];
      expect(JSON.parse(answer).data.shelf.builtAt).toBe(written);
    } finally {
      await client.query('DELETE FROM shelf WHERE id = 77');
    }
  });

  it('makes one plan for all values that do not shape the statement, and one for each that does', () => {
    const document = parse('query ($id: Int!, $n: Int) { shelf(id: $id) { books(first: $n) { title } } }');
    const ask = (id: number, n: number) =>
      lookAhead.ask({ document, variables: { id, n }, asker: asker('anybody') }) as { name: string };
    expect(ask(1, 2).name).toBe(ask(2, 2).name);
    expect(ask(1, 3).name).not.toBe(ask(1, 2).name);
  });

  it('masks what the role may not see in some rows, in the statement itself', async () => {
    const asking = lookAhead.ask({
      document: parse('{ shelf(id: 1) { books { title kind } } }'),
      variables: {},
      asker: asker('guest'),
    });
    if ('not' in asking) throw new Error(asking.not);
    const row = (await client.query(asking.sql, asking.values)).rows[0];
    expect(JSON.parse(row.answer).data.shelf.books).toEqual([
      { title: 'A', kind: 'NOVEL' },
      { title: '***', kind: 'SHORT_STORY' },
    ]);
  });

  it('leaves to the resolvers what has no reading, what the role may not see, and what is no query', () => {
    const ask = (text: string, role = 'anybody') =>
      lookAhead.ask({ document: parse(text), variables: {}, asker: asker(role) });
    expect(ask('{ shelf(id: 1) { books { pages } } }')).toEqual({ not: 'Book.pages has no reading' });
    expect(ask('{ shelf(id: 1) { owner { name } } }', 'guest')).toEqual({ not: 'Shelf.owner is guarded' });
    expect(ask('{ shelf(id: 1) { owner { name } } }')).toHaveProperty('sql');
    expect(ask('query ($id: Int!) { shelf(id: $id) { id } }')).toHaveProperty('not');
    expect(ask('subscription { x }')).toHaveProperty('not');
  });
});
