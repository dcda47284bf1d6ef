import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { connectAs } from '../postgres/urls.ts';
import { type Database, openDatabase, type Tx } from './index.ts';

describe('what is written without waiting', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await connectAs(fresh.ownerUrl, (client) =>
      client.query('CREATE TABLE said (n integer PRIMARY KEY, word text NOT NULL)'),
    );
    database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 1 });
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });
  beforeEach(() => database.query('DELETE FROM said'));

  const some = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
  const write = (tx: Tx, numbers: readonly number[], word: unknown = 'x') =>
    tx.later('write-said', 'INSERT INTO said (n, word) SELECT n, $2 FROM unnest($1::integer[]) AS n', [
      numbers,
      word,
    ]);
  const count = async (db: Pick<Database, 'query'> = database) =>
    (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM said'))[0]!.n;

  it('is there at the next question and after the commit, few rows or many', async () => {
    await database.transaction(async (tx) => {
      write(tx, some(0, 3));
      write(tx, some(10, 500));
      await new Promise((resolve) => setImmediate(resolve));
      write(tx, some(1_000, 500));
      write(tx, some(2_000, 2));
      expect(await count(tx)).toBe(1_005);
      write(tx, some(3_000, 500));
    });
    expect(await count()).toBe(1_505);
  });

  it('is carried out while the program goes on: nobody has to ask', async () => {
    await database.transaction(async (tx) => {
      await tx.query('SELECT 1');
      write(tx, some(0, 500));
      // Seen from outside: the rows are in the table before this transaction says another word.
      await connectAs(fresh.adminUrl, async (client) => {
        const deadline = Date.now() + 10_000;
        let written = 0;
        while (written === 0 && Date.now() < deadline) {
          const { rows } = await client.query(`SELECT pg_relation_size('said') AS bytes`);
          written = Number(rows[0].bytes);
        }
        expect(written).toBeGreaterThan(0);
      });
    });
    expect(await count()).toBe(500);
  });

  it('tells of its error at the next question, and nothing of the transaction stays', async () => {
    await expect(
      database.transaction(async (tx) => {
        write(tx, some(0, 100));
        write(tx, some(50, 100));
        write(tx, some(500, 100));
        await count(tx);
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe(0);
  });

  it('tells of its error at the commit when nobody asks', async () => {
    await expect(
      database.transaction(async (tx) => {
        write(tx, some(0, 100));
        write(tx, some(50, 100));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }),
    ).rejects.toMatchObject({ code: '23505' });
    expect(await count()).toBe(0);
  });

  it('that fails within an attempt takes that back and nothing else, also when the program stumbles before it hears', async () => {
    await database.transaction(async (tx) => {
      write(tx, some(0, 100));
      for (const stumble of [false, true])
        await expect(
          tx.attempt(async () => {
            write(tx, some(200, 100));
            write(tx, some(50, 100));
            if (stumble) throw new Error('stumbled');
          }),
        ).rejects.toThrow(stumble ? 'stumbled' : 'duplicate key');
      await tx.attempt(async () => {
        write(tx, some(300, 100));
      });
    });
    expect(await count()).toBe(200);
  });

  it('that cannot be sent says so at once, and the connection stays fit for the next', async () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    for (const before of [0, 100])
      await expect(
        database.transaction(async (tx) => {
          if (before) write(tx, some(0, before));
          write(tx, some(1_000, 100), endless);
        }),
      ).rejects.toThrow('circular');
    expect(await count()).toBe(0);
  });
});
