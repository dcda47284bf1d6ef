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

/** A page of a customer's own tickets, and how many there are. */
export interface OwnTickets {
  tickets: OwnTicket[];
  open: number;
  all: number;
}

const isOpen = `t.status NOT IN ('solved', 'closed')`;

/** A customer's own tickets, what was spoken of last first; those that go on in another one are read there. */
export async function ownTickets(
  db: Db,
  customerId: string,
  { show, page, first }: { show: 'open' | 'all'; page: number; first: number },
): Promise<OwnTickets> {
  const whose = 't.customer_id = $1 AND t.merged_into_id IS NULL';
  const [tickets, [counts]] = await Promise.all([
    db.named<OwnTicket>(
      'portal-tickets',
      `SELECT ${shown} FROM ticket t WHERE ${whose} AND ($2 OR ${isOpen}) ORDER BY "lastAt" DESC, t.id LIMIT $3 OFFSET $4`,
      [customerId, show === 'all', first, (page - 1) * first],
    ),
    db.named<{ open: number; all: number }>(
      'portal-tickets-count',
      `SELECT count(*) FILTER (WHERE ${isOpen})::int AS open, count(*)::int AS all FROM ticket t WHERE ${whose}`,
      [customerId],
    ),
  ]);
  return { tickets, open: counts?.open ?? 0, all: counts?.all ?? 0 };
}

/** One of a customer's own tickets; nothing for those of anybody else. */
export async function ownTicket(db: Db, customerId: string, id: string): Promise<OwnTicket | null> {
  const [ticket] = await db.named<OwnTicket>(
    'portal-ticket',
    `SELECT ${shown} FROM ticket t WHERE t.id = $2 AND t.customer_id = $1 AND t.merged_into_id IS NULL`,
    [customerId, id],
  );
  return ticket ?? null;
}

/** One of a customer's own tickets by the name that its source has for it. */
export async function ownTicketIdByKey(
  db: Db,
  customerId: string,
  sourceKey: string,
): Promise<string | null> {
  const [ticket] = await db.named<{ id: string }>(
    'portal-ticket-by-key',
    'SELECT id FROM ticket WHERE customer_id = $1 AND source_key = $2',
    [customerId, sourceKey],
  );
  return ticket?.id ?? null;
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
