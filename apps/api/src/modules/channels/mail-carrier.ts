import { createTransport } from 'nodemailer';
import type { Carried, Carrier, Letter } from '#modules/outbox';
import type { MailEnvironment, MailServer } from '#platform/environment';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Whether a password and a customer's words may go there without TLS: only where the wire does not leave this machine. */
export const needsTls = ({ host }: Pick<MailServer, 'host'>): boolean => !loopback.has(host);

/** The name of a letter for other mail servers: the same at every try, so that one that arrives twice is seen to be one. */
export const messageIdOf = (letter: Pick<Letter, 'id'>, address: string): string =>
  `<${letter.id}@${address.slice(address.lastIndexOf('@') + 1)}>`;

/**
 * How a mail says that no more of them are wished (RFC 2369), with one click where that is safe (RFC 8058: by HTTPS; on this machine
 * nothing leaves it). Mail programs then show a button of their own, and whoever presses it must not call us spam.
 */
export function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (!url) return {};
  const { protocol, hostname } = new URL(url);
  const oneClick = protocol === 'https:' || loopback.has(hostname.replace(/^\[|\]$/g, ''));
  return {
    'List-Unsubscribe': `<${url}>`,
    ...(oneClick ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}

/** What a mail server said: no for good (5xx), or not now. */
function carriedOf(error: Error & { responseCode?: number; code?: string }): Carried {
  const reason = error.message.slice(0, 500);
  const forGood =
    (error.responseCode !== undefined && error.responseCode >= 500 && error.code !== 'EAUTH') ||
    error.code === 'EENVELOPE';
  return { outcome: forGood ? 'failed' : 'later', reason };
}

/** Carries letters by SMTP. Only what we say goes out: no file and no address is fetched for a letter. */
export function mailCarrier(
  mail: MailEnvironment,
  filesOf: (
    letter: Letter,
  ) => Promise<{ filename: string; content: Buffer; contentType: string }[]> = async () => [],
): (Carrier & { close(): void }) | undefined {
  const { smtp, from } = mail;
  if (!smtp) return undefined;
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: !smtp.secure && needsTls(smtp),
    ...(smtp.user ? { auth: { user: smtp.user, pass: smtp.password ?? '' } } : {}),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    channel: 'email',
    async carry(letter) {
      const messageId = messageIdOf(letter, from.address);
      try {
        await transport.sendMail({
          from: { name: letter.authorName ?? from.name ?? '', address: from.address },
          to: { name: letter.toName ?? '', address: letter.toAddress },
          subject: letter.subject,
          text: letter.body,
          ...(letter.html ? { html: letter.html } : {}),
          attachments: await filesOf(letter),
          messageId,
          ...(letter.answersExternalId
            ? { inReplyTo: letter.answersExternalId, references: letter.answersExternalId }
            : {}),
          headers: {
            ...unsubscribeHeaders(letter.unsubscribeUrl),
            ...(letter.language ? { 'Content-Language': letter.language } : {}),
            // What no person wrote says so: other machines then do not answer it.
            ...(letter.purpose === 'reply'
              ? {}
              : { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }),
          },
        });
        return { outcome: 'sent', externalId: messageId };
      } catch (error) {
        return carriedOf(error as Error);
      }
    },
    close: () => transport.close(),
  };
}
