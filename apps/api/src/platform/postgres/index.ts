/** PostgreSQL, always the real one: the embedded one of this folder, or the one that DATABASE_URL names. */
export { PostgresTrouble } from './postgres-trouble.ts';
export { applicationRole, createOwnedDatabase, ownerRole } from './roles.ts';
export type { RunningPostgres, Watch } from './running-postgres.ts';
export { type PostgresOptions, startPostgres } from './start-postgres.ts';
export { connectAs, withLogin } from './urls.ts';
