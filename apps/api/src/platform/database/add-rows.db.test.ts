import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { connectAs } from '../postgres/urls.ts';
import { addRows, type Database, JsonText, openDatabase, type Tx, type WrittenColumn } from './index.ts';

const columns: WrittenColumn[] = [
  { name: 'n', property: 'n', type: 'integer' },
  { name: 'id', property: 'id', type: 'uuid' },
  { name: 'other_id', property: 'otherId', type: 'uuid' },
  { name: 'word', property: 'word', type: 'text' },
  { name: 'small', property: 'small', type: 'smallint' },
  { name: 'large', property: 'large', type: 'bigint' },
  { name: 'share', property: 'share', type: 'double precision' },
  { name: 'rough', property: 'rough', type: 'real' },
  { name: 'is_so', property: 'isSo', type: 'boolean' },
  { name: 'at', property: 'at', type: 'timestamptz' },
  { name: 'bytes', property: 'bytes', type: 'bytea' },
  { name: 'said', property: 'said', type: 'json' },
  { name: 'known', property: 'known', type: 'jsonb' },
  { name: 'words', property: 'words', type: 'text', isArray: true },
  { name: 'ids', property: 'ids', type: 'uuid', isArray: true },
  { name: 'amount', property: 'amount', type: 'numeric' },
];
const table = columns.map(({ name, type, isArray }) => `${name} ${type}${isArray ? '[]' : ''}`).join(', ');
const beside = `made_at timestamptz NOT NULL DEFAULT now(), twice integer GENERATED ALWAYS AS (n * 2) STORED`;
const withoutAmount = columns.filter(({ name }) => name !== 'amount');

const id = (n: number) => `0190a1b2-c3d4-7e5f-8a6b-${n.toString(16).padStart(12, '0')}`;
/** Wide enough to be copied. */
const wide = (n: number, word: unknown = `word ${n} `.repeat(40)) => ({ n, word });
const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => wide(from + n));
const numbered = columns.filter(({ name }) => name === 'n' || name === 'word');

