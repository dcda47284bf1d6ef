import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PostgresTrouble } from './postgres-trouble.ts';

/** The passwords of the three logins of an embedded PostgreSQL. */
export interface Secrets {
  readonly admin: string;
  readonly owner: string;
  readonly application: string;
}

const password = () => randomBytes(24).toString('base64url');

/** Reads the passwords, or draws them at random before the first start; only the operator can read the file. */
export function readOrDrawSecrets(file: string, dataExists: boolean): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (dataExists)
    throw new PostgresTrouble(
      `The passwords of the embedded PostgreSQL are gone (${file}), but its data is still there. Put the file back from a backup.`,
    );
  const secrets: Secrets = { admin: password(), owner: password(), application: password() };
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}
