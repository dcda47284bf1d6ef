import { tmpdir } from 'node:os';
import { createApp, modules } from '../../apps/api/src/app/index.ts';
import { forgetSessions } from '../../apps/api/src/modules/access/index.ts';
import { openDatabase } from '../../apps/api/src/platform/database/index.ts';
import { openHost } from '../../apps/api/src/platform/http/index.ts';
import { openLog } from '../../apps/api/src/platform/log/index.ts';

/** What one request asked of PostgreSQL: for its answer, and for who asks when that is not believed any more. */
export interface StatementCount {
  statements: number;
  withSession: number;
}

/**
 * Counts the statements of requests where they leave for PostgreSQL: in a server of the same code inside this process,
 * at its connections. A header of the measured server would be the server's word, and a cost that nobody else pays.
 */
export async function countStatements(
  databaseUrl: string,
  headers: Record<string, string>,
  bodies: readonly string[],
): Promise<StatementCount[]> {
  const database = await openDatabase({
    url: databaseUrl,
    entities: modules.flatMap((one) => one.entities ?? []),
  });
  let count = 0;
  const counted = new WeakSet<object>();
  database.pool.on('acquire', (client) => {
    if (counted.has(client)) return;
    counted.add(client);
    const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
    client.query = ((...asked: unknown[]) => {
      count += 1;
      return query(...asked);
    }) as typeof client.query;
  });
  const log = openLog({ level: 'silent' });
  const app = await createApp({
    database,
    modules,
    log,
    site: { secure: false, demo: 'off' },
    importFolder: tmpdir(),
  });
  const host = await openHost(0, '127.0.0.1', { routes: app.routes }, { log, headers: [] });
  const ask = async (body: string): Promise<number> => {
    const before = count;
    const answer = await fetch(`http://127.0.0.1:${host.port}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    if (answer.status !== 200 || text.includes('"errors"')) throw new Error(text.slice(0, 300));
    return count - before;
  };
  try {
    const counts: StatementCount[] = [];
    for (const body of bodies) {
      await ask(body);
      forgetSessions();
      const withSession = await ask(body);
      counts.push({ statements: await ask(body), withSession });
    }
    return counts;
  } finally {
    await host.close(500);
    await app.close();
    await database.close();
  }
}
