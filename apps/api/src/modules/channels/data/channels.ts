import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Channel } from '../domain/channel.ts';
import type { ChannelEvent } from '../domain/channel-event.ts';
import type { Conversation } from '../domain/conversation.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ChannelEventEntity } from './channel-event.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';

const columns = columnsOf(ChannelEntity, 'c');
const talkColumns = columnsOf(ConversationEntity, 't');
const eventColumns = columnsOf(ChannelEventEntity, 'e');

/** Writes a channel: a new one, or what people changed of a known one. */
export const putChannel = async (tx: Tx, channel: Channel): Promise<void> => {
  await putRows(
    tx,
    ChannelEntity,
    [channel],
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address, settings = excluded.settings,
       secrets = excluded.secrets, removed_at = excluded.removed_at`,
  );
};

/** Channels by id, in the order asked; nobody is `null`. */
export async function channelsById(db: Db, ids: readonly string[]): Promise<(Channel | null)[]> {
  const rows = await db.named<Channel>(
    'channels-by-id',
    `SELECT ${columns} FROM channel c WHERE c.id = ANY($1::uuid[])`,
    [ids],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** All channels that are in use, by name. */
export const allChannels = (db: Db): Promise<Channel[]> =>
  db.named<Channel>(
    'channels-all',
    `SELECT ${columns} FROM channel c WHERE c.removed_at IS NULL ORDER BY c.name, c.id`,
  );

/** Writes down that something came which was not signed as it should be; what it was is not kept. */
export const noteRefusal = (db: Db, id: string, reason: string, at: Date): Promise<unknown> =>
  db.named(
    'channel-refused',
    'UPDATE channel SET refusals = refusals + 1, last_refused_at = $3, last_refusal = $2 WHERE id = $1',
    [id, reason, at],
  );

/** Keeps something that was told; answers whether it is new. */
export async function keepEvent(
  tx: Tx,
  event: Pick<ChannelEvent, 'id' | 'channelId' | 'eventKey' | 'receivedAt' | 'raw'>,
): Promise<boolean> {
  const rows = await tx.named(
    'channel-event-keep',
    `INSERT INTO channel_event (id, channel_id, event_key, received_at, raw, outcome) VALUES ($1, $2, $3, $4, $5, 'unreadable')
     ON CONFLICT (channel_id, event_key) DO NOTHING RETURNING id`,
    [event.id, event.channelId, event.eventKey, event.receivedAt, event.raw],
  );
  if (rows.length > 0)
    tx.later('channel-heard', 'UPDATE channel SET last_event_at = $2 WHERE id = $1', [
      event.channelId,
      event.receivedAt,
    ]);
  return rows.length > 0;
}

/** What became of an event. */
export type EventBecame = Pick<
  ChannelEvent,
  'outcome' | 'reason' | 'threadKey' | 'letterId' | 'signalId' | 'customerId'
>;

/** Writes down what became of an event; the record it hangs on is that of its signal. */
export function settleEvent(tx: Tx, id: string, became: EventBecame): void {
  tx.later(
    'channel-event-settle',
    `UPDATE channel_event SET outcome = $2, reason = $3, thread_key = $4, letter_id = $5, signal_id = $6::uuid, customer_id = $7::uuid,
            source_record_id = (SELECT source_record_id FROM signal WHERE id = $6::uuid)
      WHERE id = $1`,
    [
      id,
      became.outcome,
      became.reason,
      became.threadKey,
      became.letterId,
      became.signalId,
      became.customerId,
    ],
  );
}

/** What came by a channel, the newest first. */
export const newestEvents = (db: Db, channelId: string, first: number): Promise<ChannelEvent[]> =>
  db.named<ChannelEvent>(
    'channel-events-newest',
    `SELECT ${eventColumns} FROM channel_event e WHERE e.channel_id = $1 ORDER BY e.received_at DESC, e.id DESC LIMIT $2`,
    [channelId, first],
  );

/** The newest conversation with somebody on a channel, locked; what is told of one is taken one after the other. */
export async function lockConversation(
  tx: Tx,
  channelId: string,
  peer: string,
  outsideKey: string | null,
): Promise<Conversation | null> {
  await tx.named('conversation-turn', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 80))', [
    `${channelId} ${peer}`,
  ]);
  const [row] = await tx.named<Conversation>(
    'conversation-lock',
    `SELECT ${talkColumns} FROM conversation t
      WHERE t.channel_id = $1 AND t.peer = $2 AND t.outside_key IS NOT DISTINCT FROM $3::text ORDER BY t.last_at DESC, t.id LIMIT 1`,
    [channelId, peer, outsideKey],
  );
  return row ?? null;
}

/** Begins a conversation. */
export async function insertConversation(
  tx: Tx,
  talk: Pick<Conversation, 'id' | 'channelId' | 'peer' | 'toAddress' | 'outsideKey' | 'openedAt'>,
): Promise<Conversation> {
  const [row] = await tx.named<Conversation>(
    'conversation-insert',
    `INSERT INTO conversation AS t (id, channel_id, peer, to_address, outside_key, thread_key, opened_at, last_in_at, last_at)
     VALUES ($1::uuid, $2, $3, $4, $5, $1::uuid::text, $6, $6, $6) RETURNING ${talkColumns}`,
    [talk.id, talk.channelId, talk.peer, talk.toAddress, talk.outsideKey, talk.openedAt],
  );
  return row!;
}

/** Writes down where a conversation stands; the record it hangs on is that of its last signal. */
export function settleConversation(tx: Tx, talk: Conversation, signalId: string | null): void {
  tx.later(
    'conversation-settle',
    `UPDATE conversation SET thread_key = $2, last_in_at = $3, last_at = $4, customer_id = coalesce($5::uuid, customer_id),
            source_record_id = coalesce((SELECT source_record_id FROM signal WHERE id = $6::uuid), source_record_id)
      WHERE id = $1`,
    [talk.id, talk.threadKey, talk.lastInAt, talk.lastAt, talk.customerId, signalId],
  );
}

/** Conversations by the keys of their tickets, with the channel each is on. */
export const conversationsByKey = (
  db: Db,
  keys: readonly string[],
): Promise<(Conversation & Pick<Channel, 'provider' | 'address' | 'name'> & { removedAt: Date | null })[]> =>
  db.named(
    'conversations-by-key',
    `SELECT ${talkColumns}, c.provider, c.address, c.name, c.removed_at AS "removedAt"
       FROM conversation t JOIN channel c ON c.id = t.channel_id WHERE t.thread_key = ANY($1::text[])`,
    [keys],
  );

/** The channel by which a letter to this address should go: that of the newest conversation with it, else the oldest of the providers named. */
export async function channelToward(
  db: Db,
  providers: readonly string[],
  toAddress: string,
): Promise<{ channel: Channel; lastInAt: Date | null } | null> {
  const [row] = await db.named<Channel & { lastInAt: Date | null }>(
    'channel-toward',
    `SELECT ${columns}, t.last_in_at AS "lastInAt" FROM channel c
       LEFT JOIN LATERAL (SELECT t.last_in_at, t.last_at FROM conversation t
                           WHERE t.channel_id = c.id AND t.to_address = $2 ORDER BY t.last_at DESC LIMIT 1) t ON true
      WHERE c.provider = ANY($1::text[]) AND c.removed_at IS NULL ORDER BY t.last_at DESC NULLS LAST, c.created_at, c.id LIMIT 1`,
    [providers, toAddress],
  );
  return row ? { channel: row, lastInAt: row.lastInAt } : null;
}

/** The channel by which each of these sources is told something, where it is in use and one of these providers. */
export async function channelsOfSources(
  db: Db,
  providers: readonly string[],
  sourceIds: readonly string[],
): Promise<(Channel | null)[]> {
  const rows = await db.named<Channel>(
    'channels-of-sources',
    `SELECT ${columns} FROM channel c WHERE c.source_id = ANY($1::uuid[]) AND c.provider = ANY($2::text[]) AND c.removed_at IS NULL`,
    [sourceIds, providers],
  );
  const found = new Map(rows.map((channel) => [channel.sourceId, channel]));
  return sourceIds.map((id) => found.get(id) ?? null);
}

/** Notes that we wrote in the newest conversation with an address. */
export function noteWritten(tx: Tx, channelId: string, toAddress: string, at: Date): void {
  tx.later(
    'conversation-written',
    `UPDATE conversation SET last_at = greatest(last_at, $3) WHERE id = (
       SELECT id FROM conversation WHERE channel_id = $1 AND to_address = $2 ORDER BY last_at DESC LIMIT 1)`,
    [channelId, toAddress, at],
  );
}

/** Whether somebody has this number or handle already. */
export async function isKnownPeer(db: Db, kind: string, value: string): Promise<boolean> {
  const rows = await db.named(
    'channel-peer-known',
    'SELECT 1 FROM identifier WHERE kind = $1 AND value = $2 LIMIT 1',
    [kind, value],
  );
  return rows.length > 0;
}

/**
 * The doubtful case of a customer of whom a channel told only a number, where exactly one other customer has this number; `null`
 * where nobody has it, or several do.
 */
export async function doubtOfBareNumber(tx: Tx, customerId: string, phone: string): Promise<string | null> {
  const rows = await tx.named<{ id: string; holders: number }>(
    'channel-bare-number',
    `WITH holder AS (
       SELECT DISTINCT r.customer_id FROM identifier i JOIN source_record r ON r.id = i.source_record_id
        WHERE i.kind = 'phone' AND i.value = $2 AND NOT i.weak AND r.customer_id IS NOT NULL AND r.customer_id <> $1)
     SELECT d.id, (SELECT count(*)::int FROM holder) AS holders
       FROM doubt d JOIN source_record mine ON mine.id = d.source_record_id JOIN source_record theirs ON theirs.id = d.candidate_record_id
      WHERE d.status = 'open' AND mine.customer_id = $1 AND theirs.customer_id IN (SELECT customer_id FROM holder)
      ORDER BY d.created_at, d.id LIMIT 1`,
    [customerId, phone],
  );
  return rows[0]?.holders === 1 ? rows[0].id : null;
}
