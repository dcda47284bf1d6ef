import { DataSource, type MigrationInterface } from 'typeorm';
import { advisoryLocks } from './advisory-locks.ts';
import { layJobTables } from './job-tables.ts';

/**
 * Brings a database to the newest version with the owner's account, one process at a time (an advisory lock), each
 * migration in its own transaction, waiting at most 3 s for a lock. Returns the names of what ran.
 */
export async function migrate(
  ownerUrl: string,
  migrations: (new () => MigrationInterface)[],
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: 'ancora-migrate',
    poolSize: 2,
    extra: { lock_timeout: 3_000 },
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('SET lock_timeout = 0');
    await guard.query('SELECT pg_advisory_lock($1::bigint)', [advisoryLocks.migrating]);
    const ran = await source.runMigrations();
    await layJobTables(ownerUrl);
    return ran.map((migration) => migration.name);
  } finally {
    await guard
      .query('SELECT pg_advisory_unlock($1::bigint)', [advisoryLocks.migrating])
      .catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}
