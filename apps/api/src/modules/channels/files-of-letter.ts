import { attachmentsByKey, databaseStore } from '#modules/attachments';
import type { Letter } from '#modules/outbox';
import type { Db } from '#platform/database';

/** The files that go with a letter, ready for a mail: those that hang on the message it carries. */
export async function filesOfLetter(
  db: Db,
  { subjectType, subjectId }: Pick<Letter, 'subjectType' | 'subjectId'>,
): Promise<{ filename: string; content: Buffer; contentType: string }[]> {
  if (subjectType !== 'Message') return [];
  const files = [];
  for (const { name, mediaType, sha256 } of await attachmentsByKey(db, `message:${subjectId}`)) {
    const content = await databaseStore.read(db, sha256);
    if (content) files.push({ filename: name, content, contentType: mediaType });
  }
  return files;
}
