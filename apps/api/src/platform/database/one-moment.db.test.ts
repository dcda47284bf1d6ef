import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { atOneMoment, type Database, openDatabase } from './index.ts';

describe('what is read at one moment', () => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 2 });
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });
  const count = 'SELECT count(*)::int AS count FROM source';
  const addSource = (key: string) =>
    database.query(
      `INSERT INTO source (id, key, name, system, created_at) VALUES (gen_random_uuid(), $1, $1, 'csv', now())`,
      [key],
    );

  it('comes in portions, the last one perhaps smaller, and none where nothing is', async () => {
    const sizes = (rows: number) =>
      atOneMoment(database, async (moment) => {
        const found: number[] = [];
        const sql = 'SELECT n FROM generate_series(1, $1::int) n';
        for await (const portion of moment.portions(sql, [rows], 3)) found.push(portion.length);
        return found;
      });
    expect(await sizes(0)).toEqual([]);
    expect(await sizes(6)).toEqual([3, 3]);
    expect(await sizes(7)).toEqual([3, 3, 1]);
  });

  it('stays as it was, whatever others write meanwhile, and cannot be written', async () => {
    await atOneMoment(database, async (moment) => {
      const [before] = await moment.query<{ count: number }>(count);
      await addSource('meanwhile');
      expect(await moment.query(count)).toEqual([before]);
      await expect(moment.query('DELETE FROM source')).rejects.toMatchObject({ code: '25006' });
    });
    expect(await database.query(count)).toEqual([{ count: 1 }]);
  });

  it('gives its connection back when the reader goes away in the middle', async () => {
    for (const _ of [1, 2, 3, 4])
      await expect(
        atOneMoment(database, async (moment) => {
          for await (const _ of moment.portions('SELECT generate_series(1, 100)', [], 10))
            throw new Error('gone');
        }),
      ).rejects.toThrow('gone');
    expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
