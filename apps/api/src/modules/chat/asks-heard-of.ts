import { mayAskHeardOf } from '#modules/reviews';
import type { Db } from '#platform/database';
import { isTicketOver } from './data/chats.ts';
import { type Chat, ticketKeyOf } from './domain/chat.ts';

/** Whether a conversation is over: the bot helped, the visitor left, or a person has solved it. */
export const isOver = async (db: Db, chat: Chat): Promise<boolean> =>
  chat.state === 'ended' || (chat.state === 'with-person' && (await isTicketOver(db, ticketKeyOf(chat))));

/** Whether the window asks how they heard of us: when the conversation is over, and nobody asked this customer before. */
export const asksHeardOf = async (db: Db, chat: Chat): Promise<boolean> =>
  chat.customerId !== null && (await isOver(db, chat)) && (await mayAskHeardOf(db, chat.customerId));
