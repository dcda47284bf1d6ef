import type { Database } from '#platform/database';
import { asksForPerson } from './domain/bot.ts';
import type { Chat } from './domain/chat.ts';
import type { DrivenAnswer } from './domain/driven-answer.ts';
import type { AnswerDriver } from './model-driver.ts';
import { lookUp } from './say-in-chat.ts';

/** An answer in a model's words, where the bot speaks at all and something was found; whoever asks for a person is not kept waiting for it. */
export async function driveAnswer(
  database: Database,
  driver: AnswerDriver,
  chat: Chat,
  question: string,
): Promise<DrivenAnswer | null> {
  if (chat.state === 'waiting' || chat.state === 'with-person' || asksForPerson(question)) return null;
  const found = await database.transaction((tx) => lookUp(tx, question, chat));
  return driver.answer(question, chat.language, found);
}
