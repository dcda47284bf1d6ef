import { accept, type Result, refuse } from '#kernel/result';
import { systemActor, usersById } from '#modules/access';
import { customersById } from '#modules/customers';
import { openTicket, ticketsById } from '#modules/support';
import type { Tx } from '#platform/database';
import { lockInvitation, settleInvitation } from './data/invitations.ts';
import { surveysById } from './data/surveys.ts';
import { type Invitation, isAnswerable } from './domain/invitation.ts';
import { isLow, type Survey, scaleOf } from './domain/survey.ts';
import { tellFrontDoor, tellOfInvitation } from './tell-answer.ts';

/** Why an answer is not taken. */
export interface AnswerRefusal {
  code: 'NOT_OPEN' | 'NOT_A_CHOICE';
  message: string;
  field: string | null;
}

/**
 * Takes a customer's answer, and another one while the question is open. It reaches the voice of customers through the front door; a
 * low one opens what its survey says, once.
 */
export async function answerInvitation(
  tx: Tx,
  id: string,
  said: { value: number; comment: string | null },
  now: Date,
): Promise<Result<Invitation, AnswerRefusal>> {
  const before = await lockInvitation(tx, id);
  if (!before || !isAnswerable(before, now))
    return refuse({ code: 'NOT_OPEN', message: 'This question is no longer open.', field: null });
  const [least, most] = scaleOf(before.instrument);
  // Whoever was shown two thumbs and types a number of the scale has answered all the same.
  if (!Number.isInteger(said.value) || said.value < least || said.value > most)
    return refuse({ code: 'NOT_A_CHOICE', message: 'This is not one of the answers.', field: 'value' });
  const comment = said.comment?.trim().slice(0, 4_000) || null;
  if (before.value === said.value && (comment === null || comment === before.comment)) return accept(before);
  const answered: Invitation = {
    ...before,
    state: 'answered',
    askedAt: before.askedAt ?? before.dueAt,
    answeredAt: now,
    value: said.value,
    comment: comment ?? before.comment,
  };
  await tellOfInvitation(tx, answered, now);
  const [survey] = await surveysById(tx, [before.surveyId]);
  const opened =
    survey && !before.openedType && isLow(survey, said.value) ? await openFor(tx, survey, answered, now) : {};
  const after = { ...answered, ...opened };
  await settleInvitation(tx, after);
  return accept(after);
}

/** Opens what a low answer asks for, with an owner: nobody's answer lies unread. */
async function openFor(
  tx: Tx,
  survey: Survey,
  invitation: Invitation,
  now: Date,
): Promise<Partial<Invitation>> {
  const [customer] = await customersById(tx, [invitation.customerId]);
  const [ticket] =
    invitation.subjectType === 'Ticket' && invitation.subjectId
      ? await ticketsById(tx, [invitation.subjectId])
      : [null];
  const [named] = survey.lowOwnerId ? await usersById(tx, [survey.lowOwnerId]) : [null];
  const ownerId = named?.id ?? ticket?.assigneeId ?? null;
  const ownerName = named?.name ?? ticket?.assigneeName ?? null;
  const [, most] = scaleOf(invitation.instrument);
  const title = `${invitation.value} of ${most}: ${ticket?.subject ?? survey.name}`;
  const detail = [`${customer?.displayName ?? '…'} · ${survey.name}`, invitation.comment]
    .filter(Boolean)
    .join('\n\n');
  if (survey.lowMove === 'ticket') {
    const outcome = await openTicket(
      tx,
      systemActor(),
      {
        customerId: invitation.customerId,
        subject: title,
        description: detail,
        channel: invitation.channel,
        change: { addTags: ['low-answer'], ...(ownerId ? { assigneeId: ownerId } : {}) },
      },
      now,
    );
    return outcome.ok ? { openedType: 'Ticket', openedId: outcome.value.id } : {};
  }
  await tellFrontDoor(tx, invitation.customerId, {
    kind: 'task',
    eventId: `low answer ${invitation.id}`,
    subjectKey: `low-answer:${invitation.id}`,
    at: now.toISOString(),
    body: {
      title,
      detail,
      dueOn: now.toISOString().slice(0, 10),
      createdAt: now.toISOString(),
      ...(ownerName ? { assigneeName: ownerName } : {}),
    },
  });
  return { openedType: 'Task', openedId: null };
}
