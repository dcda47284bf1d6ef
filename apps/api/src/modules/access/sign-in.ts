import { createHash } from 'node:crypto';
import { accept, type Result, refuse } from '#kernel/result';
import type { Database, Tx } from '#platform/database';
import { anonymous } from './actor.ts';
import { countTries, forgetTries } from './data/throttle.ts';
import { type Account, accountByEmail } from './data/users.ts';
import { guessLimits, networkOf } from './domain/limits.ts';
import { type AccessRefusal, normaliseEmail } from './domain/user.ts';
import { verifyPassword } from './hash-password.ts';
import { type Caller, type OpenedSession, openSession } from './open-session.ts';
import { recordAudit } from './record-audit.ts';

/** What tries for this account are counted by. A digest, so that the table does not collect what strangers typed into the form. */
export const accountKey = (email: string): string =>
  `account:${createHash('sha256').update(email).digest('hex')}`;

/** Counts a try against account and network; answers with the refusal when it is one too many. */
export async function countGuess(
  db: Database,
  what: string,
  caller: Caller,
): Promise<(AccessRefusal & { seconds: number }) | null> {
  const network = `network:${networkOf(caller.address)}`;
  const counts = await countTries(db, [what, network]);
  const over = counts.filter(
    ({ key, hits }) => hits > (key === network ? guessLimits.network : guessLimits.account),
  );
  if (over.length === 0) return null;
  const seconds = Math.max(...over.map((one) => one.seconds));
  return {
    code: 'THROTTLED',
    message: `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
    seconds,
  };
}

const wrong: AccessRefusal = {
  code: 'WRONG_CREDENTIALS',
  message: 'This e-mail and password do not belong together.',
};

/**
 * Opens a session for who knows the password. Nobody there, disabled, without a password and wrong password take the same
 * time and get the same sentence. Every call counts as a try, also several within one document.
 */
export async function signIn(
  db: Database,
  given: { email: string; password: string },
  caller: Caller,
): Promise<Result<OpenedSession, AccessRefusal>> {
  const email = normaliseEmail(given.email).slice(0, 254);
  const key = accountKey(email);
  const throttled = await countGuess(db, key, caller);
  if (throttled) return refuse(throttled);
  const account = await accountByEmail(db, email);
  const right = await verifyPassword(account?.passwordHash ?? null, given.password);
  if (!account || !right || account.disabledAt) {
    await recordAudit(db, anonymous, {
      action: 'sign-in-refused',
      ...(account ? { subjectType: 'User', subjectId: account.id } : {}),
      details: { address: caller.address },
    });
    return refuse(wrong);
  }
  return accept(
    await db.transaction(async (tx) => {
      await forgetTries(tx, key);
      return enter(tx, account, caller, 'sign-in');
    }),
  );
}

/** Opens a session and writes it down: the same for a password, the first run and the demo. */
export async function enter(
  tx: Tx,
  account: Account,
  caller: Caller,
  action: string,
): Promise<OpenedSession> {
  const opened = await openSession(tx, account, caller);
  await recordAudit(tx, opened.viewer, { action, details: { address: caller.address } });
  return opened;
}
