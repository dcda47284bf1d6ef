import pg from 'pg';
import { connectAs, withLogin } from './urls.ts';

const { escapeIdentifier: name, escapeLiteral: text } = pg;

/** Owns database and tables of the embedded server: migrations run as this one. */
export const ownerRole = 'ancora_owner';
/** The login of the running application: neither superuser nor owner. */
export const applicationRole = 'ancora_app';

const applicationLimits: Record<string, string> = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '60s',
};
const ownerLimits: Record<string, string> = {
  statement_timeout: '30min',
  lock_timeout: '10s',
  idle_in_transaction_session_timeout: '10min',
};

/** Makes a login with this password, or gives an existing one this password. */
async function ensureLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(
    `${verb} ROLE ${name(role)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${text(password)}`,
  );
}

async function limit(client: pg.Client, role: string, limits: Record<string, string>): Promise<void> {
  for (const [setting, value] of Object.entries(limits))
    await client.query(`ALTER ROLE ${name(role)} SET ${setting} = ${text(value)}`);
}

/** Makes sure of both logins on a server of our own. */
export async function ensureRoles(
  adminUrl: string,
  passwords: { owner: string; application: string },
): Promise<void> {
  await connectAs(adminUrl, async (client) => {
    await ensureLogin(client, ownerRole, passwords.owner);
    await limit(client, ownerRole, ownerLimits);
    await ensureLogin(client, applicationRole, passwords.application);
    await limit(client, applicationRole, applicationLimits);
  });
}

/** Makes sure of the application's login on a server that somebody else runs. */
export async function ensureApplicationRole(client: pg.Client, password: string): Promise<void> {
  await ensureLogin(client, applicationRole, password);
  await limit(client, applicationRole, applicationLimits);
}

/** Where the application's tables lie: our own, and those of the job queue. */
const schemas = ['public', 'graphile_worker'];

/** Lets the application read and write what the owner makes, now and later; it never gets TRUNCATE, REFERENCES or DDL. */
export async function grantToApplication(client: pg.Client, owner: string, role: string): Promise<void> {
  for (const schema of schemas) {
    const by = `ALTER DEFAULT PRIVILEGES FOR ROLE ${name(owner)} IN SCHEMA ${schema} GRANT`;
    if (schema !== 'public')
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${name(owner)}`);
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${name(role)};
      ${by} SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name(role)};
      ${by} USAGE, SELECT ON SEQUENCES TO ${name(role)};
      ${by} EXECUTE ON FUNCTIONS TO ${name(role)};
    `);
  }
}

/** Makes sure of a database that belongs to the owner role; returns whether it is new. */
export async function createOwnedDatabase(adminUrl: string, database: string): Promise<boolean> {
  const isNew = await connectAs(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount) return false;
    await client.query(
      `CREATE DATABASE ${name(database)} OWNER ${name(ownerRole)} TEMPLATE template0 ENCODING 'UTF8'`,
    );
    return true;
  });
  await connectAs(withLogin(adminUrl, { database }), (client) =>
    grantToApplication(client, ownerRole, applicationRole),
  );
  return isNew;
}
