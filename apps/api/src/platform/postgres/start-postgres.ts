import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { useGivenPostgres } from './given.ts';
import { keepRunning } from './keep-running.ts';
import { initialise, launch } from './launch.ts';
import { findPlace, type Place } from './place.ts';
import { findRunning, type Postmaster, readPostmaster, stopPostmaster } from './postmaster.ts';
import { applicationRole, createOwnedDatabase, ensureRoles, ownerRole } from './roles.ts';
import type { RunningPostgres } from './running-postgres.ts';
import { readOrDrawSecrets } from './secrets.ts';
import { settingsFor } from './settings.ts';
import { withLock } from './start-lock.ts';
import { type Address, knock, urlOf } from './urls.ts';
import { enter, leave } from './visitors.ts';

/** What to start, and where. */
export interface PostgresOptions {
  /** Folder that holds the data of the embedded server. */
  readonly home: string;
  /** A PostgreSQL of one's own, to be used instead of the embedded one: the login that owns the tables. */
  readonly url?: string | undefined;
  /** The application's login there, when the owner may not make it. */
  readonly applicationUrl?: string | undefined;
  readonly database?: string;
  /** The data may be lost when the machine fails: nothing is flushed. */
  readonly onlyTests?: boolean;
  /** Hears one sentence about each step that takes a while. */
  readonly say?: (sentence: string) => void;
}

/** Starts the embedded PostgreSQL (or joins one that already runs there), or prepares the one that `url` names. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  if (options.url) return useGivenPostgres(options.url, options.applicationUrl, options.say);
  const place = findPlace(options.home);
  return withLock(place.lock, () => startEmbedded(place, options));
}

async function startEmbedded(place: Place, options: PostgresOptions): Promise<RunningPostgres> {
  const { onlyTests = false, database = 'ancora', say = () => {} } = options;
  const binaries = findBinaries(place.account, place.copies);
  const hasData = existsSync(place.data);
  if (!hasData && onlyTests) rmSync(place.secrets, { force: true });
  const secrets = readOrDrawSecrets(place.secrets, hasData);
  if (!hasData) {
    say('Making the database cluster (only the first time)');
    initialise(place, binaries, secrets.admin, onlyTests);
  }
  const start = (port?: number) => launch(place, binaries, settingsFor(undefined, onlyTests), port);
  const address = await findOrLaunch(place, start);
  const adminUrl = urlOf(address, 'postgres', secrets.admin, 'postgres');
  await ensureRoles(adminUrl, secrets);
  await createOwnedDatabase(adminUrl, database);
  enter(place.visitors);
  let rest: (() => Promise<void>) | undefined;
  return {
    adminUrl,
    ownerUrl: urlOf(address, ownerRole, secrets.owner, database),
    appUrl: urlOf(address, applicationRole, secrets.application, database),
    socketDir: address.socketFolder,
    port: address.port,
    keepRunning(watch) {
      const again = () => withLock(place.lock, () => findOrLaunch(place, () => start(address.port)));
      rest ??= keepRunning(place, address, again, watch);
    },
    async stop() {
      await rest?.();
      await stopUnlessUsed(place);
    },
  };
}

/** A server that was killed a moment ago may still look alive, and its last processes may still hold its memory: tries again. */
async function findOrLaunch(place: Place, start: () => Promise<Postmaster>): Promise<Address> {
  for (const until = Date.now() + 15_000; ; await sleep(100)) {
    try {
      const server = (await findRunning(place.data)) ?? (await start());
      await knock(server.port);
      return { port: server.port, socketFolder: server.socketFolder || undefined };
    } catch (error) {
      const dying = /ECONNREFUSED|pre-existing shared memory|lock file/.test((error as Error).message);
      if (!dying || Date.now() > until) throw error;
    }
  }
}

async function stopUnlessUsed(place: Place): Promise<void> {
  await withLock(place.lock, async () => {
    if (!leave(place.visitors)) return;
    const running = readPostmaster(place.data);
    if (running) await stopPostmaster(running.pid);
  });
}
