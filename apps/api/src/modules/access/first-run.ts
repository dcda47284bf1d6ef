import { randomInt } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accept, type Result, refuse } from '#kernel/result';
import type { Database } from '#platform/database';
import { systemActor } from './actor.ts';
import { addUser } from './add-user.ts';
import { forgetSessions } from './authenticate.ts';
import { dropSetupCode, lockFirstRun, setupCodeHash, storeSetupCode } from './data/setup-code.ts';
import { closeDemo, openDemoUsers, realAdmins, realUserExists } from './data/users.ts';
import { addDemoUsers } from './demo-users.ts';
import { networkOf } from './domain/limits.ts';
import type { AccessRefusal } from './domain/user.ts';
import { hashToken, sameHash } from './make-token.ts';
import type { Caller, OpenedSession } from './open-session.ts';
import { countGuess, enter } from './sign-in.ts';

/** What `prepareFirstRun` needs to know. */
export interface FirstRunOptions {
  /** Folder of the product's own files: the code is written there, for its owner only. */
  home: string;
  /** The admin that the environment names, for starting unattended. */
  admin?: { email: string; password: string } | undefined;
  /** Whether demo users should exist. */
  demo: boolean;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const makeCode = (): string =>
  Array.from({ length: 6 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-');

const codeFile = (home: string): string => join(home, 'setup-code');
const hashCode = (code: string): Buffer => hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));

/**
 * Makes the first run possible, at every start: the admin of the environment, the demo users, or a new code (120 random
 * bits, printed once by the caller and written with mode 0600) for `setUp`. Returns the code when there is one to print.
 */
export async function prepareFirstRun(
  db: Database,
  options: FirstRunOptions,
): Promise<{ setupCode?: string; demo: boolean }> {
  const code = makeCode();
  const outcome = await db.transaction(async (tx) => {
    await lockFirstRun(tx);
    if (await realUserExists(tx)) {
      // Only an admin ends a demo: whoever was added to look at it looks at it with the others.
      const goesOn = options.demo && (await realAdmins(tx)) === 0 && (await openDemoUsers(tx)).length > 0;
      return goesOn ? ('goes on' as const) : ('over' as const);
    }
    if (options.admin) {
      const added = await addUser(tx, systemActor('environment'), {
        ...options.admin,
        name: options.admin.email.split('@')[0]!,
        role: 'admin',
      });
      if (!added.ok)
        throw new Error(`ADMIN_EMAIL and ADMIN_PASSWORD make no admin: ${added.refusal.message}`);
      await dropSetupCode(tx);
      return 'over' as const;
    }
    if (options.demo) await addDemoUsers(tx);
    else await closeDemo(tx);
    await storeSetupCode(tx, hashCode(code));
    return 'waiting' as const;
  });
  forgetSessions();
  if (outcome !== 'waiting') {
    await rm(codeFile(options.home), { force: true });
    return { demo: outcome === 'goes on' };
  }
  await mkdir(options.home, { recursive: true });
  await writeFile(codeFile(options.home), `${code}\n`, { mode: 0o600 });
  // The mode above counts only for a new file.
  await chmod(codeFile(options.home), 0o600);
  return { setupCode: code, demo: options.demo };
}

/** Makes the one first admin, for who knows the code; ends the demo in the same transaction. */
export async function setUp(
  db: Database,
  given: { code: string; name: string; email: string; password: string; language?: string | null },
  caller: Caller,
): Promise<Result<OpenedSession, AccessRefusal>> {
  const over: AccessRefusal = { code: 'ALREADY_SET_UP', message: 'Ancora is set up already.' };
  if (await realUserExists(db)) return refuse(over);
  const throttled = await countGuess(db, `setup:${networkOf(caller.address)}`, caller);
  if (throttled) return refuse(throttled);
  return db.transaction(async (tx) => {
    await lockFirstRun(tx);
    if (await realUserExists(tx)) return refuse(over);
    const stored = await setupCodeHash(tx);
    if (!stored || !sameHash(stored, hashCode(given.code)))
      return refuse({
        code: 'WRONG_CODE',
        message: 'This is not the code that was printed at the start.',
        field: 'code',
      });
    const added = await addUser(tx, systemActor('first run'), { ...given, role: 'admin' });
    if (!added.ok) return added;
    await dropSetupCode(tx);
    return accept(await enter(tx, added.value, caller, 'set-up'));
  });
}
