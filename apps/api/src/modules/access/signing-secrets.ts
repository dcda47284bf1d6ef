import { randomBytes } from 'node:crypto';
import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { sourcesById } from '#modules/sources';
import type { Db, Tx } from '#platform/database';
import type { Vault } from '#platform/vault';
import type { Actor } from './actor.ts';
import {
  endSigningSecret,
  insertSigningSecret,
  livingSecrets,
  touchSigningSecret,
} from './data/signing-secrets.ts';
import {
  beginningOf,
  isSigningSecret,
  livingSecretsAtMost,
  type SigningSecret,
} from './domain/signing-secret.ts';
import type { AccessRefusal } from './domain/user.ts';
import { recordAudit } from './record-audit.ts';

/** What a secret is closed for: it opens as this one, of this source, and nowhere else. */
const purposeOf = (sourceId: string, id: string): string => `source ${sourceId} signing-secret ${id}`;

/**
 * Makes a secret under which a source signs its webhooks: the one the sender drew, or a new one of 32 bytes. It is kept closed and told
 * in this answer only.
 */
export async function createSigningSecret(
  tx: Tx,
  actor: Actor,
  vault: Vault,
  wanted: { sourceId: string; secret?: string | null },
): Promise<Result<{ signingSecret: SigningSecret; secret: string }, AccessRefusal>> {
  const given = wanted.secret?.trim() || null;
  if (given && !isSigningSecret(given))
    return refuse({
      code: 'BAD_SECRET',
      message: 'A signing secret is whsec_ and 24 to 64 bytes in base64.',
      field: 'secret',
    });
  const [source] = isId(wanted.sourceId) ? await sourcesById(tx, [wanted.sourceId]) : [];
  if (!source)
    return refuse({ code: 'SOURCE_MISSING', message: 'There is no such source.', field: 'sourceId' });
  if ((await livingSecrets(tx, source.id)).length >= livingSecretsAtMost)
    return refuse({
      code: 'TOO_MANY_SECRETS',
      message: `At most ${livingSecretsAtMost} secrets work for one source: end one first.`,
      field: 'sourceId',
    });
  const id = newId();
  const secret = given ?? `whsec_${randomBytes(32).toString('base64')}`;
  const signingSecret = await insertSigningSecret(tx, {
    id,
    sourceId: source.id,
    beginning: beginningOf(secret),
    sealed: vault.seal(secret, purposeOf(source.id, id)),
    createdBy: actor.kind === 'user' ? actor.id : null,
  });
  await recordAudit(tx, actor, {
    action: 'create-signing-secret',
    subjectType: 'SigningSecret',
    subjectId: id,
    details: { beginning: signingSecret.beginning, source: source.key, drawnHere: !given },
  });
  return accept({ signingSecret, secret });
}

/** Ends a secret at once; says whether there was one of this id that still worked. */
export async function endSigningSecretOf(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const ended = isId(id) ? await endSigningSecret(tx, id) : null;
  if (ended)
    await recordAudit(tx, actor, {
      action: 'end-signing-secret',
      subjectType: 'SigningSecret',
      subjectId: ended.id,
      details: { beginning: ended.beginning },
    });
  return ended !== null;
}

/** A secret with which a signature may be checked. */
export interface UsableSecret {
  secret: string;
  /** Writes down that it was used, at most once a minute. */
  used(db: Db): Promise<void>;
}

/** The secrets of a source that still work, opened. One that this house's vault cannot open, since its key is another, is none. */
export async function openSigningSecrets(db: Db, vault: Vault, sourceId: string): Promise<UsableSecret[]> {
  return (await livingSecrets(db, sourceId)).flatMap((living) => {
    try {
      const secret = vault.open(living.sealed, purposeOf(sourceId, living.id));
      return [{ secret, used: (db) => noteUse(db, living) } satisfies UsableSecret];
    } catch {
      return [];
    }
  });
}

async function noteUse(db: Db, living: { id: string; stale: boolean }): Promise<void> {
  if (!living.stale) return;
  living.stale = false;
  await touchSigningSecret(db, living.id);
}
