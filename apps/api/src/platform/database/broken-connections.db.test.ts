import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../../tests/support/database.ts';
import { connectAs } from '../postgres/urls.ts';
import { type Database, openDatabase } from './database.ts';

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.appUrl, entities: [], poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const breakOff = () =>
  connectAs(fresh.adminUrl, (client) =>
    client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  );

it('fails a transaction whose connection breaks off, also on the first connection of all, and goes on with the next', async () => {
  // An error that nobody listens to would end the process: the run of this file fails then, whatever is expected here.
  for (let time = 0; time < 2; time += 1) {
    await expect(
      database.transaction(async (tx) => {
        await tx.query('SELECT 1');
        await breakOff();
        await tx.query('SELECT 2');
      }),
    ).rejects.toThrow();
    await expect(database.transaction((tx) => tx.query('SELECT 3 AS three'))).resolves.toEqual([
      { three: 3 },
    ]);
  }
});
