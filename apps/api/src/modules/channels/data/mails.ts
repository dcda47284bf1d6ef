import type { Db, Tx } from '#platform/database';
import type { ArrivedMail } from '../domain/arrived-mail.ts';

/** What is known of a mail before it is weighed. */
export type MailAtTheDoor = Pick<
  ArrivedMail,
  'id' | 'mailbox' | 'messageId' | 'fromAddress' | 'subject' | 'receivedAt' | 'sizeBytes' | 'raw'
>;

/** Keeps a mail that just came; answers with its number, or `undefined` when this mailbox got it before. */
export async function keepMail(tx: Tx, mail: MailAtTheDoor): Promise<number | undefined> {
  const [row] = await tx.named<{ number: number }>(
    'mail-keep',
    `INSERT INTO mail (id, mailbox, message_id, from_address, subject, received_at, size_bytes, raw, outcome)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'unreadable') ON CONFLICT (mailbox, message_id) DO NOTHING RETURNING number`,
    [
      mail.id,
      mail.mailbox,
      mail.messageId,
      mail.fromAddress,
      mail.subject,
      mail.receivedAt,
      mail.sizeBytes,
      mail.raw,
    ],
  );
  return row?.number;
}

/** What became of a mail. */
export type MailBecame = Pick<
  ArrivedMail,
  'outcome' | 'reason' | 'threadSourceId' | 'threadKey' | 'letterId' | 'signalId' | 'customerId'
>;

/** Writes down what became of a mail; the record it hangs on is that of its signal. */
export function settleMail(tx: Tx, id: string, became: MailBecame): void {
  tx.later(
    'mail-settle',
    `UPDATE mail SET outcome = $2, reason = $3, thread_source_id = $4, thread_key = $5, letter_id = $6, signal_id = $7, customer_id = $8,
                     source_record_id = (SELECT source_record_id FROM signal WHERE id = $7::uuid)
      WHERE id = $1`,
    [
      id,
      became.outcome,
      became.reason,
      became.threadSourceId,
      became.threadKey,
      became.letterId,
      became.signalId,
      became.customerId,
    ],
  );
}

/** A conversation as the front door names it. */
export interface KnownThread {
  sourceId: string;
  key: string;
}

/** The conversation of the newest known mail among these. */
export async function threadOfMails(db: Db, messageIds: readonly string[]): Promise<KnownThread | null> {
  if (messageIds.length === 0) return null;
  const [row] = await db.named<KnownThread>(
    'mail-thread',
    `SELECT thread_source_id AS "sourceId", thread_key AS key FROM mail
      WHERE message_id = ANY($1::text[]) AND thread_key IS NOT NULL ORDER BY received_at DESC, id LIMIT 1`,
    [messageIds],
  );
  return row ?? null;
}

/** How far a mailbox has been read. */
export interface MailboxPlace {
  uidValidity: number;
  lastUid: number;
}

/** How far a mailbox has been read; `null` before the first time. */
export async function mailboxPlace(db: Db, mailbox: string): Promise<MailboxPlace | null> {
  const [row] = await db.named<MailboxPlace>(
    'mailbox-place',
    `SELECT uid_validity AS "uidValidity", last_uid AS "lastUid" FROM mailbox_place WHERE mailbox = $1`,
    [mailbox],
  );
  return row ?? null;
}

/** Writes down how far a mailbox has been read. */
export function moveMailboxPlace(tx: Tx, mailbox: string, place: MailboxPlace): void {
  tx.later(
    'mailbox-place-move',
    `INSERT INTO mailbox_place (mailbox, uid_validity, last_uid, read_at) VALUES ($1, $2, $3, now())
     ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, read_at = now()`,
    [mailbox, place.uidValidity, place.lastUid],
  );
}

/** The source record that a signal hangs on. */
export async function recordOfSignal(tx: Tx, signalId: string): Promise<string | null> {
  const [row] = await tx.named<{ id: string | null }>(
    'record-of-signal',
    'SELECT source_record_id AS id FROM signal WHERE id = $1',
    [signalId],
  );
  return row?.id ?? null;
}

/** On which record, and of whom, what a signal told hangs; `null` when it hangs on nobody. */
export async function hungMessage(
  tx: Tx,
  signalId: string,
): Promise<{ recordId: string; customerId: string | null } | null> {
  const [row] = await tx.named<{ recordId: string; customerId: string | null }>(
    'hung-message',
    `SELECT r.id AS "recordId", r.customer_id AS "customerId" FROM signal s JOIN source_record r ON r.id = s.source_record_id WHERE s.id = $1`,
    [signalId],
  );
  return row ?? null;
}
