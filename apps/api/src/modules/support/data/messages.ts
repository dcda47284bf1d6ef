import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Message } from '../domain/message.ts';
import { MessageEntity } from './message.entity.ts';

/** Writes messages; what was written first stands unless its source says it again. */
export async function putMessages(tx: Tx, messages: readonly Message[]): Promise<void> {
  await putRows(
    tx,
    MessageEntity,
    messages,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET ticket_id = excluded.ticket_id,
       customer_id = coalesce(excluded.customer_id, message.customer_id),
       source_record_id = coalesce(excluded.source_record_id, message.source_record_id), author_kind = excluded.author_kind,
       author_name = coalesce(excluded.author_name, message.author_name), is_public = excluded.is_public, body = excluded.body,
       at = excluded.at, signal_id = excluded.signal_id`,
  );
}

/** Gives messages that waited for their ticket its customer; answers with those that were waiting. */
export async function claimMessages(tx: Tx, ticketIds: readonly string[]): Promise<Message[]> {
  if (ticketIds.length === 0) return [];
  return tx.named<Message>(
    'messages-claim',
    `UPDATE message m SET customer_id = t.customer_id, source_record_id = t.source_record_id
       FROM ticket t
      WHERE t.id = m.ticket_id AND t.id = ANY($1::uuid[]) AND t.source_record_id IS NOT NULL AND m.source_record_id IS NULL
     RETURNING ${columnsOf(MessageEntity, 'm')}`,
    [ticketIds],
  );
}

/** Messages are whose their ticket is: those of tickets that turned out to be somebody else's, or nobody's. */
export const messagesFollow = (
  tx: Tx,
  tickets: readonly Pick<Message, 'ticketId' | 'customerId' | 'sourceRecordId'>[],
): void =>
  tx.later(
    'messages-follow',
    `UPDATE message m SET customer_id = t.customer_id, source_record_id = t.record_id
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS t(id, customer_id, record_id)
      WHERE m.ticket_id = t.id AND m.source_record_id IS DISTINCT FROM t.record_id`,
    [
      tickets.map(({ ticketId }) => ticketId),
      tickets.map(({ customerId }) => customerId),
      tickets.map(({ sourceRecordId }) => sourceRecordId),
    ],
  );

/** Which of these keys are people that their source knows as customers. */
export async function customersAmong(
  tx: Tx,
  authors: readonly { sourceId: string; key: string }[],
): Promise<Set<string>> {
  const known = await tx.named<{ key: string }>(
    'message-authors',
    `SELECT r.source_key AS key FROM source_record r
       JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS one(source_id, key)) asked
         ON r.source_id = asked.source_id AND r.kind = 'person' AND r.source_key = asked.key`,
    [authors.map(({ sourceId }) => sourceId), authors.map(({ key }) => key)],
  );
  return new Set(known.map(({ key }) => key));
}

/** Takes messages back. */
export async function deleteMessages(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later('messages-forget', 'DELETE FROM message WHERE source_id = $1 AND source_key = ANY($2::text[])', [
    sourceId,
    subjectKeys,
  ]);
}

/** Of which ticket, and how many. */
export interface MessagesKey {
  ticketId: string;
  first: number;
}

/** The first messages of each ticket, in the order they were written. */
export async function messagesByTicket(db: Db, keys: readonly MessagesKey[]): Promise<Message[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Message & { place: number }>(
    `messages-by-ticket-${limit}`,
    `SELECT asked.place::int AS place, m.* FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(ticket, place)
      CROSS JOIN LATERAL (SELECT ${columnsOf(MessageEntity, 'o')} FROM message o
                           WHERE (o.ticket_id = asked.ticket AND o.placed_in_id IS NULL OR o.placed_in_id = asked.ticket)
                           ORDER BY o.at, o.id LIMIT ${limit}) m
      ORDER BY asked.place, m.at, m.id`,
    [keys.map((key) => key.ticketId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** Messages by id, in the order asked. */
export async function messagesById(db: Db, ids: readonly string[]): Promise<(Message | null)[]> {
  const rows = await db.named<Message>(
    'messages-by-id',
    `SELECT ${columnsOf(MessageEntity, 'o')} FROM message o WHERE o.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
