import { type HeardOfWords, heardOfWords, mayAskHeardOf } from '#modules/reviews';
import type { Db } from '#platform/database';
import { isTicketOver } from './data/chats.ts';
import { type Chat, ticketKeyOf } from './domain/chat.ts';

/** Whether a conversation is over: the bot helped, the visitor left, or a person has solved it. */
export const isOver = async (db: Db, chat: Chat): Promise<boolean> =>
  chat.state === 'ended' || (chat.state === 'with-person' && (await isTicketOver(db, ticketKeyOf(chat))));

/** The question how they heard of us, in the words of their language: when the conversation is over, and nobody asked this customer before. */
export async function heardOfQuestion(db: Db, chat: Chat): Promise<HeardOfWords | null> {
  const asks =
    chat.customerId !== null && (await isOver(db, chat)) && (await mayAskHeardOf(db, chat.customerId));
  return asks ? heardOfWords[chat.language] : null;
}
