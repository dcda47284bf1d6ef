import pg from 'pg';

/**
 * A process whose connections nobody listens to: the first crash of PostgreSQL ends it. The control of the torture: were it to
 * live on, the crash would not have been one. `deaf-client.ts <database url>`; prints `ready` and then waits.
 */
const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query('SELECT 1');
process.stdout.write('ready\n');
setInterval(() => undefined, 1_000);
