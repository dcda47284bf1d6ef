import { runMigrations } from 'graphile-worker';
import pg from 'pg';

/**
 * Lays the tables of the job queue (schema `graphile_worker`), as their owner, and lets logins that were granted the tables see the
 * rows: the queue guards them by row security, which by itself would hide them from everybody but the owner.
 */
export async function layJobTables(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'ancora-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`
      DO $$
      DECLARE guarded regclass;
      BEGIN
        FOR guarded IN
          SELECT oid FROM pg_class t
           WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
             AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t.oid AND polname = 'granted')
        LOOP
          EXECUTE format('CREATE POLICY granted ON %s USING (true) WITH CHECK (true)', guarded);
        END LOOP;
      END $$`);
  } finally {
    await client.end();
  }
}
