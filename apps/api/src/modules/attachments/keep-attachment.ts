import { createHash } from 'node:crypto';
import { newId } from '#kernel/id';
import type { Tx } from '#platform/database';
import { insertAttachments } from './data/attachments.ts';
import { databaseStore } from './data/file-store.ts';
import { type Attachment, bytesAtMost, filesAtMost, safeName } from './domain/attachment.ts';
import { isLying, sniff } from './domain/sniff.ts';

/** A file as it came. */
export interface GivenFile {
  name: string | null;
  saidType: string | null;
  data: Uint8Array;
}

/** What hangs on which message, as far as that is known. */
export type Hanging = Pick<
  Attachment,
  'addedBy' | 'sourceId' | 'messageKey' | 'sourceRecordId' | 'customerId'
>;

/** Keeps files that came with a message or were added by somebody: looked into, bytes once for each content. Empty and oversized ones are left out. */
export async function keepAttachments(
  tx: Tx,
  files: readonly GivenFile[],
  hanging: Hanging,
  now: Date,
): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const { name, saidType, data } of files.slice(0, filesAtMost)) {
    if (data.byteLength === 0 || data.byteLength > bytesAtMost) continue;
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await databaseStore.keep(tx, sha256, bytes, now);
    const sniffed = sniff(bytes);
    const shown = safeName(name);
    kept.push({
      ...hanging,
      ...sniffed,
      id: newId(),
      sha256,
      name: shown,
      saidType: saidType?.slice(0, 200) ?? null,
      isLying: isLying(shown, saidType, sniffed),
      bytes: bytes.length,
      addedAt: now,
      place: kept.length,
    });
  }
  await insertAttachments(tx, kept);
  return kept;
}
