import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { forgetSessions } from './authenticate.ts';
import { lockFirstRun } from './data/setup-code.ts';
import {
  type Account,
  closeDemo,
  disable,
  enable,
  lockAccount,
  otherAdmins,
  realAdmins,
  setLanguage,
  setName,
  setRole,
} from './data/users.ts';
import { departmentOfRole, type Role } from './domain/roles.ts';
import { type AccessRefusal, checkName, nobodyHas, type User } from './domain/user.ts';
import { recordAudit } from './record-audit.ts';

const lastAdmin: AccessRefusal = {
  code: 'LAST_ADMIN',
  message: 'This is the last admin: make somebody else admin first.',
};

/** Locks the account, and refuses what would leave nobody who may look after users. */
async function lockUnlessLast(tx: Tx, id: string, staysAdmin: boolean): Promise<Account | AccessRefusal> {
  // Two admins who demote each other at once would both succeed without one lock for all such changes.
  await lockFirstRun(tx);
  const account = await lockAccount(tx, id);
  if (!account) return nobodyHas;
  const isLast =
    account.role === 'admin' && !account.isDemo && !staysAdmin && (await otherAdmins(tx, id)) === 0;
  return isLast ? lastAdmin : account;
}

/**
 * Gives somebody another role; every session of theirs ends, so that no page goes on with the old rights. The first real admin ends
 * the demo, as one who is added does.
 */
export async function changeRole(
  tx: Tx,
  actor: Actor,
  userId: string,
  role: Role,
): Promise<Result<User, AccessRefusal>> {
  if (role === 'machine')
    return refuse({ code: 'BAD_ROLE', message: 'A machine gets a key, not an account.', field: 'role' });
  const account = await lockUnlessLast(tx, userId, role === 'admin');
  if ('code' in account) return refuse(account);
  if (account.isDemo)
    return refuse({ code: 'DEMO_USER', message: 'Demo users keep the role they were made for.' });
  const changed = await setRole(tx, userId, role, departmentOfRole[role]);
  await recordAudit(tx, actor, {
    action: 'change-role',
    subjectType: 'User',
    subjectId: userId,
    details: { before: account.role, after: role },
  });
  if (role === 'admin' && !account.disabledAt) await closeDemo(tx);
  tx.afterCommit(forgetSessions);
  return accept(changed);
}

/** Shuts somebody out at once. */
export async function disableUser(
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<Result<User, AccessRefusal>> {
  const account = await lockUnlessLast(tx, userId, false);
  if ('code' in account) return refuse(account);
  const changed = await disable(tx, userId);
  await recordAudit(tx, actor, { action: 'disable-user', subjectType: 'User', subjectId: userId });
  tx.afterCommit(forgetSessions);
  return accept(changed);
}

/** Lets somebody who was shut out in again: they sign in with the password they had. A first real admin ends the demo so, too. */
export async function enableUser(tx: Tx, actor: Actor, userId: string): Promise<Result<User, AccessRefusal>> {
  // A first admin who comes at the same moment ends the demo: one of the two waits for the other.
  await lockFirstRun(tx);
  const account = await lockAccount(tx, userId);
  if (!account) return refuse(nobodyHas);
  if (account.isDemo && (await realAdmins(tx)) > 0)
    return refuse({
      code: 'DEMO_OVER',
      message: 'The demo is over: its users stay outside.',
      field: 'userId',
    });
  const changed = await enable(tx, userId);
  if (account.role === 'admin' && !account.isDemo) await closeDemo(tx);
  if (account.disabledAt)
    await recordAudit(tx, actor, { action: 'enable-user', subjectType: 'User', subjectId: userId });
  return accept(changed);
}

/** Gives somebody another name to show. */
export async function renameUser(
  tx: Tx,
  actor: Actor,
  userId: string,
  name: string,
): Promise<Result<User, AccessRefusal>> {
  const mistake = checkName(name);
  if (mistake) return refuse(mistake);
  if (!(await lockAccount(tx, userId))) return refuse(nobodyHas);
  const changed = await setName(tx, userId, name.trim());
  await recordAudit(tx, actor, {
    action: 'rename-user',
    subjectType: 'User',
    subjectId: userId,
    details: { fields: ['name'] },
  });
  tx.afterCommit(forgetSessions);
  return accept(changed);
}

/** Stores the language somebody reads in. */
export async function changeLanguage(
  tx: Tx,
  userId: string,
  language: string,
): Promise<Result<User, AccessRefusal>> {
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(language))
    return refuse({
      code: 'BAD_LANGUAGE',
      message: 'A language is written like `it` or `fr-CA`.',
      field: 'language',
    });
  return accept(await setLanguage(tx, userId, language));
}
