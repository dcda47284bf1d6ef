import type { Db } from '#platform/database';
import type { OwnMessage } from './own.ts';

/** A message of one of a customer's own tickets, with the ticket that it stands in. */
export interface SaidInTicket extends OwnMessage {
  ticketId: string;
}

/** All that passed between us and a customer in their tickets, in order. */
export const allOwnMessages = (db: Db, customerId: string): Promise<SaidInTicket[]> =>
  db.named<SaidInTicket>(
    'portal-all-messages',
    `SELECT coalesce(t.merged_into_id, t.id) AS "ticketId", m.source_id AS "sourceId", m.source_key AS "sourceKey",
            m.author_kind AS "authorKind", m.author_name AS "authorName", m.body, m.at
       FROM message m JOIN ticket t ON t.id = coalesce(m.placed_in_id, m.ticket_id)
      WHERE t.customer_id = $1 AND m.customer_id = $1 AND m.is_public AND m.ticket_before IS NULL ORDER BY m.at, m.id`,
    [customerId],
  );

/** A file that passed between us and a customer, and the name of the message or line of a chat that it hangs on. */
export interface OwnFile {
  id: string;
  sha256: string;
  name: string;
  addedAt: Date;
  messageKey: string;
}

/** All files that passed between us and a customer, in tickets and in chats. */
export const allOwnFiles = (db: Db, customerId: string): Promise<OwnFile[]> =>
  db.named<OwnFile>(
    'portal-all-files',
    `SELECT a.id, a.sha256, a.name, a.added_at AS "addedAt", a.message_key AS "messageKey" FROM attachment a
      WHERE a.id IN (
        SELECT f.id FROM message m JOIN attachment f ON f.source_id = m.source_id AND f.message_key = m.source_key
         WHERE m.customer_id = $1 AND m.is_public AND m.ticket_before IS NULL
        UNION
        SELECT f.id FROM chat h JOIN chat_line l ON l.chat_id = h.id JOIN attachment f ON f.message_key = l.files_key WHERE h.customer_id = $1)
      ORDER BY a.added_at, a.place, a.id`,
    [customerId],
  );

/** What is kept of a customer beside their tickets, by subject; a line of a chat names what hangs on it. */
export interface OwnRecords {
  [subject: string]: unknown;
  chats: { lines: { filesKey?: string | null }[] }[];
}

/**
 * What else we keep of a customer that is theirs: who they are and how to reach them, what they bought and answered, chats, calls, what they
 * wrote of us elsewhere, what they were seen doing, and what we sent. No word that colleagues wrote for each other.
 */
export async function ownRecords(db: Db, customerId: string): Promise<OwnRecords> {
  const list = (fields: string, from: string, order: string) =>
    `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;
  const [row] = await db.named<{ data: OwnRecords }>(
    'portal-records',
    `SELECT jsonb_build_object(
       'profile', (SELECT jsonb_build_object('name', c.display_name, 'givenName', c.given_name, 'familyName', c.family_name, 'email', c.email, 'phone', c.phone,
                     'jobTitle', c.job_title, 'language', c.language, 'timeZone', c.time_zone, 'city', c.city, 'country', c.country, 'birthDate', c.birth_date, 'website', c.website)
                     FROM customer c WHERE c.id = $1),
       'identifiers', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('kind', i.kind, 'value', i.raw)), '[]') FROM identifier i
                         JOIN source_record r ON r.id = i.source_record_id WHERE r.customer_id = $1),
       'orders', ${list(`'number', o.number, 'orderedAt', o.ordered_at, 'total', o.total, 'currency', o.currency, 'status', o.status`, 'sales_order o WHERE o.customer_id = $1', 'o.ordered_at')},
       'answers', ${list(`'instrument', a.instrument, 'value', a.value, 'comment', a.comment, 'answeredAt', a.answered_at`, 'survey_answer a WHERE a.customer_id = $1 AND a.answered_at IS NOT NULL', 'a.answered_at')},
       'chats', ${list(
         `'openedAt', h.opened_at, 'page', h.page, 'lines', ${list(`'from', l.author, 'text', l.text, 'at', l.at, 'filesKey', l.files_key`, 'chat_line l WHERE l.chat_id = h.id', 'l.number')}`,
         'chat h WHERE h.customer_id = $1',
         'h.opened_at',
       )},
       'contacts', ${list(`'channel', n.channel, 'direction', n.direction, 'at', n.at, 'seconds', n.duration_seconds`, 'interaction n WHERE n.customer_id = $1', 'n.at')},
       'reviews', ${list(`'site', v.site, 'rating', v.rating, 'title', v.title, 'text', v.text, 'url', v.url, 'at', v.at`, 'review v WHERE v.customer_id = $1', 'v.at')},
       'seen', ${list(`'kind', s.kind, 'channel', s.channel, 'url', s.url, 'at', s.at`, 'touch s WHERE s.customer_id = $1', 's.at')},
       'sent', ${list(`'channel', e.channel, 'to', e.to_address, 'about', e.subject, 'at', e.sent_at`, `letter e WHERE e.customer_id = $1 AND e.sent_at IS NOT NULL AND e.purpose <> 'portal-link'`, 'e.sent_at')}
     ) AS data`,
    [customerId],
  );
  return row?.data ?? { chats: [] };
}
