import type { Db, Tx } from '#platform/database';
import type { SigningSecret } from '../domain/signing-secret.ts';

const columns = `id, source_id AS "sourceId", beginning, created_at AS "createdAt", last_used_at AS "lastUsedAt", ended_at AS "endedAt"`;

/** Secrets by id, in the order asked. */
export async function signingSecretsById(db: Db, ids: readonly string[]): Promise<(SigningSecret | null)[]> {
  const rows = await db.named<SigningSecret>(
    'signing-secrets-by-id',
    `SELECT ${columns} FROM signing_secret WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** Every secret, newest first. */
export const allSigningSecrets = (db: Db): Promise<SigningSecret[]> =>
  db.named<SigningSecret>(
    'all-signing-secrets',
    `SELECT ${columns} FROM signing_secret ORDER BY created_at DESC, id`,
  );

/** A secret that still works, closed. */
export interface LivingSecret {
  id: string;
  sealed: string;
  /** Whether the last use should be written down again. */
  stale: boolean;
}

/** The secrets of a source that still work, newest first. */
export const livingSecrets = (db: Db, sourceId: string): Promise<LivingSecret[]> =>
  db.named<LivingSecret>(
    'living-signing-secrets',
    `SELECT id, sealed, coalesce(last_used_at < now() - interval '1 minute', true) AS stale
       FROM signing_secret WHERE source_id = $1 AND ended_at IS NULL ORDER BY created_at DESC, id`,
    [sourceId],
  );

/** Writes a new secret. */
export async function insertSigningSecret(
  tx: Tx,
  secret: Pick<SigningSecret, 'id' | 'sourceId' | 'beginning'> & { sealed: string; createdBy: string | null },
): Promise<SigningSecret> {
  const [row] = await tx.named<SigningSecret>(
    'insert-signing-secret',
    `INSERT INTO signing_secret (id, source_id, beginning, sealed, created_by) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
    [secret.id, secret.sourceId, secret.beginning, secret.sealed, secret.createdBy],
  );
  return row!;
}

/** Ends a secret; `null` when there is none of this id that still works. */
export async function endSigningSecret(tx: Tx, id: string): Promise<SigningSecret | null> {
  const [row] = await tx.named<SigningSecret>(
    'end-signing-secret',
    `UPDATE signing_secret SET ended_at = now() WHERE id = $1 AND ended_at IS NULL RETURNING ${columns}`,
    [id],
  );
  return row ?? null;
}

/** Writes down that a secret was used. */
export const touchSigningSecret = (db: Db, id: string): Promise<unknown> =>
  db.named('touch-signing-secret', 'UPDATE signing_secret SET last_used_at = now() WHERE id = $1', [id]);
