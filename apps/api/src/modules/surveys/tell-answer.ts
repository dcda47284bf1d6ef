import { neighbours, type Signal } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeIn } from '#modules/intake';
import type { Tx } from '#platform/database';
import type { Invitation } from './domain/invitation.ts';

/** What of an invitation the voice of customers hears: that they were asked, and what they said. */
export const answerBodyOf = (invitation: Invitation): Record<string, unknown> => ({
  instrument: invitation.instrument,
  channel: invitation.channel,
  ...(invitation.subjectType === 'Ticket' || invitation.subjectType === 'Interaction'
    ? { department: 'support' }
    : {}),
  topic: 'journey',
  askedAt: (invitation.askedAt ?? invitation.dueAt).toISOString(),
  ...(invitation.subjectType && invitation.subjectId
    ? { about: { type: invitation.subjectType, id: invitation.subjectId } }
    : {}),
  ...(invitation.value === null
    ? {}
    : { value: invitation.value, answeredAt: invitation.answeredAt?.toISOString() }),
  ...(invitation.comment ? { comment: invitation.comment } : {}),
});

/**
 * Tells the front door something of a customer, as any other system would, on the customer's own record here: so an answer to a
 * survey is an answer like those that others import, and the timeline, the journey and the memory hear of it.
 */
export async function tellFrontDoor(
  tx: Tx,
  customerId: string,
  signal: Omit<Signal, 'person'>,
): Promise<void> {
  const record = await stewardRecord(tx, customerId);
  if (!record) return;
  await takeIn(tx, subjectsOf(neighbours()), await stewardSource(tx), [
    { ...signal, person: { key: `customer:${record.customerId}` } },
  ]);
}

/** Tells of an invitation where it stands: asked, or answered. */
export const tellOfInvitation = (tx: Tx, invitation: Invitation, at: Date): Promise<void> =>
  tellFrontDoor(tx, invitation.customerId, {
    kind: 'answer',
    eventId: `survey ${invitation.id} ${invitation.state} ${at.toISOString()}`,
    subjectKey: `survey:${invitation.id}`,
    at: at.toISOString(),
    body: answerBodyOf(invitation),
  });
