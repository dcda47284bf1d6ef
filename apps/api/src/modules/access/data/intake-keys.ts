import type { Db, Tx } from '#platform/database';
import type { IntakeKey } from '../domain/intake-key.ts';

const columns = `k.id, k.key_id AS "keyId", k.name, k.source_id AS "sourceId", k.allowed_networks AS "allowedNetworks",
  k.created_at AS "createdAt", k.last_used_at AS "lastUsedAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt"`;

/** A key with what checking it needs. */
export interface StoredKey extends IntakeKey {
  secretHash: Buffer;
  sourceKey: string;
  /** Whether the last use should be written down again. */
  stale: boolean;
}

/** The key with this shown part, or nobody. */
export async function keyByKeyId(db: Db, keyId: string): Promise<StoredKey | null> {
  const [row] = await db.named<StoredKey>(
    'key-by-key-id',
    `SELECT ${columns}, k.secret_hash AS "secretHash", s.key AS "sourceKey",
            coalesce(k.last_used_at < now() - interval '1 minute', true) AS stale
       FROM intake_key k JOIN source s ON s.id = k.source_id WHERE k.key_id = $1`,
    [keyId],
  );
  return row ?? null;
}

/** Keys by id, in the order asked. */
export async function keysById(db: Db, ids: readonly string[]): Promise<(IntakeKey | null)[]> {
  const rows = await db.named<IntakeKey>(
    'keys-by-id',
    `SELECT ${columns} FROM intake_key k WHERE k.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Every key, newest first. */
export const allKeys = (db: Db): Promise<IntakeKey[]> =>
  db.named<IntakeKey>('all-keys', `SELECT ${columns} FROM intake_key k ORDER BY k.created_at DESC, k.id`);

/** Writes a new key. */
export async function insertKey(
  tx: Tx,
  key: Omit<IntakeKey, 'createdAt' | 'lastUsedAt' | 'revokedAt'> & {
    secretHash: Buffer;
    createdBy: string | null;
  },
): Promise<IntakeKey> {
  const [row] = await tx.named<IntakeKey>(
    'insert-key',
    `INSERT INTO intake_key AS k (id, key_id, secret_hash, source_id, name, allowed_networks, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING ${columns}`,
    [
      key.id,
      key.keyId,
      key.secretHash,
      key.sourceId,
      key.name,
      key.allowedNetworks,
      key.createdBy,
      key.expiresAt,
    ],
  );
  return row!;
}

/** Ends a key, named by its id or its shown part; `null` when there is none that still lives. */
export async function endKey(tx: Tx, idOrKeyId: string): Promise<IntakeKey | null> {
  const [row] = await tx.named<IntakeKey>(
    'end-key',
    `UPDATE intake_key k SET revoked_at = now() WHERE (k.id::text = $1 OR k.key_id = $1) AND k.revoked_at IS NULL RETURNING ${columns}`,
    [idOrKeyId],
  );
  return row ?? null;
}

/** Writes down that a key was used. */
export const touchKey = (db: Db, id: string): Promise<unknown> =>
  db.named('touch-key', 'UPDATE intake_key SET last_used_at = now() WHERE id = $1', [id]);
