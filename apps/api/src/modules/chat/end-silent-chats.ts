import { neighbours } from '#modules/house';
import { type Subjects, subjectsOf } from '#modules/intake';
import type { Database } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { lockChat, silentChats } from './data/chats.ts';
import { signalOfChat } from './domain/signals-of-chat.ts';
import { settleTalk } from './talk.ts';

const silentAfterMs = 24 * 3_600_000;

/** Ends chats in which a visitor left the bot a day ago: nobody waits there. Doing it twice does it once. */
export async function endSilentChats(database: Database, subjects: Subjects, now: Date): Promise<number> {
  const since = new Date(now.getTime() - silentAfterMs);
  const silent = await silentChats(database, since, 500);
  for (const { id } of silent)
    await database.transaction(async (tx) => {
      const chat = await lockChat(tx, { id });
      if (chat?.state !== 'with-bot' || chat.lastAt >= since) return;
      const ended = { ...chat, state: 'ended' as const };
      // One in which the visitor never spoke has no ticket to close.
      const spoke = chat.botTurns > 0;
      await settleTalk(tx, subjects, ended, [], spoke ? [signalOfChat(ended, null, now)] : []);
    });
  return silent.length;
}

/** Looks every quarter of an hour. */
export const endSilentChatsJob = defineJob({
  name: 'chat.end-silent-chats',
  cron: '*/15 * * * *',
  async run({ database }) {
    await endSilentChats(database, subjectsOf(neighbours()), new Date());
  },
});
