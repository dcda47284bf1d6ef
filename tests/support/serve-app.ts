import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { type AppParts, createApp, modules } from '../../apps/api/src/app/index.ts';
import { prepareFirstRun } from '../../apps/api/src/modules/access/index.ts';
import { type Database, openDatabase, openReading } from '../../apps/api/src/platform/database/index.ts';
import { openHost, securityHeaders } from '../../apps/api/src/platform/http/index.ts';
import { openLog } from '../../apps/api/src/platform/log/index.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

/** The whole api on a port of its own, over a database of its own, within the process of the test. */
export interface ServedApp {
  readonly address: string;
  readonly database: Database;
  readonly fresh: FreshDatabase;
  readonly schema: GraphQLSchema;
  /** The code of the first run, for tests that set up. */
  readonly setupCode: string;
  close(): Promise<void>;
}

/** Serves the api with the users of the demo and no customers. */
export async function serveApp(options: Pick<AppParts, 'documents'> = {}): Promise<ServedApp> {
  const fresh = await freshDatabase();
  const home = mkdtempSync(join(tmpdir(), 'ancora-served-'));
  const database = await openDatabase({
    url: fresh.appUrl,
    entities: modules.flatMap((module) => module.entities ?? []) as [],
  });
  const first = await prepareFirstRun(database, { home, demo: true });
  const log = openLog({ level: process.env.LOG_LEVEL ?? 'silent' });
  const reading = openReading({ url: fresh.appUrl, poolSize: 4 });
  const app = await createApp({
    database,
    reading,
    ...options,
    modules,
    log,
    site: { secure: false, demo: 'loopback' },
    importFolder: join(home, 'imports'),
  });
  const host = await openHost(
    0,
    '127.0.0.1',
    { routes: app.routes, upgrade: app.upgrade },
    {
      log,
      headers: securityHeaders(),
    },
  );
  return {
    address: `http://127.0.0.1:${host.port}`,
    database,
    fresh,
    schema: app.schema,
    setupCode: first.setupCode!,
    async close() {
      await host.close(1_000);
      await app.close();
      await reading.close();
      await database.close();
      await fresh.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Asks the graph as a browser with this cookie and gives the answer as it came. */
export async function askGraph(
  address: string,
  query: string,
  options: { cookie?: string; variables?: object; headers?: Record<string, string> } = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.cookie ? { cookie: options.cookie } : {}),
      ...options.headers,
    },
    body: JSON.stringify({ query, variables: options.variables ?? {} }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
