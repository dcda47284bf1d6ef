/** Vault: secrets of others that we must be able to use, closed before they are kept. */
export { makeVault, readOrDrawKey, type Vault } from './vault.ts';
export { layVault, vaultAtHand } from './vault-at-hand.ts';
