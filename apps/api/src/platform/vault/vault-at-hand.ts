import type { Vault } from './vault.ts';

let laid: Vault | undefined;

/** Says which vault the house has, once, when it opens: resolvers are made without arguments. */
export function layVault(vault: Vault): void {
  laid = vault;
}

/** The vault of the house. */
export function vaultAtHand(): Vault {
  if (!laid) throw new Error('Nobody has said which vault the house has: call layVault first.');
  return laid;
}