describe('rows that are added', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await connectAs(fresh.ownerUrl, (client) =>
      client.query(
        `CREATE TABLE copied (${table}, ${beside}, PRIMARY KEY (n)); CREATE TABLE listed (${table}, ${beside}, PRIMARY KEY (n))`,
      ),
    );
    database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 1 });
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });
  beforeEach(async () => {
    await database.query('DELETE FROM copied');
    await database.query('DELETE FROM listed');
  });

  const rowsOf = (name: string) =>
    database.query(`SELECT t.*, made_at IS NOT NULL AS made_at FROM ${name} t ORDER BY n`);
  const count = async (db: Pick<Database, 'query'> = database) =>
    (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM copied'))[0]!.n;
  const copy = (tx: Tx, rows: readonly object[], means?: (error: Error) => Error) =>
    addRows(tx, { name: 'copied', table: 'copied', columns: numbered }, rows, means);

  /** What of the statements of a transaction was COPY, while `work` is at it. */
  const copiedIn = async (given: readonly WrittenColumn[], rows: readonly object[]): Promise<boolean> => {
    let copies = false;
    await database.transaction(async (tx) => {
      await addRows(
        {
          ...tx,
          copy: (...said: Parameters<Tx['copy']>) => {
            copies = true;
            tx.copy(...said);
          },
        } as Tx,
        { name: `copied-${given.length}`, table: 'copied', columns: given },
        rows,
      );
    });
    return copies;
  };

  const texts = ['', 'plain', 'ü€😀', '"quoted", {braced} \\ and\ttabs\n', 'null', 'x'.repeat(70_000)];
  const values = Array.from({ length: 300 }, (_, n) => ({
    n,
    id: id(n),
    // The same in the next column: nothing of one column is taken for another's.
    otherId: n % 3 === 0 ? id(n) : n % 3 === 1 ? id(7) : null,
    word: n % 7 === 6 ? undefined : texts[n % 7],
    small: [0, -32_768, 32_767][n % 3],
    large: [0, -1, 2 ** 40 + n, -(2 ** 52)][n % 4],
    share: [0, -0, 1 / 3, 1e300, Number.NaN, Number.POSITIVE_INFINITY][n % 6],
    rough: [0.5, -0, 1e10][n % 3],
    isSo: n % 2 === 0,
    at: [new Date(0), new Date(-5e13 + n), '2026-02-03T04:05:06.789Z', new Date(Date.UTC(9999, 11, 31))][
      n % 4
    ],
    bytes: Buffer.from([n % 256, 0, 255]),
    said: [{ b: 1, a: [texts[n % 6]] }, 'text', new JsonText('{"z": 1,  "z": 2}'), null, 0, false][n % 6],
    known: [{ b: 1, a: 'é' }, 'text', new JsonText('{"z": 1,  "z": 2}'), null, 0, []][n % 6],
    words: [[], ['one', 'two, "three" {four} \\', 'ü'], texts, null][n % 4],
    ids: n % 2 ? [id(n), id(n), id(1)] : [],
    amount: n / 4,
  }));

  it('are the same whether they are copied or listed, of every type, and what PostgreSQL fills in by itself is', async () => {
    expect(await copiedIn(withoutAmount, values)).toBe(true);
    // Outside of a transaction nothing is copied.
    await addRows(database, { name: 'listed', table: 'listed', columns: withoutAmount }, values);
    const listed = await rowsOf('listed');
    expect(listed).toHaveLength(300);
    expect(listed[4]).toMatchObject({ twice: 8, made_at: true, id: id(4) });
    expect(await rowsOf('copied')).toEqual(listed);
    expect(
      await database.query(
        'SELECT n FROM copied c JOIN listed l USING (n) WHERE c.said::text IS DISTINCT FROM l.said::text',
      ),
    ).toEqual([]);
  });

  it('travel as lists when they are few or narrow, of a type without a binary form of ours, or not what their type says', async () => {
    expect(await copiedIn(columns, values)).toBe(false);
    await database.query('DELETE FROM copied');
    expect(
      await copiedIn(
        numbered,
        values.map(({ n }) => ({ n, word: 'short' })),
      ),
    ).toBe(false);
    await database.query('DELETE FROM copied');
    expect(await copiedIn(numbered, many(0, 20))).toBe(false);
    await database.query('DELETE FROM copied');
    // PostgreSQL reads the text of a number as one, and judges what is none.
    expect(await copiedIn(numbered, [...many(0, 100), wide('100' as never)])).toBe(false);
    expect(await count()).toBe(101);
    await expect(copiedIn(numbered, [...many(200, 100), wide('many' as never)])).rejects.toMatchObject({
      code: '22P02',
    });
    const nothingWithin = [...values.slice(0, 99), { ...values[99]!, words: [null] }];
    await database.query('DELETE FROM copied');
    expect(await copiedIn(withoutAmount, nothingWithin)).toBe(false);
  });

  it('go in in their order with what is asked before and after, however many messages they are', async () => {
    await database.transaction(async (tx) => {
      tx.later('one', 'INSERT INTO copied (n) VALUES (-1)');
      await copy(tx, many(0, 5_000));
      tx.later('wipe', 'DELETE FROM copied WHERE n < 10 AND n >= 0');
      await copy(
        tx,
        many(0, 200).map((row) => ({ ...row, n: row.n - 1_000 })),
      );
      const asked = count(tx);
      await copy(tx, many(10_000, 300));
      expect(await asked).toBe(1 + 4_990 + 200);
      expect(await count(tx)).toBe(1 + 4_990 + 200 + 300);
    });
    expect(await count()).toBe(5_491);
  });

  it('that are there already fail with the same words as listed ones, as what it means, and nothing stays', async () => {
    for (const means of [
      undefined,
      (error: Error) => Object.assign(new Error('told twice'), { cause: error }),
    ])
      await expect(
        database.transaction(async (tx) => {
          await copy(tx, many(0, 100));
          await copy(tx, many(50, 5_000), means);
          await copy(tx, many(10_000, 5_000), () => new Error('not what failed'));
          await count(tx);
        }),
      ).rejects.toMatchObject(
        means
          ? { message: 'told twice', cause: { code: '23505', table: 'copied' } }
          : { code: '23505', table: 'copied', constraint: 'copied_pkey' },
      );
    expect(await count()).toBe(0);
  });

  it('that follow what failed are not heard of: the transaction hears of what failed, and its connection is fit for the next', async () => {
    for (let time = 0; time < 3; time += 1) {
      await expect(
        database.transaction(async (tx) => {
          await copy(tx, many(0, 100));
          tx.later('wrong', 'SELECT 1 / $1::integer', [0]);
          await copy(tx, many(1_000, 5_000));
          if (time === 1) await new Promise((resolve) => setTimeout(resolve, 30));
          await copy(tx, many(10_000, 300));
          if (time === 2) await count(tx);
        }),
      ).rejects.toMatchObject({ code: '22012' });
      await database.transaction((tx) => copy(tx, many(0, 100)));
      expect(await count()).toBe(100);
      await database.query('DELETE FROM copied');
    }
  });

  it('that fail within an attempt take that back and nothing else', async () => {
    await database.transaction(async (tx) => {
      await copy(tx, many(0, 100));
      await expect(tx.attempt(() => copy(tx, many(50, 3_000)))).rejects.toMatchObject({ code: '23505' });
      await expect(
        tx.attempt(async () => {
          await copy(tx, many(200, 3_000));
          throw new Error('stumbled');
        }),
      ).rejects.toThrow('stumbled');
      await tx.attempt(() => copy(tx, many(300, 100)));
    });
    expect(await count()).toBe(200);
  });

  it('are told of a connection that breaks off while they go in, and the next transaction has another', async () => {
    await expect(
      database.transaction(async (tx) => {
        const [{ pid }] = (await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')) as [
          { pid: number },
        ];
        await connectAs(fresh.adminUrl, async (client) => {
          // The first row waits for somebody else's: the connection ends in the middle of its COPY.
          await client.query('BEGIN');
          await client.query('INSERT INTO copied (n) VALUES (0)');
          const going = copy(tx, many(0, 20_000));
          const waits = `SELECT FROM pg_stat_activity WHERE pid = ${pid} AND wait_event_type = 'Lock' AND query LIKE 'COPY%'`;
          // What a transaction has seen of others it goes on seeing, unless it lets go of it.
          while ((await client.query(waits)).rowCount === 0)
            await client.query('SELECT pg_sleep(0.01), pg_stat_clear_snapshot()');
          await client.query('SELECT pg_terminate_backend($1)', [pid]);
          await going;
          await client.query('ROLLBACK');
        });
        await count(tx);
      }),
    ).rejects.toThrow(/terminat|closed|EPIPE|ECONNRESET/);
    await database.transaction((tx) => copy(tx, many(0, 100)));
    expect(await count()).toBe(100);
  });
});
