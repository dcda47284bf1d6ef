import { type Attachment, attachmentsByKey, isShown } from '#modules/attachments';
import { questionsById } from '#modules/surveys';
import type { Db } from '#platform/database';
import type { ChatLine } from './domain/chat.ts';

const shownFile = (file: Attachment) => ({
  id: file.id,
  name: file.name,
  bytes: file.bytes,
  isPicture: isShown(file),
});

/** Lines as the visitor's window draws them: with the files that hang on them, and the scale where one asks how it was. */
export async function showLines(db: Db, lines: readonly ChatLine[], now: Date) {
  const asking = lines.flatMap(({ invitationId }) => invitationId ?? []);
  const questions = await questionsById(db, asking, now);
  return Promise.all(
    lines.map(async ({ id, number, at, author, authorName, text, sources, invitationId, filesKey }) => ({
      id,
      number,
      at: at.toISOString(),
      author,
      authorName,
      text,
      sources,
      question: invitationId ? (questions[asking.indexOf(invitationId)] ?? null) : null,
      files: filesKey ? (await attachmentsByKey(db, filesKey)).map(shownFile) : [],
    })),
  );
}
