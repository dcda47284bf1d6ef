import { createHash, randomBytes } from 'node:crypto';
import { consentState } from '#modules/consent';
import { customersById } from '#modules/customers';
import { ourAddress } from '#modules/house';
import { holdLetter } from '#modules/outbox';
import { ticketsById } from '#modules/support';
import type { Database, Tx } from '#platform/database';
import { defineJob } from '#platform/jobs';
import { dueInvitations, lastAskedAt, settleInvitation } from './data/invitations.ts';
import { surveysById } from './data/surveys.ts';
import { type Invitation, silenceOf } from './domain/invitation.ts';
import { surveyLetter } from './domain/survey-letter.ts';
import { surveyMail } from './domain/survey-mail.ts';
import { surveyLanguageOf } from './domain/survey-words.ts';
import { findReach } from './find-reach.ts';
import { noticeOccasions } from './notice-occasions.ts';

/** What the secret of an invitation is kept as. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What an invitation is about, and whether it is still over: `null` when it is about nothing that could go on. */
async function caseOf(tx: Tx, { subjectType, subjectId }: Invitation) {
  if (subjectType !== 'Ticket' || !subjectId) return null;
  const [ticket] = await ticketsById(tx, [subjectId]);
  return ticket ?? null;
}

async function ask(tx: Tx, invitation: Invitation, now: Date): Promise<void> {
  const [survey] = await surveysById(tx, [invitation.surveyId]);
  const [customer] = await customersById(tx, [invitation.customerId]);
  const ticket = await caseOf(tx, invitation);
  const reach = await findReach(tx, customer, ticket, now);
  const place = typeof reach === 'string' ? null : reach;
  const silence = silenceOf(
    {
      consent: await consentState(tx, invitation.customerId, 'survey', place?.channel ?? 'email'),
      needsConsent: survey?.needsConsent ?? false,
      lastAskedAt: await lastAskedAt(tx, invitation.customerId, invitation.id),
      restDays: survey?.restDays ?? 30,
      reach: typeof reach === 'string' ? reach : 'open',
      // What one customer wrote about is nothing to whoever had the ticket by mistake.
      isTheirs: !ticket || ticket.customerId === invitation.customerId,
      isStillOver: !ticket || (isOver(ticket) && ticket.mergedIntoId === null),
    },
    now,
  );
  if (silence || !place || !customer) {
    await settleInvitation(tx, { ...invitation, state: 'silent', silence: silence ?? 'no-way' });
    return;
  }
  const secret = randomBytes(32).toString('base64url');
  const language = surveyLanguageOf(customer.language ?? invitation.language);
  const asked: Invitation = {
    ...invitation,
    language,
    question: survey ? (survey.wording[language] ?? null) : invitation.question,
    state: 'leaving',
    via: place.channel,
    tokenHash: hashOfSecret(secret),
  };
  const link = `${ourAddress()}/s/${secret}`;
  const leave = `${link}/leave`;
  const to = {
    via: place.channel,
    name: customer.givenName,
    about: ticket?.subject ?? null,
    link,
    leave,
  };
  await settleInvitation(tx, asked);
  await holdLetter(
    tx,
    {
      channel: place.channel,
      toAddress: place.toAddress,
      purpose: 'survey',
      subjectType: 'SurveyInvitation',
      subjectId: asked.id,
      customerId: asked.customerId,
      sourceRecordId: asked.sourceRecordId,
      toName: customer.displayName,
      ...surveyLetter(asked, to),
      html: place.channel === 'email' ? surveyMail(asked, to) : null,
      language,
      threadKey: asked.id,
      answersExternalId: null,
      authorId: null,
      authorName: null,
      unsubscribeUrl: leave,
    },
    now,
  );
}

const isOver = ({ status }: { status: string }): boolean => status === 'solved' || status === 'closed';

const laterMs = 3_600_000;

/**
 * Asks whom the time has come for, each in a transaction of its own; answers with how many were looked at. One that cannot be asked
 * waits an hour and keeps nobody else from being asked; the first such trouble is told at the end.
 */
export async function askCustomers(database: Database, now: Date): Promise<number> {
  let trouble: unknown;
  for (let count = 0; ; count += 1) {
    let inHand: Invitation | undefined;
    try {
      await database.transaction(async (tx) => {
        [inHand] = await dueInvitations(tx, now, 1);
        if (inHand) await ask(tx, inHand, now);
      });
    } catch (error) {
      if (!inHand) throw error;
      trouble ??= error;
      const later = { ...inHand, dueAt: new Date(now.getTime() + laterMs) };
      await database.transaction((tx) => settleInvitation(tx, later));
    }
    if (inHand) continue;
    if (trouble) throw trouble;
    return count;
  }
}

/** Looks every minute for what is worth a question, and asks whom the time has come for. */
export const askCustomersJob = defineJob({
  name: 'surveys.ask-customers',
  cron: '* * * * *',
  async run({ database }) {
    const now = new Date();
    await noticeOccasions(database, now);
    await askCustomers(database, now);
  },
});
