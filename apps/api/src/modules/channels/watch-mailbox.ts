import { setTimeout as pause } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import type { Subjects } from '#modules/intake';
import type { Database } from '#platform/database';
import type { MailEnvironment } from '#platform/environment';
import type { Log } from '#platform/log';
import { mailboxPlace, moveMailboxPlace } from './data/mails.ts';
import { needsTls } from './mail-carrier.ts';
import { takeMail } from './take-mail.ts';

/** What watches a mailbox. */
export interface MailboxWatch {
  /** Lets the mail in hand be kept and takes no more. */
  close(): Promise<void>;
}

/** What it needs. */
export interface MailboxWatching {
  readonly database: Database;
  readonly subjects: Subjects;
  readonly mail: MailEnvironment;
  readonly log: Log;
  /** A mail larger than this is not fetched; that it came is kept. */
  readonly largestBytes?: number;
}

/** Also without a word from the server it is looked at what came. */
const lookEveryMs = 60_000;
const longestPauseMs = 60_000;

/**
 * Watches a mailbox (IMAP IDLE) and takes in each mail that comes, one after the other, in the order in which it came. How far it
 * has read is committed with the mail, so that none is lost or taken twice by a crash. Mails that were there before the mailbox was
 * connected stay where they are. A mail is never changed, moved or deleted on the server. Reconnects with a growing pause.
 */
export function watchMailbox(watching: MailboxWatching): MailboxWatch {
  const ending = new AbortController();
  const going = go(watching, ending.signal);
  return {
    async close() {
      ending.abort();
      await going;
    },
  };
}

async function go(watching: MailboxWatching, signal: AbortSignal): Promise<void> {
  const { log, mail } = watching;
  let pauseMs = 1_000;
  while (!signal.aborted) {
    const began = Date.now();
    try {
      await readUntilItBreaks(watching, signal);
    } catch (error) {
      log.warn(
        { mailbox: mail.from.address, why: (error as Error).message },
        'The mailbox cannot be read; trying again',
      );
    }
    if (Date.now() - began > longestPauseMs) pauseMs = 1_000;
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

async function readUntilItBreaks(watching: MailboxWatching, signal: AbortSignal): Promise<void> {
  const { imap } = watching.mail;
  if (!imap) return;
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.secure,
    doSTARTTLS: imap.secure ? undefined : needsTls(imap) ? true : undefined,
    ...(imap.user ? { auth: { user: imap.user, pass: imap.password ?? '' } } : {}),
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    // Its own pause before it listens is 15 s: as long would everybody wait whose mail comes alone.
    autoIdleDelay: 50,
    maxIdleTime: 5 * 60_000,
  });
  let wake = () => {};
  let trouble: Error | undefined;
  let over = false;
  const stir = () => wake();
  client.on('error', (error: Error) => {
    trouble = error;
    stir();
  });
  client.on('close', () => {
    over = true;
    stir();
  });
  client.on('exists', stir);
  signal.addEventListener('abort', stir);
  try {
    await client.connect();
    const box = await client.mailboxOpen(imap.folder, { readOnly: true });
    while (!over && !signal.aborted) {
      // Before looking, so that what comes meanwhile wakes us at once.
      const stirred = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await takeNew(watching, client, Number(box.uidValidity), box.uidNext, signal);
      const timer = setTimeout(stir, lookEveryMs);
      await stirred;
      clearTimeout(timer);
    }
    if (trouble) throw trouble;
  } finally {
    signal.removeEventListener('abort', stir);
    await client.logout().catch(() => client.close());
  }
}

async function takeNew(
  watching: MailboxWatching,
  client: ImapFlow,
  uidValidity: number,
  uidNext: number,
  signal: AbortSignal,
): Promise<void> {
  const { database, subjects, mail, log } = watching;
  const mailbox = mail.from.address;
  const known = await mailboxPlace(database, mailbox);
  // A mailbox that was laid anew counts from one again; what we have already is known by its message id.
  const lastUid = known ? (known.uidValidity === uidValidity ? known.lastUid : 0) : uidNext - 1;
  const waiting: { uid: number; size: number; receivedAt: Date; envelope: EnvelopeOf }[] = [];
  // `n:*` always names the last mail, also when it is older than n.
  for await (const one of client.fetch(
    `${lastUid + 1}:*`,
    { uid: true, size: true, internalDate: true, envelope: true },
    { uid: true },
  ))
    if (one.uid > lastUid)
      waiting.push({
        uid: one.uid,
        size: one.size ?? 0,
        receivedAt: new Date(one.internalDate ?? Date.now()),
        envelope: one.envelope,
      });
  for (const { uid, size, receivedAt, envelope } of waiting.sort((a, b) => a.uid - b.uid)) {
    if (signal.aborted) return;
    const fits = size <= (watching.largestBytes ?? 25 * 1024 * 1024);
    const fetched = fits ? await client.fetchOne(String(uid), { source: true }, { uid: true }) : undefined;
    // It was there a moment ago: somebody else took it away.
    const raw = (fetched || undefined)?.source ?? null;
    if (fits && !raw) continue;
    const outcome = await takeMail(database, subjects, {
      mailbox,
      ourAddresses: [],
      raw,
      sizeBytes: size,
      receivedAt,
      place: { uidValidity, lastUid: uid },
      envelope: {
        messageId: envelope?.messageId ?? `<${uidValidity}.${uid}@without-id.invalid>`,
        fromAddress: envelope?.from?.[0]?.address?.toLowerCase() ?? '',
        subject: envelope?.subject ?? '',
      },
    });
    log.info({ mailbox, outcome }, 'A mail came');
  }
  if (!known && waiting.length === 0)
    await database.transaction(async (tx) => {
      moveMailboxPlace(tx, mailbox, { uidValidity, lastUid });
    });
}

type EnvelopeOf =
  | {
      messageId?: string | undefined;
      subject?: string | undefined;
      from?: { address?: string | undefined }[] | undefined;
    }
  | undefined;
