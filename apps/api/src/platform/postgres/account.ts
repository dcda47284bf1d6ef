import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresTrouble } from './postgres-trouble.ts';

/** Whom the server processes run as; PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account to switch to when we are root: the owner of the data if there is any, else `postgres` or `nobody`. */
export function accountForServer(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const data = statSync(dataFolder, { throwIfNoEntry: false });
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  );
  const account = users.get('postgres') ?? users.get('nobody');
  if (!account)
    throw new PostgresTrouble(
      'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody". Start as another user, or set DATABASE_URL.',
    );
  return account;
}

const mayPass = (folder: Stats, account: Account): boolean =>
  ((folder.uid === account.uid
    ? folder.mode >> 6
    : folder.gid === account.gid
      ? folder.mode >> 3
      : folder.mode) &
    1) ===
  1;

/** True when the account can walk down to this path (or to where it will be made): a home folder with mode 700 blocks it. */
export function canReach(path: string, account: Account): boolean {
  for (let at = path; ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false });
    if (found?.isDirectory() && !mayPass(found, account)) return false;
    if (at === dirname(at)) return true;
  }
}
