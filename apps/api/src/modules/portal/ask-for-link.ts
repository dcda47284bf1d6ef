import { newId } from '#kernel/id';
import { ourAddress, ourName } from '#modules/house';
import { readEmail, stewardRecord } from '#modules/identity';
import { holdLetter } from '#modules/outbox';
import type { Tx } from '#platform/database';
import type { PublicLanguage } from '#platform/http';
import { holdersOfMailbox, insertPass, linksSince } from './data/passes.ts';
import { hashOf, linkMs, linksAnHour, newSecret, type PortalPass, sessionMs } from './domain/portal.ts';
import { portalWords } from './domain/portal-words.ts';

/**
 * Sends a link that lets somebody in once, when exactly one customer has this mailbox; whoever asks is told the same in any case. Answers
 * with the way that the link leads, when one was sent: a demo without mail shows it.
 */
export async function askForLink(
  tx: Tx,
  email: string,
  language: PublicLanguage,
  now: Date,
): Promise<string | null> {
  const read = readEmail(email);
  if (!read || read.weak) return null;
  const holders = await holdersOfMailbox(tx, read.mailbox, email);
  const [holder] = holders;
  // A mailbox that two customers share is no proof of being one of them.
  if (!holder || holders.length > 1) return null;
  if ((await linksSince(tx, email, new Date(now.getTime() - 3_600_000))) >= linksAnHour) return null;
  const record = await stewardRecord(tx, holder.customerId);
  if (!record) return null;
  const secret = newSecret();
  const path = `/portal/enter/${secret}`;
  const whose = { sourceRecordId: record.sourceRecordId, customerId: record.customerId };
  const pass: PortalPass = {
    ...whose,
    id: newId(),
    kind: 'link',
    tokenHash: hashOf(secret),
    email,
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkMs),
    endedAt: null,
  };
  await insertPass(tx, pass);
  const words = portalWords[language];
  await holdLetter(
    tx,
    {
      ...whose,
      channel: 'email',
      purpose: 'portal-link',
      subjectType: 'PortalPass',
      subjectId: pass.id,
      toAddress: email,
      toName: null,
      subject: `${words.letterSubject} · ${ourName()}`,
      body: words.letter(`${ourAddress()}${path}`, ourName()),
      language,
      threadKey: pass.id,
      answersExternalId: null,
      authorId: null,
      authorName: null,
    },
    now,
  );
  return path;
}

/** The session that a link begins, and its secret for the browser's cookie. */
export async function beginSession(tx: Tx, link: PortalPass, now: Date): Promise<string> {
  const secret = newSecret();
  await insertPass(tx, {
    ...link,
    id: newId(),
    kind: 'session',
    tokenHash: hashOf(secret),
    createdAt: now,
    expiresAt: new Date(now.getTime() + sessionMs),
    endedAt: null,
  });
  return secret;
}
