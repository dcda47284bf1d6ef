import { connect } from 'node:net';
import pg from 'pg';

/** Where a server listens. Both ways are named, so that a client that knows no sockets takes the port. */
export interface Address {
  readonly port: number;
  readonly socketFolder: string | undefined;
}

/** The URL of one login on one database of an embedded server. */
export function urlOf(address: Address, user: string, password: string, database: string): string {
  const url = new URL(`postgresql://127.0.0.1:${address.port}/${encodeURIComponent(database)}`);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  if (address.socketFolder) url.searchParams.set('host', address.socketFolder);
  return url.href;
}

/** The same server with another login, another database, or both. */
export function withLogin(
  url: string,
  change: { user?: string; password?: string; database?: string },
): string {
  const changed = new URL(url);
  if (change.user !== undefined) changed.username = encodeURIComponent(change.user);
  if (change.password !== undefined) changed.password = encodeURIComponent(change.password);
  if (change.database !== undefined) changed.pathname = `/${encodeURIComponent(change.database)}`;
  return changed.href;
}

/** Runs some statements on one connection of their own. */
export async function connectAs<Value>(
  url: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'ancora setup',
  });
  // Without a listener a dropped connection would end the whole process; the pending query fails anyway.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Resolves when somebody listens on this loopback port, and is rejected with ECONNREFUSED when nobody does. */
export const knock = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
