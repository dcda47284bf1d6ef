/** A key with which one source writes signals. The secret is not part of it. */
export interface IntakeKey {
  id: string;
  keyId: string;
  name: string;
  sourceId: string;
  allowedNetworks: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

/** The part of a key that is shown again: enough to know it by, useless to write with. */
export const keyPrefix = (keyId: string): string => `anc_${keyId}`;

/** Writes a key the one time it is shown: `anc_<10 characters>_<43 characters>`. */
export const writeKey = (keyId: string, secret: string): string => `${keyPrefix(keyId)}_${secret}`;

/** Reads a key out of an `Authorization: Bearer` header, or `null` when it has another form. */
export function readKey(header: string | null | undefined): { keyId: string; secret: string } | null {
  const parts = /^Bearer +anc_([a-z2-7]{10})_([A-Za-z0-9_-]{43}) *$/i.exec(header ?? '');
  return parts ? { keyId: parts[1]!, secret: parts[2]! } : null;
}

/** Whether a key may still be used. */
export const isUsable = (key: Pick<IntakeKey, 'revokedAt' | 'expiresAt'>, now: Date): boolean =>
  !key.revokedAt && (!key.expiresAt || key.expiresAt > now);
