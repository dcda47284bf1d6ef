import type { Db } from '#platform/database';

/** A ticket as its customer sees it. */
export interface OwnTicket {
  id: string;
  sourceId: string;
  sourceKey: string;
  number: string;
  subject: string;
  status: string;
  description: string | null;
  openedAt: Date;
  lastAt: Date;
}

const shown = `t.id, t.source_id AS "sourceId", t.source_key AS "sourceKey", t.number, t.subject, t.status, t.description, t.opened_at AS "openedAt",
  coalesce((SELECT max(m.at) FROM message m WHERE m.ticket_id = t.id AND m.is_public AND m.ticket_before IS NULL), t.opened_at) AS "lastAt"`;

/** A customer's own tickets, the newest first; those that go on in another one are read there. */
export const ownTickets = (db: Db, customerId: string): Promise<OwnTicket[]> =>
  db.named<OwnTicket>(
    'portal-tickets',
    `SELECT ${shown} FROM ticket t WHERE t.customer_id = $1 AND t.merged_into_id IS NULL ORDER BY "lastAt" DESC, t.id LIMIT 200`,
    [customerId],
  );

/** One of a customer's own tickets; nothing for those of anybody else. */
export async function ownTicket(db: Db, customerId: string, id: string): Promise<OwnTicket | null> {
  const [ticket] = await db.named<OwnTicket>(
    'portal-ticket',
    `SELECT ${shown} FROM ticket t WHERE t.id = $2 AND t.customer_id = $1 AND t.merged_into_id IS NULL`,
    [customerId, id],
  );
  return ticket ?? null;
}

/** What was said in a ticket, as its customer sees it. */
export interface OwnMessage {
  sourceId: string;
  sourceKey: string;
  authorKind: 'customer' | 'agent' | 'bot';
  authorName: string | null;
  body: string;
  at: Date;
}

/** What passed between us and the customer in a ticket, in order: no notes among colleagues, and no reply that can still be taken back. */
export const ownMessages = (db: Db, customerId: string, ticketId: string): Promise<OwnMessage[]> =>
  db.named<OwnMessage>(
    'portal-messages',
    `SELECT m.source_id AS "sourceId", m.source_key AS "sourceKey", m.author_kind AS "authorKind", m.author_name AS "authorName", m.body, m.at
       FROM message m JOIN ticket t ON t.id = coalesce(m.placed_in_id, m.ticket_id)
      WHERE (t.id = $2 OR t.merged_into_id = $2) AND t.customer_id = $1 AND m.customer_id = $1 AND m.is_public AND m.ticket_before IS NULL
      ORDER BY m.at, m.id LIMIT 500`,
    [customerId, ticketId],
  );

/** Whether a file hangs on something that passed between us and this customer. */
export async function ownsFile(db: Db, customerId: string, attachmentId: string): Promise<boolean> {
  const rows = await db.named(
    'portal-owns-file',
    `SELECT 1 FROM attachment a JOIN message m ON m.source_id = a.source_id AND m.source_key = a.message_key
      WHERE a.id = $2 AND m.customer_id = $1 AND m.is_public AND m.ticket_before IS NULL`,
    [customerId, attachmentId],
  );
  return rows.length > 0;
}

/** A line of a customer's own ledger of consent. */
export interface OwnConsent {
  sourceRecordId: string;
  purpose: string;
  channel: string;
  state: 'granted' | 'withdrawn';
  at: Date;
  wording: string | null;
  evidence: Record<string, string>;
}

/** A customer's own ledger of consent, oldest first. */
export const ownConsents = (db: Db, customerId: string): Promise<OwnConsent[]> =>
  db.named<OwnConsent>(
    'portal-consents',
    `SELECT source_record_id AS "sourceRecordId", purpose, channel, state, at, wording, evidence FROM consent_entry
      WHERE customer_id = $1 ORDER BY at, id LIMIT 1000`,
    [customerId],
  );

/** What else we keep of a customer that is theirs: how to reach them, what they bought, what they answered. */
export async function ownRecords(db: Db, customerId: string): Promise<Record<string, unknown>> {
  const [row] = await db.named<{ data: Record<string, unknown> }>(
    'portal-records',
    `SELECT jsonb_build_object(
       'identifiers', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('kind', i.kind, 'value', i.raw)), '[]') FROM identifier i
                         JOIN source_record r ON r.id = i.source_record_id WHERE r.customer_id = $1),
       'orders', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'orderedAt', o.ordered_at, 'total', o.total, 'currency', o.currency, 'status', o.status) ORDER BY o.ordered_at), '[]')
                    FROM sales_order o WHERE o.customer_id = $1),
       'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('instrument', a.instrument, 'value', a.value, 'comment', a.comment, 'answeredAt', a.answered_at)), '[]')
                     FROM survey_answer a WHERE a.customer_id = $1 AND a.answered_at IS NOT NULL)) AS data`,
    [customerId],
  );
  return row?.data ?? {};
}
