import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import type { UsableSecret } from '#modules/access';
import { type Source, sourceByKey, sourcesById } from '#modules/sources';
import type { Db } from '#platform/database';
import { believeBriefly } from './believe-briefly.ts';

/** Whoever posts, proved to be a source. */
export interface Sender {
  source: Source;
  /** The delivery's own id, for signed webhooks. */
  deliveryId?: string;
}

/** Says which source an intake key speaks for. */
export type KeyCheck = (
  db: Db,
  header: string | undefined,
  address: string | null,
) => Promise<{ sourceId: string } | null>;

/** The secrets under which a source signs now. */
export type SecretsOf = (db: Db, sourceId: string) => Promise<UsableSecret[]>;

/** Who proves it, and how: the keys of sources and their secrets. */
export interface Proofs {
  checkKey: KeyCheck;
  secretsOf: SecretsOf;
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

/** Who is believed to stand behind a key, or a name. */
export interface Senders {
  byKey: ReturnType<typeof believeBriefly<Source>>;
  byName: ReturnType<typeof believeBriefly<{ source: Source; secrets: UsableSecret[] }>>;
}

/** Nobody is known yet. */
export const openSenders = (): Senders => ({ byKey: believeBriefly(), byName: believeBriefly() });

/**
 * Proves who posts: by an intake key, bound to its source; or by a signature of Standard Webhooks (id, timestamp and body
 * under one of the source's secrets, at most five minutes old) with the source named in the address. Anything else is nobody.
 */
export async function verifySender(
  db: Db,
  headers: IncomingHttpHeaders,
  body: Buffer,
  sourceKey: string | null,
  address: string | null,
  { checkKey, secretsOf }: Proofs,
  senders: Senders,
): Promise<Sender | null> {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const source = await senders.byKey(`${address} ${authorization}`, async () => {
      const holder = await checkKey(db, authorization, address);
      return holder && ((await sourcesById(db, [holder.sourceId]))[0] ?? null);
    });
    if (!source || (sourceKey !== null && sourceKey !== source.key)) return null;
    return { source };
  }
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    one(headers[name]),
  );
  if (!sourceKey || !id || !timestamp || !signature || id.length > 240) return null;
  const known = await senders.byName(sourceKey, async () => {
    const source = await sourceByKey(db, sourceKey);
    return source && { source, secrets: await secretsOf(db, source.id) };
  });
  if (!known) return null;
  const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const text = body.toString('utf8');
  const right = known.secrets.find(({ secret }) => isSignedBy(secret, text, signed));
  if (!right) return null;
  await right.used(db);
  return { source: known.source, deliveryId: id };
}

function isSignedBy(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
