import { randomBytes } from 'node:crypto';
import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { ensureSource, isSourceKey } from '#modules/sources';
import type { Db, Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import type { Actor } from './actor.ts';
import { allKeys, endKey, insertKey, keyByKeyId, touchKey } from './data/intake-keys.ts';
import { type IntakeKey, isUsable, keyPrefix, readKey, writeKey } from './domain/intake-key.ts';
import type { AccessRefusal } from './domain/user.ts';
import { hashToken, makeToken, sameHash } from './make-token.ts';
import { isNetwork, matchNetwork } from './match-network.ts';
import { recordAudit } from './record-audit.ts';

/** What a new key is for. */
export interface NewIntakeKey {
  name: string;
  /** Key of the one source it writes for; made if it is new. */
  source: string;
  expiresAt?: Date | null;
  /** CIDR blocks it may come from; none means anywhere. */
  allowedNetworks?: readonly string[] | null;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const makeKeyId = (): string => [...randomBytes(10)].map((byte) => base32[byte & 31]).join('');

/** Makes a key. The secret is in the answer and nowhere else, ever again. */
export async function createKey(
  tx: Tx,
  actor: Actor,
  wanted: NewIntakeKey,
): Promise<Result<{ key: IntakeKey; secret: string }, AccessRefusal>> {
  const networks = [...(wanted.allowedNetworks ?? [])].map((network) => network.trim());
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong !== undefined)
    return refuse({
      code: 'BAD_NETWORK',
      message: `“${wrong.slice(0, 60)}” is no network like 192.0.2.0/24.`,
      field: 'allowedNetworks',
    });
  if (!wanted.name.trim() || wanted.name.length > 200)
    return refuse({ code: 'NAME_NEEDED', message: 'A key needs a name to be known by.', field: 'name' });
  if (!isSourceKey(wanted.source))
    return refuse({
      code: 'BAD_SOURCE',
      message: 'A source is named by lower-case letters, digits and dashes.',
      field: 'source',
    });
  if (wanted.expiresAt && wanted.expiresAt <= new Date())
    return refuse({ code: 'BAD_EXPIRY', message: 'This moment is over already.', field: 'expiresAt' });
  const source = await ensureSource(tx, wanted.source, 'webhook');
  const [keyId, secret] = [makeKeyId(), makeToken()];
  const key = await insertKey(tx, {
    id: newId(),
    keyId,
    secretHash: hashToken(secret),
    sourceId: source.id,
    name: wanted.name.trim(),
    allowedNetworks: networks,
    createdBy: actor.kind === 'user' ? actor.id : null,
    expiresAt: wanted.expiresAt ?? null,
  });
  await recordAudit(tx, actor, {
    action: 'create-key',
    subjectType: 'IntakeKey',
    subjectId: key.id,
    details: { prefix: keyPrefix(keyId), source: source.key, allowedNetworks: networks },
  });
  return accept({ key, secret: writeKey(keyId, secret) });
}

/** Every key, also the ones that are over. */
export const listKeys = (db: Db): Promise<IntakeKey[]> => allKeys(db);

/** Ends a key at once, named by its id or by what is shown of it (`anc_…`); says whether there was one that still lived. */
export async function revokeKey(tx: Tx, actor: Actor, name: string): Promise<boolean> {
  const ended = await endKey(tx, name.replace(/^anc_/, '').split('_')[0]!);
  if (ended)
    await recordAudit(tx, actor, {
      action: 'revoke-key',
      subjectType: 'IntakeKey',
      subjectId: ended.id,
      details: { prefix: keyPrefix(ended.keyId) },
    });
  return ended !== null;
}

/** A source that proved itself by a key. */
export interface KeyHolder {
  viewer: Viewer;
  sourceId: string;
  sourceKey: string;
}

const noHash = Buffer.alloc(32);

/**
 * Says which source an `Authorization: Bearer anc_…` header speaks for, or `null`: unknown, wrong, revoked, expired and
 * from elsewhere are not told apart. The comparison takes the same time for all of them.
 */
export async function authenticateKey(
  db: Db,
  header: string | null | undefined,
  address: string | null,
): Promise<KeyHolder | null> {
  const given = readKey(header);
  if (!given) return null;
  const key = await keyByKeyId(db, given.keyId);
  const right = sameHash(key?.secretHash ?? noHash, hashToken(given.secret));
  if (!key || !right || !isUsable(key, new Date()) || !matchNetwork(key.allowedNetworks, address))
    return null;
  if (key.stale) await touchKey(db, key.id);
  return {
    viewer: { kind: 'key', id: key.id, name: key.name, role: 'machine', department: null },
    sourceId: key.sourceId,
    sourceKey: key.sourceKey,
  };
}
