import type { MovedLetter } from '#modules/house';
import { threadOfTicket } from '#modules/support';
import type { Db, Tx } from '#platform/database';
import { invitationsById, lockInvitation, settleInvitation } from './data/invitations.ts';
import { tellOfInvitation } from './tell-answer.ts';

/**
 * A question reached its customer, or never will. Only what was delivered counts as asked: a question that came back must not make
 * people look as if they would not answer. Hearing it twice does it once.
 */
export async function hearOfLetters(tx: Tx, letters: readonly MovedLetter[]): Promise<void> {
  for (const { subjectId, state, sentAt } of letters) {
    if (state !== 'sent' && state !== 'failed') continue;
    const before = await lockInvitation(tx, subjectId);
    if (!before || before.state === 'answered') continue;
    if (state === 'failed') {
      await settleInvitation(tx, { ...before, state: 'silent', silence: 'not-delivered' });
      continue;
    }
    if (before.state !== 'leaving' || !sentAt) continue;
    const asked = { ...before, state: 'asked' as const, askedAt: sentAt };
    await settleInvitation(tx, asked);
    await tellOfInvitation(tx, asked, sentAt);
  }
}

/** Whoever answers the letter of a question in words of their own writes in the ticket that it is about. */
export async function threadOfInvitation(
  db: Db,
  invitationId: string,
): Promise<{ sourceId: string; key: string } | null> {
  const [invitation] = await invitationsById(db, [invitationId]);
  return invitation?.subjectType === 'Ticket' && invitation.subjectId
    ? threadOfTicket(db, invitation.subjectId)
    : null;
}
