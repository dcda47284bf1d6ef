import type { Tx } from '#platform/database';
import { lockInvitation, settleInvitation } from './data/invitations.ts';
import { tellFrontDoor } from './tell-answer.ts';

const places = {
  'one-click': 'List-Unsubscribe (RFC 8058)',
  page: 'Survey page',
  typed: 'Typed back',
};

/** A customer wants no more surveys: a line in the ledger of consent, for good, with how it was said. Saying it twice says it once. */
export async function leaveSurveys(
  tx: Tx,
  invitationId: string,
  how: keyof typeof places,
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
        place: places[how],
        reason: `Asked by ${before.via ?? 'letter'}`,
      },
    },
  });
  await settleInvitation(tx, { ...before, leftAt: now });
  return true;
}
