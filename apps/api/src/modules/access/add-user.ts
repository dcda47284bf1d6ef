import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { forgetSessions } from './authenticate.ts';
import { lockFirstRun } from './data/setup-code.ts';
import { type Account, closeDemo, insertUser } from './data/users.ts';
import { departmentOfRole } from './domain/roles.ts';
import { type AccessRefusal, checkNewUser, type NewUser, normaliseEmail } from './domain/user.ts';
import { hashPassword } from './hash-password.ts';
import { recordAudit } from './record-audit.ts';

/** Adds a person who uses Ancora. The first real admin ends the demo in the same transaction. */
export async function addUser(tx: Tx, actor: Actor, user: NewUser): Promise<Result<Account, AccessRefusal>> {
  const mistake = checkNewUser(user);
  if (mistake) return refuse(mistake);
  // Whoever lets a demo user in again at the same moment would leave the door open behind the admin.
  if (user.role === 'admin') await lockFirstRun(tx);
  const added = await insertUser(tx, {
    id: newId(),
    email: normaliseEmail(user.email),
    name: user.name.trim(),
    role: user.role,
    department: departmentOfRole[user.role] ?? user.department ?? null,
    passwordHash: await hashPassword(user.password!),
    language: user.language ?? 'en',
    isDemo: false,
  });
  if (!added)
    return refuse({
      code: 'EMAIL_TAKEN',
      message: 'Somebody has this e-mail address already.',
      field: 'email',
    });
  await recordAudit(tx, actor, {
    action: 'add-user',
    subjectType: 'User',
    subjectId: added.id,
    details: { role: added.role },
  });
  if (added.role === 'admin') {
    await closeDemo(tx);
    tx.afterCommit(forgetSessions);
  }
  return accept(added);
}
