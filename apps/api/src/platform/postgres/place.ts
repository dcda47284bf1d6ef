import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, accountForServer, canReach } from './account.ts';

/** The major version of the embedded PostgreSQL: data of another one is never opened by mistake. */
export const majorVersion = 18;

/** Where one embedded PostgreSQL keeps its things. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly secrets: string;
  readonly log: string;
  readonly visitors: string;
  readonly lock: string;
  readonly copies: string;
  readonly socketFolder: string;
  readonly account: Account | undefined;
}

const longestSocketPath = 107 - '/.s.PGSQL.65535'.length;
const stateFolder = '/var/lib/ancora';

/** Decides where: below `home`; or, as root with a blocked way to `home`, below /var/lib/ancora, remembered in `home`. */
export function findPlace(home: string): Place {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const real = realpathSync(home);
  const mark = createHash('sha256').update(real).digest('hex').slice(0, 12);
  const pointer = join(real, 'postgres.place');
  let folder = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(real, 'postgres');
  const nameOfData = `data-${majorVersion}`;
  let account = accountForServer(join(folder, nameOfData));
  if (account && !canReach(folder, account)) {
    folder = join(stateFolder, mark);
    account = accountForServer(join(folder, nameOfData));
    writeFileSync(pointer, `${folder}\n`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const nearby = join(folder, 'run');
  return {
    folder,
    data: join(folder, nameOfData),
    secrets: join(folder, 'secrets.json'),
    log: join(folder, 'server.log'),
    visitors: join(folder, 'visitors'),
    lock: join(folder, 'start.lock'),
    copies: account ? join(stateFolder, 'programs') : join(dirname(folder), 'programs'),
    socketFolder: Buffer.byteLength(nearby) <= longestSocketPath ? nearby : join(tmpdir(), `ancora-${mark}`),
    account,
  };
}
