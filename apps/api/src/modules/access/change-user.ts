import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { forgetSessions } from './authenticate.ts';
import { lockFirstRun } from './data/setup-code.ts';
import { type Account, disable, lockAccount, otherAdmins, setLanguage, setRole } from './data/users.ts';
import { departmentOfRole, type Role } from './domain/roles.ts';
import type { AccessRefusal, User } from './domain/user.ts';
import { recordAudit } from './record-audit.ts';

const nobody: AccessRefusal = { code: 'NOT_FOUND', message: 'Nobody has this id.' };
const lastAdmin: AccessRefusal = {
  code: 'LAST_ADMIN',
  message: 'This is the last admin: make somebody else admin first.',
};

/** Locks the account, and refuses what would leave nobody who may look after users. */
async function lockUnlessLast(tx: Tx, id: string, staysAdmin: boolean): Promise<Account | AccessRefusal> {
  // Two admins who demote each other at once would both succeed without one lock for all such changes.
  await lockFirstRun(tx);
  const account = await lockAccount(tx, id);
  if (!account) return nobody;
  const isLast =
    account.role === 'admin' && !account.isDemo && !staysAdmin && (await otherAdmins(tx, id)) === 0;
  return isLast ? lastAdmin : account;
}

/** Gives somebody another role; every session of theirs ends, so that no page goes on with the old rights. */
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
