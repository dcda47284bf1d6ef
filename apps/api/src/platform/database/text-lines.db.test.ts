import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { eventually } from '../../../../../tests/support/eventually.ts';
import { connectAs } from '../postgres/urls.ts';
import { openReading, type Reading, tookTooLong } from './open-reading.ts';

describe('Texts that go to a socket as they came', () => {
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
  const text = async (sql: string, values: readonly unknown[] = [], name = '') =>
    (await reading.text(name, sql, values))?.toString() ?? null;

  it('are the bytes of the only value, long or short, and nothing where there is none', async () => {
    expect(await text("SELECT 'Ț ' || $1::text", ['🙂 "quoted"'])).toBe('Ț 🙂 "quoted"');
    expect(await text("SELECT repeat('Țurcanu ', 50000)")).toBe('Țurcanu '.repeat(50_000));
    expect(await text('SELECT NULL::text')).toBeNull();
    expect(await text("SELECT 'x' WHERE false")).toBeNull();
    expect(await text("SELECT ''")).toBe('');
  });

  it('are asked with values of every kind, as all other statements are', async () => {
    expect(await text('SELECT $1::int + $2::int', [1, 2])).toBe('3');
    expect(await text('SELECT $1::text', [null])).toBeNull();
    const many = Array.from({ length: 40 }, (_, n) => n);
    expect(await text('SELECT sum(n)::text FROM unnest($1::int[]) n', [many])).toBe('780');
  });

  it('come each to whom asked, however many ask at once', async () => {
    const asked = Array.from({ length: 200 }, (_, n) => text('SELECT $1::text', [`${n}`], 'each'));
    expect(await Promise.all(asked)).toEqual(Array.from({ length: 200 }, (_, n) => `${n}`));
  });

  it('fail alone: whoever asks next on the same line is answered', async () => {
    for (let time = 0; time < 4; time += 1) {
      await expect(text('SELECT 1 / $1::int', ['0'], 'share')).rejects.toMatchObject({ code: '22012' });
      await expect(text('SELECT nothing', [], 'wrong')).rejects.toMatchObject({ code: '42703' });
      expect(await text('SELECT 1 / $1::int', ['1'], 'share')).toBe('1');
    }
  });

  it('end when they take too long, and cannot write', async () => {
    expect(tookTooLong(await text('SELECT pg_sleep(20)').catch((error: unknown) => error))).toBe(true);
    await expect(text('DELETE FROM customer')).rejects.toThrow(/read-only transaction/);
    expect(await text("SELECT 'on'")).toBe('on');
  });

  it('are not mixed up when two statements bear one name', async () => {
    const [one, other] = ['SELECT 1::text', 'SELECT 2::text'];
    await Promise.all([text(one, [], 'same'), text(one, [], 'same'), text(one, [], 'same')]);
    await expect(text(other, [], 'same')).rejects.toThrow('Two statements share the name same.');
    expect(await text(one, [], 'same')).toBe('1');
  });

  it('come over new lines when the old ones break off', async () => {
    const patient = openReading({ url: fresh.appUrl, poolSize: 2, atMostMs: 30_000 });
    const ask = (sql: string) =>
      patient.text('', sql, []).then(
        (text) => text?.toString(),
        () => 'broke off',
      );
    // Asked while somebody holds what they ask for: the first two are on their way until they are broken off.
    const held = await connectAs(fresh.adminUrl, async (client) => {
      await client.query('SELECT pg_advisory_lock(1)');
      const asked = Array.from({ length: 6 }, () => ask(`SELECT 'had' || pg_advisory_xact_lock_shared(1)`));
      await eventually(async () => {
        const { rows } = await client.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
        );
        expect(rows).toHaveLength(2);
      });
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`,
      );
      return asked;
    });
    // Those on their way are told; those who stood in line are answered.
    expect(await Promise.all(held)).toEqual(['broke off', 'broke off', 'had', 'had', 'had', 'had']);
    expect(await ask("SELECT 'back'")).toBe('back');
    await patient.close();
  });

  it('are refused when the lines are closed', async () => {
    const closed = openReading({ url: fresh.appUrl });
    await closed.text('', "SELECT 'x'", []);
    await closed.close();
    await expect(closed.text('', "SELECT 'x'", [])).rejects.toThrow(/closed/);
  });
});
