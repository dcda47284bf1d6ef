import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Attachment } from '../domain/attachment.ts';
import { AttachmentEntity } from './attachment.entity.ts';

const columns = columnsOf(AttachmentEntity, 'a');

/** Writes new attachments. */
export const insertAttachments = async (tx: Tx, attachments: readonly Attachment[]): Promise<void> => {
  await putRows(tx, AttachmentEntity, attachments, 'ON CONFLICT (id) DO NOTHING');
};

/** Attachments by id, in the order asked. */
export async function attachmentsById(db: Db, ids: readonly string[]): Promise<(Attachment | null)[]> {
  const rows = await db.named<Attachment>(
    'attachments-by-id',
    `SELECT ${columns} FROM attachment a WHERE a.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** A message as its source names it. */
export interface MessageName {
  sourceId: string;
  sourceKey: string;
}

/** What hangs on messages, in the order asked. */
export async function attachmentsByMessage(
  db: Db,
  messages: readonly MessageName[],
): Promise<Attachment[][]> {
  const rows = await db.named<Attachment>(
    'attachments-by-message',
    `SELECT ${columns} FROM unnest($1::uuid[], $2::text[]) AS asked(source_id, key)
       JOIN attachment a ON a.source_id = asked.source_id AND a.message_key = asked.key ORDER BY a.place, a.id`,
    [messages.map(({ sourceId }) => sourceId), messages.map(({ sourceKey }) => sourceKey)],
  );
  return messages.map(({ sourceId, sourceKey }) =>
    rows.filter((row) => row.sourceId === sourceId && row.messageKey === sourceKey),
  );
}

/** What hangs on the message with this key, whatever its source: keys of our own carry an id. */
export const attachmentsByKey = (db: Db, messageKey: string): Promise<Attachment[]> =>
  db.named<Attachment>(
    'attachments-by-key',
    `SELECT ${columns} FROM attachment a WHERE a.message_key = $1 ORDER BY a.place, a.id`,
    [messageKey],
  );

/**
 * Hangs what somebody added while writing on the message they wrote; answers with how many. All of them or none: one of
 * somebody else, or that hangs already, keeps them from it.
 */
export async function hangAttachments(
  tx: Tx,
  ids: readonly string[],
  addedBy: string,
  message: MessageName & { sourceRecordId: string | null; customerId: string | null },
): Promise<number> {
  const rows = await tx.named(
    'attachments-hang',
    `UPDATE attachment a SET source_id = $3, message_key = $4, source_record_id = $5, customer_id = $6, place = array_position($1::uuid[], a.id)
      WHERE a.id = ANY($1::uuid[]) AND a.added_by = $2 AND a.message_key IS NULL
        AND (SELECT count(*) FROM attachment o WHERE o.id = ANY($1::uuid[]) AND o.added_by = $2 AND o.message_key IS NULL) = cardinality($1::uuid[])
      RETURNING a.id`,
    [ids, addedBy, message.sourceId, message.sourceKey, message.sourceRecordId, message.customerId],
  );
  return rows.length;
}

/** Takes what hangs on a message back into the hands of who added it: the message was taken back. */
export function releaseAttachments(tx: Tx, messageKey: string): void {
  tx.later(
    'attachments-release',
    'UPDATE attachment SET source_id = NULL, message_key = NULL, source_record_id = NULL, customer_id = NULL, added_at = now() WHERE message_key = $1',
    [messageKey],
  );
}

/** How much somebody has added that hangs on nothing yet. */
export async function waitingBytes(db: Db, addedBy: string): Promise<number> {
  const [row] = await db.named<{ bytes: number }>(
    'attachments-waiting',
    'SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM attachment WHERE added_by = $1 AND message_key IS NULL',
    [addedBy],
  );
  return row?.bytes ?? 0;
}

/** Takes away what somebody added and hangs on nothing; answers whether there was such a thing. */
export async function dropWaiting(tx: Tx, id: string, addedBy: string): Promise<boolean> {
  const rows = await tx.named(
    'attachment-drop',
    'DELETE FROM attachment WHERE id = $1 AND added_by = $2 AND message_key IS NULL RETURNING id',
    [id, addedBy],
  );
  return rows.length > 0;
}

/** Forgets what was added before some time and never hung on anything. */
export const dropForgotten = (tx: Tx, before: Date): Promise<unknown> =>
  tx.named('attachments-forgotten', 'DELETE FROM attachment WHERE message_key IS NULL AND added_at < $1', [
    before,
  ]);
