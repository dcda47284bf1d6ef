import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { Db, Tx } from '#platform/database';
import type { Site } from '#platform/graphql';
import { lockFirstRun } from './data/setup-code.ts';
import {
  accountByEmail,
  insertUser,
  lockAccount,
  openDemoUsers,
  realUserExists,
  reopenDemo,
} from './data/users.ts';
import { demoCast } from './domain/demo-cast.ts';
import { isLoopback } from './domain/limits.ts';
import { departmentOfRole } from './domain/roles.ts';
import type { AccessRefusal, User } from './domain/user.ts';
import type { Caller, OpenedSession } from './open-session.ts';
import { enter } from './sign-in.ts';

/** Makes sure of one demo user for each role, while nobody real exists. They have no password at all. */
export async function addDemoUsers(tx: Tx): Promise<boolean> {
  await lockFirstRun(tx);
  if (await realUserExists(tx)) return false;
  await reopenDemo(tx);
  for (const [name, role] of demoCast) {
    const email = `${name.toLowerCase().replace(' ', '.')}@demo.example`;
    if (await accountByEmail(tx, email)) continue;
    await insertUser(tx, {
      id: newId(),
      email,
      name,
      role,
      department: departmentOfRole[role],
      passwordHash: null,
      language: 'en',
      isDemo: true,
    });
  }
  return true;
}

const mayEnter = (site: Site, caller: Pick<Caller, 'address'>): boolean =>
  site.demo === 'anywhere' || (site.demo === 'loopback' && isLoopback(caller.address));

/** The demo users this caller may enter as: none outside of demo mode, and none for strangers from the network. */
export const demoUsersFor = async (db: Db, site: Site, caller: Caller): Promise<User[]> =>
  mayEnter(site, caller) ? openDemoUsers(db) : [];

/** Whether somebody at this address of the network may enter as a demo user now. */
export const mayEnterDemo = async (db: Db, site: Site, address: string): Promise<boolean> =>
  mayEnter(site, { address }) && (await openDemoUsers(db)).length > 0;

/** Enters as a demo user with one click. */
export async function enterDemo(
  tx: Tx,
  userId: string,
  site: Site,
  caller: Caller,
): Promise<Result<OpenedSession, AccessRefusal>> {
  const account = mayEnter(site, caller) ? await lockAccount(tx, userId) : null;
  if (!account?.isDemo || account.disabledAt)
    return refuse({ code: 'NO_DEMO', message: 'There is no such demo user to enter as.' });
  return accept(await enter(tx, account, caller, 'enter-demo'));
}
