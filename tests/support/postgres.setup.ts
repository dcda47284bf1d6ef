import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrations } from '../../apps/api/src/migrations/index.ts';
import { migrate } from '../../apps/api/src/platform/database/index.ts';
import { checkoutRoot } from '../../apps/api/src/platform/environment/index.ts';
import {
  applicationRole,
  connectAs,
  createOwnedDatabase,
  ownerRole,
  startPostgres,
  withLogin,
} from '../../apps/api/src/platform/postgres/index.ts';
import { isAlive } from '../../apps/api/src/platform/postgres/processes.ts';
import { ensureRoles } from '../../apps/api/src/platform/postgres/roles.ts';
import type { TestPostgres } from './database.ts';

const database = `ancora_template_${process.pid}`;

/** The server of the tests: an embedded one per checkout that forgets on failure, or the one of TEST_DATABASE_URL (a superuser). */
async function serverForTests(): Promise<TestPostgres & { stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (!given) {
    const home = join(checkoutRoot(import.meta.dirname), '.ancora/test');
    const server = await startPostgres({ home, onlyTests: true });
    return {
      adminUrl: server.adminUrl!,
      ownerUrl: server.ownerUrl,
      appUrl: server.appUrl,
      database,
      stop: server.stop,
    };
  }
  const passwords = { owner: 'only for tests', application: 'only for tests' };
  await ensureRoles(given, passwords);
  return {
    adminUrl: given,
    ownerUrl: withLogin(given, { user: ownerRole, password: passwords.owner }),
    appUrl: withLogin(given, { user: applicationRole, password: passwords.application }),
    database,
    stop: async () => {},
  };
}

/** Databases of test runs that are over: their name ends with the number of a process that no longer is. */
async function dropLeftovers(adminUrl: string, alsoOf?: number): Promise<void> {
  await connectAs(adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname ~ '^ancora_(template|test)_[0-9]+'`,
    );
    for (const { name } of rows) {
      const run = Number(/_(\d+)/.exec(name)?.[1]);
      if (run === alsoOf || !isAlive(run))
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    }
  });
}

/** Once per run: a server, and one migrated database that every test file copies (`freshDatabase`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await serverForTests();
  await dropLeftovers(server.adminUrl, process.pid);
  await createOwnedDatabase(server.adminUrl, database);
  await migrate(withLogin(server.ownerUrl, { database }), migrations);
  project.provide('postgres', server);
  return async () => {
    await dropLeftovers(server.adminUrl, process.pid);
    await stop();
  };
}
