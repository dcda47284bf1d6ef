import { newId } from '#kernel/id';
import { type GivenFile, keepAttachments } from '#modules/attachments';
import type { Signal } from '#modules/house';
import { type Subjects, takeIn } from '#modules/intake';
import { ensureSource } from '#modules/sources';
import type { Tx } from '#platform/database';
import { putLines, recordOfSignal, settleChat } from './data/chats.ts';
import type { Chat, ChatLine } from './domain/chat.ts';

/** The PostgreSQL channel that rings when something was said in any chat. */
export const chatBell = 'ancora_chat';

/** A line before it has its place. */
export type NewLine = Pick<ChatLine, 'author' | 'text'> &
  Partial<Pick<ChatLine, 'id' | 'authorName' | 'sources' | 'invitationId' | 'filesKey'>>;

/** Puts lines after the last one, a millisecond apart so that their order stays theirs. */
export function placeLines(
  chat: Chat,
  before: readonly ChatLine[],
  lines: readonly NewLine[],
  now: Date,
): ChatLine[] {
  const last = before.at(-1)?.number ?? 0;
  return lines.map((line, place) => ({
    id: line.id ?? newId(),
    chatId: chat.id,
    number: last + 1 + place,
    at: new Date(now.getTime() + place),
    author: line.author,
    authorName: line.authorName ?? null,
    text: line.text,
    sources: line.sources ?? [],
    invitationId: line.invitationId ?? null,
    filesKey: line.filesKey ?? null,
  }));
}

/** A file that a visitor showed us, and the message it hangs on. */
export interface ShownFile {
  messageKey: string;
  file: GivenFile;
}

/** Keeps what was said and shown and where the chat stands, tells the front door, and wakes whoever listens. */
export async function settleTalk(
  tx: Tx,
  subjects: Subjects,
  chat: Chat,
  lines: readonly ChatLine[],
  signals: readonly Signal[],
  shown?: ShownFile,
): Promise<Chat> {
  putLines(tx, lines);
  let after = chat;
  let signalId: string | null = null;
  if (signals.length > 0) {
    const source = await ensureSource(tx, 'chat', 'chat', 'Web chat');
    for (const outcome of await takeIn(tx, subjects, source, signals)) {
      if (outcome.outcome !== 'taken') continue;
      signalId = outcome.signalId;
      after = { ...after, customerId: outcome.customerId ?? after.customerId };
    }
    if (shown)
      await keepAttachments(
        tx,
        [shown.file],
        {
          addedBy: null,
          sourceId: source.id,
          messageKey: shown.messageKey,
          sourceRecordId: signalId ? await recordOfSignal(tx, signalId) : null,
          customerId: after.customerId,
        },
        chat.lastAt,
      );
  }
  settleChat(tx, after, signalId);
  tx.ring(chatBell);
  return after;
}
