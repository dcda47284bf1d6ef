import { columnsOf, type Db, type Tx } from '#platform/database';
import type { Chat, ChatLine } from '../domain/chat.ts';
import { ChatEntity } from './chat.entity.ts';
import { ChatLineEntity } from './chat-line.entity.ts';

const columns = columnsOf(ChatEntity, 'c');
const lineColumns = columnsOf(ChatLineEntity, 'l');

/** Begins a chat; answers with it, numbered. */
export async function insertChat(tx: Tx, chat: Omit<Chat, 'number'>): Promise<Chat> {
  const [row] = await tx.named<{ number: number }>(
    'chat-insert',
    `INSERT INTO chat (id, token_hash, language, visitor_name, visitor_email, page, state, opened_at, last_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING number`,
    [
      chat.id,
      chat.tokenHash,
      chat.language,
      chat.visitorName,
      chat.visitorEmail,
      chat.page,
      chat.state,
      chat.openedAt,
    ],
  );
  return { ...chat, number: row!.number };
}

/** The chat of the browser that holds this secret, or `null`. */
export async function chatByToken(db: Db, tokenHash: string): Promise<Chat | null> {
  const [chat] = await db.named<Chat>(
    'chat-by-token',
    `SELECT ${columns} FROM chat c WHERE c.token_hash = $1`,
    [tokenHash],
  );
  return chat ?? null;
}

/** A chat, locked until the transaction ends: what is said in one is said one after the other. */
export async function lockChat(tx: Tx, by: { id: string } | { number: number }): Promise<Chat | null> {
  const [chat] =
    'id' in by
      ? await tx.named<Chat>('chat-lock', `SELECT ${columns} FROM chat c WHERE c.id = $1 FOR UPDATE`, [by.id])
      : await tx.named<Chat>(
          'chat-lock-number',
          `SELECT ${columns} FROM chat c WHERE c.number = $1 FOR UPDATE`,
          [by.number],
        );
  return chat ?? null;
}

/** Writes down where a chat stands; the record it hangs on is that of its last signal, where one is named. */
export function settleChat(tx: Tx, chat: Chat, signalId: string | null): void {
  tx.later(
    'chat-settle',
    `UPDATE chat SET visitor_name = $2, visitor_email = $3, state = $4, bot_turns = $5, bot_answered = $6, last_at = $7,
                     person_asked_at = $8, helped = $9, customer_id = coalesce($10::uuid, customer_id),
                     source_record_id = coalesce((SELECT source_record_id FROM signal WHERE id = $11::uuid), source_record_id)
      WHERE id = $1`,
    [
      chat.id,
      chat.visitorName,
      chat.visitorEmail,
      chat.state,
      chat.botTurns,
      chat.botAnswered,
      chat.lastAt,
      chat.personAskedAt,
      chat.helped,
      chat.customerId,
      signalId,
    ],
  );
}

/** Writes what was said. The same line twice is one. */
export function putLines(tx: Tx, lines: readonly ChatLine[]): void {
  for (const line of lines)
    tx.later(
      'chat-line-put',
      `INSERT INTO chat_line (id, chat_id, number, at, author, author_name, text, sources, invitation_id, files_key)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10) ON CONFLICT (id) DO NOTHING`,
      [
        line.id,
        line.chatId,
        line.number,
        line.at,
        line.author,
        line.authorName,
        line.text,
        JSON.stringify(line.sources),
        line.invitationId,
        line.filesKey,
      ],
    );
}

/** The record that a signal hangs on. */
export async function recordOfSignal(tx: Tx, signalId: string): Promise<string | null> {
  const [row] = await tx.named<{ id: string | null }>(
    'chat-record-of-signal',
    'SELECT source_record_id AS id FROM signal WHERE id = $1',
    [signalId],
  );
  return row?.id ?? null;
}

/** What was said in a chat after line number `after`, in order. */
export const linesAfter = (db: Db, chatId: string, after: number): Promise<ChatLine[]> =>
  db.named<ChatLine>(
    'chat-lines-after',
    `SELECT ${lineColumns} FROM chat_line l WHERE l.chat_id = $1 AND l.number > $2 ORDER BY l.number`,
    [chatId, after],
  );

/** Chats in which a visitor has said nothing to the bot since then. */
export const silentChats = (db: Db, since: Date, atMost: number): Promise<{ id: string }[]> =>
  db.named(
    'chats-silent',
    `SELECT id FROM chat WHERE state = 'with-bot' AND last_at < $1 ORDER BY last_at LIMIT $2`,
    [since, atMost],
  );

/** Whether the ticket of a chat is solved. */
export async function isTicketOver(db: Db, sourceKey: string): Promise<boolean> {
  const [row] = await db.named<{ over: boolean }>(
    'chat-ticket-is-over',
    `SELECT EXISTS (SELECT 1 FROM ticket t JOIN source s ON s.id = t.source_id
                     WHERE t.source_key = $1 AND s.key = 'chat' AND t.status IN ('solved', 'closed')) AS over`,
    [sourceKey],
  );
  return row!.over;
}
