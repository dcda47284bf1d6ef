import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { DeliveryReport, Mail } from './mail.ts';

/** More than this of a text is nobody's letter; the bytes are kept whole. */
const textAtMost = 150_000;
const htmlAtMost = 2_000_000;

const flat = (addresses: readonly Address[] | undefined): { name: string; address: string }[] =>
  (addresses ?? []).flatMap((one) => ('address' in one && one.address ? [one] : (one.group ?? [])));

/** PostgreSQL keeps no NUL, and nobody can read the other control characters. */
const readable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').replace(/\r\n?/g, '\n');

/** What is between `<` and `>` in a header of message ids. */
export const messageIdsIn = (header: string | undefined): string[] =>
  header?.match(/<[^<>\s]{1,500}>/g) ?? [];

const textOf = (email: Email): string => {
  const plain = email.text?.trim()
    ? email.text
    : convert((email.html ?? '').slice(0, htmlAtMost), {
        wordwrap: false,
        limits: { maxInputLength: htmlAtMost, maxDepth: 200, maxChildNodes: 20_000 },
        selectors: [
          { selector: 'img', format: 'skip' },
          { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['(', ')'] } },
          // Headings in capitals shout, and tell no more.
          ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
            selector,
            options: { uppercase: false },
          })),
        ],
      });
  return readable(plain).trim().slice(0, textAtMost);
};

const contentOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8', 0, 64_000);

const field = (text: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replace(/\s+/g, ' ').trim() ||
  null;

/** A value such as `rfc822; ana@example.org` without what kind of value it is. */
const withoutKind = (text: string | null): string | null => text?.replace(/^[^;]*;\s*/, '') ?? null;

function reportOf(email: Email): DeliveryReport | null {
  const status = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!status) return null;
  const text = contentOf(status).replaceAll('\r\n', '\n');
  const original = email.attachments.find(
    ({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers',
  );
  return {
    action: (field(text, 'Action') ?? 'failed').toLowerCase(),
    status: field(text, 'Status'),
    recipient: withoutKind(field(text, 'Final-Recipient')),
    diagnostic: withoutKind(field(text, 'Diagnostic-Code')),
    about: original
      ? (messageIdsIn(field(contentOf(original).replaceAll('\r\n', '\n'), 'Message-ID') ?? '')[0] ?? null)
      : null,
  };
}

/**
 * Reads a mail out of its bytes. Throws when it has no end (parts in parts in parts, headers of megabytes); whatever else is
 * wrong with it, something is read. The same bytes give the same mail.
 */
export async function parseMail(raw: Uint8Array): Promise<Mail> {
  const email = await PostalMime.parse(raw, {
    maxNestingDepth: 30,
    maxHeadersSize: 256 * 1024,
    maxRfc822NestingDepth: 2,
  });
  const [from] = flat(email.from ? [email.from] : undefined);
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, readable(value));
  const replyTo = flat(email.replyTo)[0]?.address.toLowerCase() ?? null;
  const fromAddress = from?.address.toLowerCase() ?? '';
  const answers = [...messageIdsIn(email.inReplyTo), ...messageIdsIn(email.references).reverse()];
  return {
    messageId:
      messageIdsIn(email.messageId)[0] ??
      `<${createHash('sha256').update(raw).digest('hex').slice(0, 32)}@without-id.invalid>`,
    answers: [...new Set(answers)].slice(0, 50),
    fromAddress,
    fromName:
      readable(from?.name ?? '')
        .trim()
        .slice(0, 200) || null,
    replyTo: replyTo === fromAddress ? null : replyTo,
    to: flat([...(email.to ?? []), ...(email.cc ?? [])]).map(({ address }) => address.toLowerCase()),
    subject: readable(email.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 400),
    text: textOf(email),
    headers,
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ? readable(filename).slice(0, 200) : null,
      type: mimeType,
      bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer),
    })),
    report: reportOf(email),
  };
}
