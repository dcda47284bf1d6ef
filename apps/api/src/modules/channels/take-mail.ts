import { newId } from '#kernel/id';
import { keepAttachments } from '#modules/attachments';
import { neighbours } from '#modules/house';
import { type Subjects, takeDelivery } from '#modules/intake';
import { bounceLetter, type Letter, letterByExternalId } from '#modules/outbox';
import { ensureSource, sourcesById } from '#modules/sources';
import type { Database, Tx } from '#platform/database';
import {
  type KnownThread,
  keepMail,
  type MailBecame,
  type MailboxPlace,
  moveMailboxPlace,
  recordOfSignal,
  settleMail,
  threadOfMails,
} from './data/mails.ts';
import { type MailOutcome, noMessageBecause } from './domain/arrived-mail.ts';
import type { Mail } from './domain/mail.ts';
import { parseMail } from './domain/parse-mail.ts';
import { filesOf, signalsOfMail } from './domain/signals-of-mail.ts';
import { isFinal, weighMail } from './domain/weigh-mail.ts';

/** A mail as the mailbox hands it over. */
export interface HandedMail {
  /** The address whose mailbox it is. */
  mailbox: string;
  /** Further addresses that are our own: what comes from them is not a customer's. */
  ourAddresses: readonly string[];
  /** Missing when it was too large to fetch. */
  raw: Buffer | null;
  sizeBytes: number;
  receivedAt: Date;
  /** How far the mailbox has been read once this is kept. */
  place?: MailboxPlace;
  /** Who and what about, where `raw` is missing. */
  envelope?: { messageId: string; fromAddress: string; subject: string };
}

const nothing: Omit<MailBecame, 'outcome' | 'reason'> = {
  threadSourceId: null,
  threadKey: null,
  letterId: null,
  signalId: null,
  customerId: null,
};

const readOrReason = (raw: Buffer): Promise<Mail | string> =>
  parseMail(raw).catch((error: Error) => `It could not be read: ${error.message}`.slice(0, 500));

/**
 * Takes a mail in, in one transaction: it is kept as it came, weighed, and told to the front door. Answers what became of it, or
 * `known` when this mailbox got it before. Whatever is wrong with it, it is kept, and says why it became no message.
 */
export async function takeMail(
  database: Database,
  subjects: Subjects,
  handed: HandedMail,
): Promise<MailOutcome | 'known'> {
  const read = handed.raw ? await readOrReason(handed.raw) : 'It is too large to be fetched.';
  const mail = typeof read === 'string' ? undefined : read;
  return database.transaction(async (tx) => {
    if (handed.place) moveMailboxPlace(tx, handed.mailbox, handed.place);
    const id = newId();
    const number = await keepMail(tx, {
      id,
      mailbox: handed.mailbox,
      messageId: mail?.messageId ?? handed.envelope?.messageId ?? `<${id}@without-id.invalid>`,
      fromAddress: mail?.fromAddress ?? handed.envelope?.fromAddress ?? '',
      subject: mail?.subject ?? handed.envelope?.subject ?? '',
      receivedAt: handed.receivedAt,
      sizeBytes: handed.sizeBytes,
      raw: handed.raw,
    });
    if (number === undefined) return 'known';
    const became = mail
      ? await become(tx, subjects, handed, mail, number)
      : {
          ...nothing,
          outcome: handed.raw ? ('unreadable' as const) : ('too-large' as const),
          reason: typeof read === 'string' ? read : null,
        };
    settleMail(tx, id, became);
    return became.outcome;
  });
}

async function become(
  tx: Tx,
  subjects: Subjects,
  handed: HandedMail,
  mail: Mail,
  number: number,
): Promise<MailBecame> {
  const kind = weighMail(mail, [handed.mailbox, ...handed.ourAddresses]);
  const about = mail.report?.about ? [mail.report.about, ...mail.answers] : mail.answers;
  const letter = about.length > 0 ? await letterByExternalId(tx, about) : null;
  const thread = (letter && (await threadOfLetter(tx, letter))) ?? (await threadOfMails(tx, mail.answers));
  const place = {
    threadSourceId: thread?.sourceId ?? null,
    threadKey: thread?.key ?? null,
    letterId: letter?.id ?? null,
  };
  if (kind === 'bounce' && letter && isFinal(mail)) {
    const { diagnostic, status, recipient } = mail.report ?? {};
    const reason = [recipient, diagnostic ?? status ?? mail.subject].filter(Boolean).join(': ').slice(0, 500);
    await bounceLetter(tx, letter.id, reason);
    return { ...nothing, ...place, outcome: 'bounced', reason };
  }
  if (kind !== 'message') return { ...nothing, ...place, outcome: 'noted', reason: noMessageBecause[kind] };
  if (!mail.fromAddress.includes('@'))
    return { ...nothing, ...place, outcome: 'unreadable', reason: 'It does not say who wrote it.' };

  const source =
    (thread && (await sourcesById(tx, [thread.sourceId]))[0]) ??
    (await ensureSource(tx, 'mail', 'mail', 'E-mail'));
  const ticketKey = thread?.key ?? `mail:M${number}`;
  const signals = signalsOfMail(mail, { ticketKey, isNew: !thread }, handed.receivedAt);
  const [taken] = await takeDelivery(tx, subjects, source, [
    { raw: { messageId: mail.messageId, from: mail.fromAddress, subject: mail.subject }, signals },
  ]);
  const lost = taken?.outcome === 'unreadable' || taken?.outcome === 'conflict';
  if (taken?.outcome === 'taken')
    await keepAttachments(
      tx,
      filesOf(mail).map(({ name, type, content }) => ({ name, saidType: type, data: content })),
      {
        addedBy: null,
        sourceId: source.id,
        messageKey: mail.messageId,
        sourceRecordId: (await recordOfSignal(tx, taken.signalId!)) ?? null,
        customerId: taken.customerId ?? null,
      },
      handed.receivedAt,
    );
  return {
    threadSourceId: source.id,
    threadKey: ticketKey,
    letterId: letter?.id ?? null,
    signalId: taken?.signalId ?? null,
    customerId: taken?.customerId ?? null,
    outcome: lost ? 'unreadable' : thread ? 'message' : 'ticket',
    reason: lost ? (taken.message ?? taken.outcome) : null,
  };
}

/** The conversation that an answer to a letter belongs to: whoever put the letter into the outbox knows. */
async function threadOfLetter(tx: Tx, letter: Letter): Promise<KnownThread | null> {
  for (const { letters } of neighbours())
    if (letters?.subjectType === letter.subjectType)
      return (await letters.threadOf?.(tx, letter.subjectId)) ?? null;
  return null;
}
