import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Closes secrets so that whoever has the database alone cannot read them. */
export interface Vault {
  /** The secret, closed for good except to this vault: another text each time. `purpose` must be the same on opening. */
  seal(secret: string, purpose: string): string;
  /** The secret again; throws when it was closed by another key, for another purpose, or was changed. */
  open(sealed: string, purpose: string): string;
}

/** A vault with this key of 32 bytes (AES-256-GCM). */
export function makeVault(key: Buffer): Vault {
  if (key.length !== 32) throw new RangeError('The key of a vault has 32 bytes.');
  return {
    seal(secret, purpose) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
      const opener = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([opener.update(bytes.subarray(28)), opener.final()]).toString('utf8');
    },
  };
}

/** The key in this file, which only the operator can read; drawn at random when there is none yet. */
export function readOrDrawKey(file: string): Buffer {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    // Two processes may start at once: the first one's key stands.
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
