import { describe, expect, it } from 'vitest';
import { connectAs } from '../../apps/api/src/platform/postgres/index.ts';
import { freshDatabase } from '../support/database.ts';

const ask = (url: string, sql: string) => connectAs(url, async (client) => (await client.query(sql)).rows);

describe('the database of a test file', () => {
  it('is migrated, private and gone afterwards', async () => {
    const [mine, yours] = [await freshDatabase(), await freshDatabase()];
    expect(await ask(mine.appUrl, 'SELECT count(*)::int AS n FROM migration')).not.toEqual([{ n: 0 }]);
    await ask(mine.ownerUrl, 'CREATE TABLE only_mine (id int)');
    await ask(mine.appUrl, 'INSERT INTO only_mine VALUES (1)');
    await expect(ask(yours.appUrl, 'SELECT * FROM only_mine')).rejects.toThrow(/does not exist/);
    await mine.drop();
    await yours.drop();
    await expect(ask(mine.appUrl, 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  it('shows the application no table that it owns', async () => {
    const { appUrl, drop } = await freshDatabase();
    const owned = await ask(
      appUrl,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND pg_get_userbyid(relowner) = current_user`,
    );
    await drop();
    expect(owned).toEqual([]);
  });
});
