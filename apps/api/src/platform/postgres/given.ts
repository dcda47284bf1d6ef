import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PostgresTrouble } from './postgres-trouble.ts';
import { applicationRole, ensureApplicationRole, grantToApplication } from './roles.ts';
import type { RunningPostgres } from './running-postgres.ts';
import { connectAs, withLogin } from './urls.ts';

const oldest = 15;

/**
 * The application's password on a server that is not ours: drawn from the owner's, so that every process that knows
 * DATABASE_URL finds the same one and nothing needs to be stored.
 */
function derivedPassword(ownerUrl: string): string {
  const { password, pathname } = new URL(ownerUrl);
  return createHmac('sha256', `ancora:${decodeURIComponent(password)}`)
    .update(`${applicationRole}${pathname}`)
    .digest('base64url');
}

const withoutPassword = (url: string) => withLogin(url, { password: '' }).replace(':@', '@');

/** A server in another container may need a moment: asks again for half a minute, but not after a wrong password. */
async function waitFor(url: string, say: (sentence: string) => void): Promise<void> {
  let said = false;
  for (const until = Date.now() + 30_000; ; await sleep(500)) {
    try {
      return await connectAs(url, async (client) => {
        await client.query('SELECT 1');
      });
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      const maySoonAnswer =
        code === undefined ||
        ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT', '57P03'].includes(code);
      if (!maySoonAnswer || Date.now() > until)
        throw new PostgresTrouble(
          `DATABASE_URL (${withoutPassword(url)}) does not answer: ${message || code}`,
        );
      if (!said) say(`Waiting for ${withoutPassword(url)}`);
      said = true;
    }
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await connectAs(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

/** Makes sure of the application's login, or says what an administrator has to do. */
async function prepareApplication(ownerUrl: string, say: (sentence: string) => void): Promise<string> {
  const password = derivedPassword(ownerUrl);
  const appUrl = withLogin(ownerUrl, { user: applicationRole, password });
  if (await answers(appUrl)) return appUrl;
  await connectAs(ownerUrl, async (client) => {
    const { rows } = await client.query<{ able: boolean; me: string }>(
      'SELECT rolsuper OR rolcreaterole AS able, rolname AS me FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.able)
      throw new PostgresTrouble(
        [
          `The login of DATABASE_URL (${rows[0]?.me}) may not create the application's own login. An administrator can do it once:`,
          `  CREATE ROLE ${applicationRole} LOGIN PASSWORD 'choose one';`,
          `then set DATABASE_APP_URL=${withoutPassword(appUrl).replace('@', ':PASSWORD@')}`,
        ].join('\n'),
      );
    say(`Making the application's login ${applicationRole}`);
    await ensureApplicationRole(client, password);
    await client.query(
      `GRANT CONNECT, TEMPORARY ON DATABASE ${pg.escapeIdentifier(client.database ?? '')} TO ${applicationRole}`,
    );
  });
  return appUrl;
}

/** Refuses an application login that could bypass what the owner set up. */
async function refuseTooPowerful(appUrl: string): Promise<string> {
  return connectAs(appUrl, async (client) => {
    const { rows } = await client.query<{ me: string; powerful: boolean; owns: boolean }>(
      `SELECT current_user::text AS me, r.rolsuper OR r.rolbypassrls AS powerful, pg_has_role(d.datdba, 'MEMBER') AS owns
         FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    );
    const login = rows[0]!;
    if (login.powerful || login.owns)
      throw new PostgresTrouble(
        `DATABASE_APP_URL logs in as ${login.me}, who ${login.powerful ? 'is a superuser' : 'owns the database'}: the application must be neither.`,
      );
    return login.me;
  });
}

/** Prepares a PostgreSQL of the operator's own: version, application login, its grants. Never stops it. */
export async function useGivenPostgres(
  ownerUrl: string,
  applicationUrl: string | undefined,
  say: (sentence: string) => void = () => {},
): Promise<RunningPostgres> {
  await waitFor(ownerUrl, say);
  const version = await connectAs(ownerUrl, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  });
  if (version < oldest)
    throw new PostgresTrouble(
      `DATABASE_URL names a PostgreSQL ${version}; Ancora needs version ${oldest} or newer.`,
    );
  const appUrl = applicationUrl ?? (await prepareApplication(ownerUrl, say));
  const role = await refuseTooPowerful(appUrl);
  await connectAs(ownerUrl, (client) => grantToApplication(client, client.user ?? '', role));
  return {
    adminUrl: undefined,
    ownerUrl,
    appUrl,
    socketDir: undefined,
    port: Number(new URL(ownerUrl).port || 5432),
    keepRunning: () => {},
    stop: async () => {},
  };
}
