import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { forgetSessions } from './authenticate.ts';
import { forgetTries } from './data/throttle.ts';
import { lockAccount, setPassword } from './data/users.ts';
import { type AccessRefusal, nobodyHas, type User } from './domain/user.ts';
import { drawPassword } from './draw-password.ts';
import { hashPassword } from './hash-password.ts';
import { recordAudit } from './record-audit.ts';
import { accountKey } from './sign-in.ts';

/** Somebody with the password that was drawn for them, at the one moment it can be read. */
export interface DrawnPassword {
  user: User;
  password: string;
}

/**
 * Gives somebody who forgot theirs a new first password. All their sessions end, and what they guessed before is
 * forgotten, so that the new one is not refused for it. Whoever is shut out stays out.
 */
export async function resetPassword(
  tx: Tx,
  actor: Actor,
  userId: string,
): Promise<Result<DrawnPassword, AccessRefusal>> {
  if (actor.kind === 'user' && actor.id === userId)
    return refuse({
      code: 'OWN_PASSWORD',
      message: 'Your own password is changed by you, with the one you have.',
      field: 'userId',
    });
  const account = await lockAccount(tx, userId);
  if (!account) return refuse(nobodyHas);
  if (account.isDemo)
    return refuse({
      code: 'NO_PASSWORD',
      message: 'Demo users enter without a password.',
      field: 'userId',
    });
  const password = drawPassword(account.email);
  const user = await setPassword(tx, userId, await hashPassword(password));
  await forgetTries(tx, accountKey(account.email));
  await recordAudit(tx, actor, { action: 'reset-password', subjectType: 'User', subjectId: userId });
  tx.afterCommit(forgetSessions);
  return accept({ user, password });
}
