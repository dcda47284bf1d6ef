import { createHash, randomBytes } from 'node:crypto';
import { newId } from '#kernel/id';
import type { Tx } from '#platform/database';
import { insertChat, putLines } from './data/chats.ts';
import { botWords } from './domain/bot-words.ts';
import { type Chat, type ChatLine, chatLanguageOf } from './domain/chat.ts';
import { placeLines } from './talk.ts';

/** What a browser's secret is kept as. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Begins a chat: the browser gets a secret by which it is known, and the bot says hello. Nobody else hears of it until the visitor speaks. */
export async function openChat(
  tx: Tx,
  wish: { language?: string | undefined; page?: string | undefined },
  now: Date,
): Promise<{ chat: Chat; token: string; lines: ChatLine[] }> {
  const token = randomBytes(32).toString('base64url');
  const language = chatLanguageOf(wish.language);
  const chat = await insertChat(tx, {
    id: newId(),
    tokenHash: hashOfToken(token),
    language,
    visitorName: null,
    visitorEmail: null,
    page: wish.page?.slice(0, 500) ?? null,
    state: 'with-bot',
    botTurns: 0,
    botAnswered: 0,
    openedAt: now,
    lastAt: now,
    personAskedAt: null,
    helped: null,
    sourceRecordId: null,
    customerId: null,
  });
  const lines = placeLines(chat, [], [{ author: 'bot', text: botWords[language].hello }], now);
  putLines(tx, lines);
  return { chat, token, lines };
}
