/**
 * Chat: people talk with us on our web site, with a bot first that says only what stands in our articles, and with a person whenever
 * they like. What is said is told to the front door as a ticket and its messages; the visitor's window sees its own copy.
 */
import type { Manifest } from '#modules/house';
import { ChatEntity } from './data/chat.entity.ts';
import { ChatLineEntity } from './data/chat-line.entity.ts';
import { endSilentChatsJob } from './end-silent-chats.ts';

export { chatCarrier } from './chat-carrier.ts';
export { type ChatRoutes, chatRoutes } from './chat-routes.ts';
export { endSilentChats } from './end-silent-chats.ts';
export { type AnswerDriver, modelDriver } from './model-driver.ts';
export { openChat } from './open-chat.ts';
export { askForPerson, sayInChat, sayWhetherItHelped, showInChat } from './say-in-chat.ts';

export const chat: Manifest = {
  name: 'chat',
  entities: [ChatEntity, ChatLineEntity],
  follows: ['chat'],
  jobs: [endSilentChatsJob],
};
