import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { openReading, type Reading, tookTooLong } from './open-reading.ts';

describe('Reads that people wait for', () => {
  let fresh: FreshDatabase;
  let reading: Reading;
  beforeAll(async () => {
    fresh = await freshDatabase();
    reading = openReading({ url: fresh.appUrl, poolSize: 2, atMostMs: 300 });
  });
  afterAll(async () => {
    await reading.close();
    await fresh.drop();
  });

  it('end when they take too long, and the connection reads on', async () => {
    const began = performance.now();
    const trouble = await reading.query('SELECT pg_sleep(20)').catch((error: unknown) => error);
    expect(tookTooLong(trouble)).toBe(true);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await reading.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('cannot write', async () => {
    await expect(reading.query('DELETE FROM customer')).rejects.toThrow(/read-only transaction/);
  });
});
