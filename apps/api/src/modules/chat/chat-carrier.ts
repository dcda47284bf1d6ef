import { attachmentsByKey } from '#modules/attachments';
import type { Subjects } from '#modules/intake';
import type { Carrier } from '#modules/outbox';
import type { Database } from '#platform/database';
import { linesAfter, lockChat } from './data/chats.ts';
import { placeLines, settleTalk } from './talk.ts';

/** Carries what one of us writes in the ticket of a chat to the visitor's window: `toAddress` is the ticket's key, `chat:C1001`. */
export const chatCarrier = (database: Database, subjects: Subjects): Carrier => ({
  channel: 'chat',
  async carry(letter) {
    const number = /^chat:C(\d{1,15})$/.exec(letter.toAddress)?.[1];
    if (!number) return { outcome: 'failed', reason: `${letter.toAddress} is no chat.` };
    const now = new Date();
    return database.transaction(async (tx) => {
      const chat = await lockChat(tx, { number: Number(number) });
      if (!chat) return { outcome: 'failed', reason: `There is no chat ${letter.toAddress}.` };
      const earlier = await linesAfter(tx, chat.id, 0);
      // Carried before, by a process that ended before it could say so.
      if (earlier.some(({ id }) => id === letter.id)) return { outcome: 'sent', externalId: letter.id };
      // The files of a reply hang on its message.
      const filesKey = `message:${letter.subjectId}`;
      const files = letter.subjectType === 'Message' ? await attachmentsByKey(tx, filesKey) : [];
      const lines = placeLines(
        chat,
        earlier,
        [
          {
            id: letter.id,
            // What no person wrote comes from nobody, and brings nobody back to the window.
            author: letter.purpose === 'reply' ? 'person' : 'bot',
            authorName: letter.authorName,
            text: letter.body,
            ...(letter.subjectType === 'SurveyInvitation' ? { invitationId: letter.subjectId } : {}),
            ...(files.length > 0 ? { filesKey } : {}),
          },
        ],
        now,
      );
      // The ticket has the words already: whoever wrote them wrote them there.
      await settleTalk(
        tx,
        subjects,
        { ...chat, state: letter.purpose === 'reply' ? 'with-person' : chat.state, lastAt: now },
        lines,
        [],
      );
      return { outcome: 'sent', externalId: letter.id };
    });
  },
});
