import type { Mail } from './mail.ts';

/**
 * What a mail is: somebody's `message`; an `auto-reply` (out of office, a receipt); a `bounce`, which tells of a mail of ours;
 * `own`, something that we sent ourselves and that came back; or of a `list`.
 */
export const mailKinds = ['message', 'auto-reply', 'bounce', 'own', 'list'] as const;
export type MailKind = (typeof mailKinds)[number];

const machine = /^(mailer-daemon|postmaster|mail-daemon|bounce[s]?|bounce[+-].*|no-?reply-?bounce.*)@/;

/**
 * Tells people from machines by what RFC 3834 and RFC 3464 say, and by the headers that older machines use. Nothing that is not
 * a `message` is ever answered by a machine of ours: two of them would go on for ever.
 */
export function weighMail(mail: Mail, ourAddresses: readonly string[]): MailKind {
  const header = (name: string) => mail.headers.get(name)?.toLowerCase() ?? '';
  if (mail.report) return 'bounce';
  if (
    machine.test(mail.fromAddress) ||
    (header('return-path') === '<>' && /undeliver|delivery|returned/i.test(mail.subject))
  )
    return 'bounce';
  if (ourAddresses.includes(mail.fromAddress)) return 'own';
  const submitted = header('auto-submitted');
  if (submitted && submitted !== 'no') return 'auto-reply';
  if (header('x-autoreply') || header('x-autorespond') || header('x-auto-response-suppress') === 'all')
    return 'auto-reply';
  if (header('return-path') === '<>' || header('precedence') === 'auto_reply') return 'auto-reply';
  if (header('list-id') || ['bulk', 'list', 'junk'].includes(header('precedence'))) return 'list';
  return 'message';
}

/** Whether a delivery report says that the mail will never arrive; a delay is none. */
export const isFinal = (mail: Mail): boolean =>
  mail.report ? mail.report.action === 'failed' && !mail.report.status?.startsWith('4') : true;
