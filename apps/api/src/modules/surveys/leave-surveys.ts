import type { Tx } from '#platform/database';
import { lockInvitation, settleInvitation } from './data/invitations.ts';
import { tellFrontDoor } from './tell-answer.ts';

/** A customer wants no more surveys: a line in the ledger of consent, for good, with how it was said. Saying it twice says it once. */
export async function leaveSurveys(
  tx: Tx,
  invitationId: string,
  how: 'one-click' | 'page',
  now: Date,
): Promise<boolean> {
  const before = await lockInvitation(tx, invitationId);
  if (!before) return false;
  if (before.leftAt) return true;
  await tellFrontDoor(tx, before.customerId, {
    kind: 'consent',
    eventId: `survey leave ${before.id}`,
    subjectKey: `survey-leave:${before.id}`,
    at: now.toISOString(),
    body: {
      purpose: 'survey',
      channel: 'any',
      state: 'withdrawn',
      evidence: {
        place: how === 'one-click' ? 'List-Unsubscribe (RFC 8058)' : 'Survey page',
        reason: `Asked by ${before.via ?? 'letter'}`,
      },
    },
  });
  await settleInvitation(tx, { ...before, leftAt: now });
  return true;
}
