import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { PortalPass } from '../domain/portal.ts';
import { PortalPassEntity } from './portal-pass.entity.ts';

const columns = columnsOf(PortalPassEntity, 'p');

/** Writes a new link or session. */
export const insertPass = async (tx: Tx, pass: PortalPass): Promise<void> => {
  await putRows(tx, PortalPassEntity, [pass], 'ON CONFLICT (id) DO NOTHING');
};

/** The customers who have exactly this address, people that were merged counted once; role mailboxes are nobody's. */
export const holdersOfMailbox = (
  db: Db,
  mailbox: string,
  address: string,
): Promise<{ customerId: string }[]> =>
  db.named(
    'portal-holders',
    `SELECT DISTINCT r.customer_id AS "customerId" FROM identifier i JOIN source_record r ON r.id = i.source_record_id
      WHERE i.kind = 'email' AND i.value = $1 AND lower(i.raw) = $2 AND NOT i.weak AND r.customer_id IS NOT NULL LIMIT 2`,
    [mailbox, address],
  );

/** How many links were sent to an address since then. */
export async function linksSince(db: Db, email: string, since: Date): Promise<number> {
  const [row] = await db.named<{ links: number }>(
    'portal-links-since',
    `SELECT count(*)::int AS links FROM portal_pass WHERE kind = 'link' AND email = $1 AND created_at > $2`,
    [email, since],
  );
  return row?.links ?? 0;
}

/** A link or session that counts now. */
export async function livePass(
  db: Db,
  kind: 'link' | 'session',
  tokenHash: string,
  now: Date,
): Promise<PortalPass | null> {
  const [pass] = await db.named<PortalPass>(
    'portal-pass-live',
    `SELECT ${columns} FROM portal_pass p WHERE p.kind = $1 AND p.token_hash = $2 AND p.ended_at IS NULL AND p.expires_at > $3`,
    [kind, tokenHash, now],
  );
  return pass ?? null;
}

/** Ends a link or session; answers with it the one time that it does. */
export async function endPass(
  tx: Tx,
  kind: 'link' | 'session',
  tokenHash: string,
  now: Date,
): Promise<PortalPass | null> {
  const [pass] = await tx.named<PortalPass>(
    'portal-pass-end',
    `UPDATE portal_pass p SET ended_at = $3 WHERE p.kind = $1 AND p.token_hash = $2 AND p.ended_at IS NULL AND p.expires_at > $3 RETURNING ${columns}`,
    [kind, tokenHash, now],
  );
  return pass ?? null;
}

/** Lets a session go on until then. */
export const keepPass = (db: Db, id: string, until: Date): Promise<unknown> =>
  db.named('portal-pass-keep', 'UPDATE portal_pass SET expires_at = $2 WHERE id = $1 AND ended_at IS NULL', [
    id,
    until,
  ]);

/** An address by which somebody who wrote to us lately gets in, for a demo to propose. */
export async function addressToTry(db: Db): Promise<string | null> {
  const [row] = await db.named<{ raw: string }>(
    'portal-address-to-try',
    `SELECT i.raw FROM (SELECT customer_id, opened_at FROM ticket WHERE customer_id IS NOT NULL ORDER BY opened_at DESC LIMIT 50) t
       JOIN source_record r ON r.customer_id = t.customer_id JOIN identifier i ON i.source_record_id = r.id AND i.kind = 'email' AND NOT i.weak
      WHERE NOT EXISTS (SELECT FROM identifier o JOIN source_record other ON other.id = o.source_record_id
                         WHERE o.kind = 'email' AND o.value = i.value AND other.customer_id <> t.customer_id)
      ORDER BY (SELECT count(*) FROM ticket own WHERE own.customer_id = t.customer_id) > 2 DESC, t.opened_at DESC, i.raw LIMIT 1`,
    [],
  );
  return row?.raw ?? null;
}
