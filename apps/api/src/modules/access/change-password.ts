import { accept, type Result, refuse } from '#kernel/result';
import type { Database } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { forgetSessions } from './authenticate.ts';
import { lockAccount, setPassword } from './data/users.ts';
import { type AccessRefusal, checkPassword } from './domain/user.ts';
import { hashPassword, verifyPassword } from './hash-password.ts';
import { type Caller, type OpenedSession, openSession } from './open-session.ts';
import { recordAudit } from './record-audit.ts';
import { countGuess } from './sign-in.ts';

/** Changes one's own password. All sessions end; this browser gets a new one. */
export async function changePassword(
  db: Database,
  viewer: Viewer,
  given: { current: string; next: string },
  caller: Caller,
): Promise<Result<OpenedSession, AccessRefusal>> {
  const throttled = await countGuess(db, `password:${viewer.id}`, caller);
  if (throttled) return refuse(throttled);
  return db.transaction(async (tx) => {
    const account = await lockAccount(tx, viewer.id!);
    const right = await verifyPassword(account?.passwordHash ?? null, given.current);
    if (!account || !right)
      return refuse({ code: 'WRONG_CREDENTIALS', message: 'This is not your password.', field: 'current' });
    const weak = checkPassword(given.next, account.email);
    if (weak) return refuse({ ...weak, field: 'next' });
    const changed = await setPassword(tx, account.id, await hashPassword(given.next));
    await recordAudit(tx, viewer, { action: 'change-password', subjectType: 'User', subjectId: account.id });
    tx.afterCommit(forgetSessions);
    return accept(await openSession(tx, changed, caller));
  });
}
