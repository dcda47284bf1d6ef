/** How long something we send waits before it leaves, so that it can be taken back: ten seconds. */
export const holdMs = 10_000;

/** Where a letter stands. */
export const letterStates = ['held', 'queued', 'sending', 'sent', 'failed', 'taken-back'] as const;
export type LetterState = (typeof letterStates)[number];

/** Something we send to somebody: a reply, later a survey or a campaign's mail. It knows all that a carrier needs. */
export interface Letter {
  id: string;
  /** The way it goes: `email`, `sms`, `chat` … A carrier takes the letters of one channel. */
  channel: string;
  /** Why it goes: `reply`, `survey` … for limits and statistics. */
  purpose: string;
  /** What of ours it carries out: GraphQL type name and id (`Message`). Its subject hears what becomes of it. */
  subjectType: string;
  subjectId: string;
  customerId: string | null;
  sourceRecordId: string | null;
  toAddress: string;
  toName: string | null;
  subject: string;
  /** Plain text. */
  body: string;
  /** The same as HTML, for carriers that take it; whoever sees only text misses nothing. */
  html: string | null;
  /** BCP 47: the language it is written in, as far as we know. */
  language: string | null;
  /** Letters of one conversation have the same one: a carrier threads by it. */
  threadKey: string;
  /** What the receiver's system called the message that this answers (a `Message-ID`), when it came from there. */
  answersExternalId: string | null;
  /** Where the receiver says, by one POST, that they want no more of these; for letters that nobody asked for. */
  unsubscribeUrl: string | null;
  authorId: string | null;
  authorName: string | null;
  createdAt: Date;
  state: LetterState;
  /** Not before this. */
  dueAt: Date;
  attempts: number;
  /** While it is being carried: until when nobody else tries. */
  leasedUntil: Date | null;
  /** Why the last try failed, in a sentence. */
  trouble: string | null;
  sentAt: Date | null;
  /** What the receiver's system calls it, so that an answer to it is recognised. */
  externalId: string | null;
  /** When the other side's telephone or program had it, and when somebody opened it, where the provider says. */
  deliveredAt: Date | null;
  readAt: Date | null;
}

/** What became of one try to carry a letter. */
export type Carried =
  | { outcome: 'sent'; externalId?: string }
  /** Passing trouble: it is tried again, later each time, or not before `after`. */
  | { outcome: 'later'; reason: string; after?: Date }
  /** It will never arrive: no such address, refused for good. */
  | { outcome: 'failed'; reason: string };

/**
 * Who carries the letters of one channel: a mail server, a provider of SMS. A letter is carried at least once: after a
 * crash the same letter comes again, with the same id, from which a carrier makes what the other side recognises it by.
 */
export interface Carrier {
  channel: string;
  carry(letter: Letter): Promise<Carried>;
}

const mostAttempts = 8;
const minuteMs = 60_000;

/** A letter after one try: sent, given up, or due again after 1, 2, 4 … minutes, at most six hours. */
export function afterTry(letter: Letter, carried: Carried, now: Date): Letter {
  const at = { ...letter, leasedUntil: null };
  if (carried.outcome === 'sent')
    return { ...at, state: 'sent', sentAt: now, trouble: null, externalId: carried.externalId ?? null };
  const trouble = carried.reason.slice(0, 500);
  if (carried.outcome === 'failed' || letter.attempts >= mostAttempts)
    return { ...at, state: 'failed', trouble };
  const wait = Math.min(2 ** Math.max(0, letter.attempts - 1), 360) * minuteMs;
  return { ...at, state: 'queued', trouble, dueAt: carried.after ?? new Date(now.getTime() + wait) };
}

/** Whether a letter can still be taken back: nobody has begun to carry it. */
export const mayTakeBack = ({ state }: Pick<Letter, 'state'>): boolean =>
  state === 'held' || state === 'queued';

/** A letter that lies dead, sent again: as if it had just been let go. */
export const revived = (letter: Letter, now: Date): Letter => ({
  ...letter,
  state: 'queued',
  attempts: 0,
  dueAt: now,
  leasedUntil: null,
  externalId: null,
});

/** What the other side says of a letter that it took. */
export interface Receipt {
  state: 'sent' | 'delivered' | 'read' | 'failed';
  at: Date;
  externalId: string;
  reason: string | null;
}

/**
 * A letter after a receipt, in whatever order receipts come: what arrived has been sent, what was read has arrived, and a later word
 * never undoes an earlier one. A receipt may be faster than our own note that the letter was sent.
 */
export function afterReceipt(letter: Letter, { state, at, externalId, reason }: Receipt): Letter {
  if (letter.state !== 'sent' && letter.state !== 'sending') return letter;
  const sent: Letter = {
    ...letter,
    state: 'sent',
    leasedUntil: null,
    externalId: letter.externalId ?? externalId,
    sentAt: letter.sentAt ?? at,
  };
  if (state === 'failed')
    return letter.deliveredAt
      ? letter
      : { ...sent, state: 'failed', trouble: (reason ?? 'It did not arrive.').slice(0, 500) };
  if (state === 'sent') return { ...sent, trouble: null };
  return {
    ...sent,
    trouble: null,
    deliveredAt: letter.deliveredAt ?? at,
    readAt: state === 'read' ? (letter.readAt ?? at) : letter.readAt,
  };
}
