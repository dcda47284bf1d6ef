import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Subjects } from '#modules/intake';
import type { Database } from '#platform/database';
import type { Chat } from './domain/chat.ts';
import type { AnswerDriver } from './model-driver.ts';

/** What the chat's addresses need. */
export interface ChatDoor {
  database: Database;
  subjects: Subjects;
  /** Puts answers into words; without one the bot says what stands in the closest article. */
  driver?: AnswerDriver | undefined;
}

/** Who asks, by the secret in `x-chat-token`; says no by itself when nobody does, or too often. */
export type KnownVisitor = (request: IncomingMessage, response: ServerResponse) => Promise<Chat | undefined>;
