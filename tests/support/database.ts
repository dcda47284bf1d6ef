import { inject } from 'vitest';
import { connectAs, ownerRole, withLogin } from '../../apps/api/src/platform/postgres/index.ts';

/** The server of this test run and its migrated template, as `postgres.setup.ts` made them. */
export interface TestPostgres {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Name of the template database. */
  readonly database: string;
}

/** A database of one's own. */
export interface FreshDatabase {
  /** Login that owns the tables (migrations run as this one). */
  readonly ownerUrl: string;
  /** Login of the application: what the product itself uses. */
  readonly appUrl: string;
  /** Superuser, for tests that look behind the curtain. */
  readonly adminUrl: string;
  drop(): Promise<void>;
}

let count = 0;

/** Copies the migrated template into a private database: call it in `beforeAll`, `drop()` it in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('postgres');
  const run = server.database.replace('template', 'test');
  const database = `${run}_${process.pid}_${Date.now().toString(36)}_${++count}`;
  await connectAs(server.adminUrl, (client) =>
    client.query(
      `CREATE DATABASE "${database}" OWNER ${ownerRole} TEMPLATE "${server.database}" STRATEGY file_copy`,
    ),
  );
  return {
    ownerUrl: withLogin(server.ownerUrl, { database }),
    appUrl: withLogin(server.appUrl, { database }),
    adminUrl: withLogin(server.adminUrl, { database }),
    drop: () =>
      connectAs(server.adminUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      }),
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}
