import type { Signal } from '#modules/house';
import type { Mail } from './mail.ts';
import { ownWords } from './own-words.ts';

/** Which ticket a mail belongs to. */
export interface MailThread {
  /** Subject key of the ticket in its source. */
  ticketKey: string;
  /** Whether the mail opens it. */
  isNew: boolean;
}

/** A name, and no address or phrase that a system put in its place. */
const personName = (name: string | null): string | undefined =>
  name && !name.includes('@') && /\p{L}/u.test(name) ? name : undefined;

const withoutAnswerMark = (subject: string): string =>
  subject.replace(/^((re|r|rif|ré|réf|aw|fw|fwd|i|tr|răsp)\s*:\s*)+/i, '').trim();

/** What came with a mail that people would look at. */
export const filesOf = (mail: Pick<Mail, 'attachments'>): Mail['attachments'][number][] =>
  mail.attachments.filter(
    ({ type }) =>
      !type.startsWith('message/') &&
      type !== 'application/pgp-signature' &&
      type !== 'application/pkcs7-signature',
  );

const listed = (mail: Mail): string =>
  filesOf(mail)
    .map(({ name, type }) => `📎 ${name ?? type}`)
    .join('\n');

/**
 * What a mail tells the front door: a ticket, when it opens one, and a message in it. `at` is when our mail server got it: what
 * the sender's clock said is nothing to build a timeline on.
 */
export function signalsOfMail(mail: Mail, thread: MailThread, at: Date): Signal[] {
  const time = at.toISOString();
  const name = personName(mail.fromName);
  const person = {
    emails: [mail.fromAddress],
    ...(name ? { profile: { fullName: name } } : {}),
  };
  // Files hang on the message; without any words their names stand for it.
  const text = ownWords(mail.text) || listed(mail) || mail.subject || '…';
  const message: Signal = {
    kind: 'message',
    eventId: mail.messageId,
    // An answer of ours names it: `In-Reply-To` of the mail that we send.
    subjectKey: mail.messageId,
    at: time,
    person,
    body: {
      ticketKey: thread.ticketKey,
      authorKind: 'customer',
      ...(name ? { authorName: name } : {}),
      isPublic: true,
      text,
    },
  };
  if (!thread.isNew) return [message];
  const ticket: Signal = {
    kind: 'ticket',
    eventId: `ticket ${mail.messageId}`,
    subjectKey: thread.ticketKey,
    at: time,
    person,
    body: {
      subject: withoutAnswerMark(mail.subject) || text.split('\n')[0]!.slice(0, 120),
      status: 'new',
      channel: 'email',
      openedAt: time,
    },
  };
  return [ticket, message];
}
