import type { MailKind } from './weigh-mail.ts';

/**
 * What became of a mail: `ticket` opened one, `message` went into one; `noted` an answer of a machine, kept beside what it
 * answers; `bounced` a letter of ours that it says will not arrive; `unreadable` and `too-large` are kept for a person to look at.
 */
export const mailOutcomes = ['ticket', 'message', 'noted', 'bounced', 'unreadable', 'too-large'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** A mail that arrived, kept for good. */
export interface ArrivedMail {
  id: string;
  /** Counts upwards; the ticket that a mail opens is called by it. */
  number: number;
  mailbox: string;
  messageId: string;
  fromAddress: string;
  subject: string;
  receivedAt: Date;
  sizeBytes: number;
  /** As it came; missing where it was too large to fetch. */
  raw: Buffer | null;
  outcome: MailOutcome;
  /** Why it became no message, or what hindered it. */
  reason: string | null;
  threadSourceId: string | null;
  threadKey: string | null;
  letterId: string | null;
  signalId: string | null;
  sourceRecordId: string | null;
  customerId: string | null;
}

/** Why a mail became no message, in a sentence. */
export const noMessageBecause: Record<Exclude<MailKind, 'message'>, string> = {
  'auto-reply': 'A machine answered (out of office, a receipt); nobody waits for us.',
  bounce: 'A mail server tells what became of a mail of ours.',
  own: 'We wrote it ourselves.',
  list: 'It went to a list, not to us.',
};
