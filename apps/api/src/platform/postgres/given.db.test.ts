import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresTrouble } from './postgres-trouble.ts';
import type { RunningPostgres } from './running-postgres.ts';
import { startPostgres } from './start-postgres.ts';
import { connectAs, withLogin } from './urls.ts';

let home: string;
let server: RunningPostgres;
const ask = (url: string, sql: string) => connectAs(url, async (client) => (await client.query(sql)).rows);

/** A login on the embedded server plays the operator's own PostgreSQL. */
async function loginWith(rights: string, database: string): Promise<string> {
  const admin = server.adminUrl!;
  await ask(admin, `CREATE ROLE ${database} LOGIN PASSWORD 'a long enough one' ${rights}`);
  await ask(admin, `CREATE DATABASE ${database} OWNER ${database}`);
  return withLogin(admin, { user: database, password: 'a long enough one', database });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'ancora-given-'));
  chmodSync(home, 0o755);
  server = await startPostgres({ home, onlyTests: true });
  await ask(server.adminUrl!, 'REASSIGN OWNED BY ancora_app TO postgres; DROP OWNED BY ancora_app');
  await connectAs(withLogin(server.adminUrl!, { database: 'ancora' }), (client) =>
    client.query('DROP OWNED BY ancora_app'),
  );
  await ask(server.adminUrl!, 'DROP ROLE ancora_app');
});

afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('a PostgreSQL that DATABASE_URL names', () => {
  it('tells an owner who may not create roles what an administrator has to do, without the password', async () => {
    const url = await loginWith('', 'modest');
    const trouble = await startPostgres({ home, url }).catch((error: Error) => error);
    expect(trouble).toBeInstanceOf(PostgresTrouble);
    expect((trouble as Error).message).toMatch(/CREATE ROLE ancora_app LOGIN/);
    expect((trouble as Error).message).toMatch(/DATABASE_APP_URL=postgresql:\/\/ancora_app:PASSWORD@/);
    expect((trouble as Error).message).not.toContain('long');
  });

  it('gets an application login of its own, the same one for every process', async () => {
    const url = await loginWith('CREATEROLE', 'able');
    const [first, second] = [await startPostgres({ home, url }), await startPostgres({ home, url })];
    expect(second.appUrl).toBe(first.appUrl);
    await ask(url, 'CREATE TABLE note (id int)');
    await ask(first.appUrl, 'INSERT INTO note VALUES (1)');
    await expect(ask(first.appUrl, 'DROP TABLE note')).rejects.toThrow(/must be owner/);
  });

  it('refuses an application login that owns the database', async () => {
    const url = await loginWith('', 'everything');
    await expect(startPostgres({ home, url, applicationUrl: url })).rejects.toThrow(/owns the database/);
  });

  it('says which address does not answer, without the password', async () => {
    const wrong = withLogin(server.ownerUrl, { password: 'not the secret one' });
    const trouble = await startPostgres({ home, url: wrong }).catch((error: Error) => error);
    expect((trouble as Error).message).toMatch(
      /DATABASE_URL \(postgresql:\/\/ancora_owner@.*does not answer/,
    );
    expect((trouble as Error).message).not.toContain('secret');
  });
});
