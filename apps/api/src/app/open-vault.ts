import { join } from 'node:path';
import type { Environment } from '#platform/environment';
import { layVault, makeVault, readOrDrawKey, type Vault } from '#platform/vault';

/** Opens the vault with the operator's key, or the one this house drew for itself, and says that it is the house's. */
export function openVault(environment: Pick<Environment, 'secretKey' | 'home'>): Vault {
  const key = environment.secretKey
    ? Buffer.from(environment.secretKey, 'base64url')
    : readOrDrawKey(join(environment.home, 'secrets.key'));
  const vault = makeVault(key);
  layVault(vault);
  return vault;
}
