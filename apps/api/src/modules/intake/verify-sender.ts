import type { IncomingHttpHeaders } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { type Source, sourceByKey, sourcesById, webhookSecrets } from '#modules/sources';
import type { Db } from '#platform/database';

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

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

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
  checkKey: KeyCheck,
): Promise<Sender | null> {
  if (headers.authorization !== undefined) {
    const holder = await checkKey(db, headers.authorization, address);
    if (!holder) return null;
    const [source] = await sourcesById(db, [holder.sourceId]);
    if (!source || (sourceKey !== null && sourceKey !== source.key)) return null;
    return { source };
  }
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    one(headers[name]),
  );
  if (!sourceKey || !id || !timestamp || !signature || id.length > 240) return null;
  const source = await sourceByKey(db, sourceKey);
  if (!source) return null;
  const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const text = body.toString('utf8');
  for (const secret of await webhookSecrets(db, source.id)) {
    if (isSignedBy(secret, text, signed)) return { source, deliveryId: id };
  }
  return null;
}

function isSignedBy(secret: string, body: string, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
