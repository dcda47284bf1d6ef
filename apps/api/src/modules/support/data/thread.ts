import { columnsOf, type Db, type Tx } from '#platform/database';
import type { Message } from '../domain/message.ts';
import type { TicketEvent } from '../domain/ticket-event.ts';
import { TicketEventEntity } from './desk.entity.ts';
import { MessageEntity } from './message.entity.ts';

/** One thing of a thread. */
export type ThreadItem =
  | (Message & { __typename: 'Message' })
  | (TicketEvent & { __typename: 'TicketEvent' });

/** A page of a thread. */
export interface ThreadPage {
  /** In the order in which they happened. */
  items: ThreadItem[];
  /** Whether something came before the first of them. */
  hasEarlier: boolean;
}

/** The ticket and those that were merged into it, at most eight deep. */
const family = (root: string) => `WITH RECURSIVE family(id, depth) AS (
    SELECT ${root}::uuid, 0
    UNION SELECT t.id, f.depth + 1 FROM ticket t JOIN family f ON t.merged_into_id = f.id WHERE f.depth < 8)`;

const ofFamily = (alias: string) =>
  `(${alias}.placed_in_id IN (SELECT id FROM family) OR ${alias}.placed_in_id IS NULL AND ${alias}.ticket_id IN (SELECT id FROM family))`;

/** What happened last in a thread before some place (ISO time and id), what was merged into it included. */
export async function threadPage(
  db: Db,
  ticketId: string,
  first: number,
  before: readonly [string, string] | null,
): Promise<ThreadPage> {
  const [at, id] = before ?? [null, null];
  const messages = await db.named<Message>(
    'thread-messages',
    `${family('$1')} SELECT ${columnsOf(MessageEntity, 'm')} FROM message m
      WHERE ${ofFamily('m')} AND ($2::timestamptz IS NULL OR (m.at, m.id) < ($2::timestamptz, $3::uuid))
      ORDER BY m.at DESC, m.id DESC LIMIT $4`,
    [ticketId, at, id, first + 1],
  );
  const events = await db.named<TicketEvent>(
    'thread-events',
    `${family('$1')} SELECT ${columnsOf(TicketEventEntity, 'e')} FROM ticket_event e
      WHERE e.ticket_id IN (SELECT id FROM family) AND ($2::timestamptz IS NULL OR (e.at, e.id) < ($2::timestamptz, $3::uuid))
      ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [ticketId, at, id, first + 1],
  );
  const items: ThreadItem[] = [
    ...messages.map((message) => ({ ...message, __typename: 'Message' as const })),
    ...events.map((event) => ({ ...event, __typename: 'TicketEvent' as const })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
  return { items: items.slice(0, first).reverse(), hasEarlier: items.length > first };
}

/** The newest words that passed between us and the customer in a thread; notes among colleagues are none. */
export async function lastPublicMessage(tx: Tx, ticketId: string): Promise<Message | null> {
  const [message] = await tx.named<Message>(
    'thread-last-public',
    `${family('$1')} SELECT ${columnsOf(MessageEntity, 'm')} FROM message m
      WHERE ${ofFamily('m')} AND m.is_public ORDER BY m.at DESC, m.id DESC LIMIT 1`,
    [ticketId],
  );
  return message ?? null;
}

/** What the customer's mail program calls the last mail of a thread, so that ours comes to stand below it; `null` when none came by mail. */
export async function lastMailOf(tx: Tx, ticketId: string): Promise<string | null> {
  const [message] = await tx.named<{ sourceKey: string }>(
    'thread-last-mail',
    `${family('$1')} SELECT m.source_key AS "sourceKey" FROM message m
      WHERE ${ofFamily('m')} AND m.author_kind = 'customer' AND m.source_key LIKE '<%@%>' ORDER BY m.at DESC, m.id DESC LIMIT 1`,
    [ticketId],
  );
  return message?.sourceKey ?? null;
}

/** These messages of a thread, locked until the transaction ends. */
export const lockMessages = (tx: Tx, ids: readonly string[]): Promise<Message[]> =>
  tx.named<Message>(
    'messages-lock',
    `SELECT ${columnsOf(MessageEntity, 'm')} FROM message m WHERE m.id = ANY($1::uuid[]) ORDER BY m.id FOR UPDATE`,
    [ids],
  );

/** Takes back what somebody wrote here. */
export function deleteMessage(tx: Tx, id: string): void {
  tx.later('message-delete', 'DELETE FROM message WHERE id = $1', [id]);
}

/** Forgets what tickets were before replies that have left: they cannot be taken back any more. */
export function forgetTicketsBefore(tx: Tx, messageIds: readonly string[]): void {
  tx.later(
    'messages-forget-before',
    'UPDATE message SET ticket_before = NULL WHERE id = ANY($1::uuid[]) AND ticket_before IS NOT NULL',
    [messageIds],
  );
}

/** Puts messages into another ticket, or (`null`) back where their source has them. */
export function placeMessages(tx: Tx, messageIds: readonly string[], ticketId: string | null): void {
  tx.later('messages-place', 'UPDATE message SET placed_in_id = $2 WHERE id = ANY($1::uuid[])', [
    messageIds,
    ticketId,
  ]);
}
