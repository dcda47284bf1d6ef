import { hash, verify } from '@node-rs/argon2';

// argon2id is the library's default algorithm: 64 MiB and three passes, some 0.1 s of one core.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
let nobody: Promise<string> | undefined;

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost);

/**
 * Whether a password is right. Without a hash (nobody has this account) the same work is done against one that fits
 * nothing, so that the time taken does not tell who exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hash(String(Math.random()), cost);
  const against = stored ?? (await nobody);
  const right = await verify(against, password.slice(0, 1_000).normalize('NFC')).catch(() => false);
  return stored !== null && right;
}
