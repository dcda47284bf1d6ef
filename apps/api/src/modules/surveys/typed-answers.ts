import { newId } from '#kernel/id';
import { interactionByKey } from '#modules/activity';
import { consentState } from '#modules/consent';
import { customersById } from '#modules/customers';
import type { CallInHand, SpokenToCaller, TypedAnswers } from '#modules/house';
import { newestLetterTo } from '#modules/outbox';
import type { Tx } from '#platform/database';
import { answerInvitation } from './answer-invitation.ts';
import { addInvitations, invitationByEvent, lastAskedAt, lockInvitation } from './data/invitations.ts';
import { allSurveys } from './data/surveys.ts';
import { type Invitation, isAnswerable, plannedInvitation, silenceOf } from './domain/invitation.ts';
import { questionToCaller, thanksToCaller } from './domain/spoken-survey.ts';
import { asksAbout, type Survey, scaleOf } from './domain/survey.ts';
import { readTypedAnswer } from './domain/typed-answer.ts';
import { leaveSurveys } from './leave-surveys.ts';
import { tellOfInvitation } from './tell-answer.ts';

/** After so long a number that somebody types is about something else. */
const typedWithinMs = 7 * 86_400_000;

/** The survey that asks at the end of calls; the longest active of several. */
const surveyOfCalls = (surveys: readonly Survey[], now: Date): Survey | null =>
  surveys
    .filter((one) => one.occasion === 'call-ended' && asksAbout(one, now))
    .sort((a, b) => a.activeSince!.getTime() - b.activeSince!.getTime() || (a.id < b.id ? -1 : 1))[0] ?? null;

/** The question to somebody on the line, written down once for each call; `null` when no survey asks at the end of calls. */
async function questionOfCall(
  tx: Tx,
  { sourceId, callKey }: CallInHand,
  now: Date,
  hasAnswered: boolean,
): Promise<Invitation | null> {
  const call = await interactionByKey(tx, sourceId, callKey);
  if (!call?.sourceRecordId || !call.customerId) return null;
  const eventKey = `${call.sourceRecordId} asked ${callKey}`;
  const before = await invitationByEvent(tx, eventKey);
  if (before) return lockInvitation(tx, before.id);
  const survey = surveyOfCalls(await allSurveys(tx), now);
  const [customer] = await customersById(tx, [call.customerId]);
  if (!survey || !customer) return null;
  const planned = plannedInvitation(
    survey,
    {
      eventKey,
      customerId: call.customerId,
      sourceRecordId: call.sourceRecordId,
      subjectType: 'Interaction',
      subjectId: call.id,
      channel: 'phone',
      happenedAt: now,
    },
    { id: newId(), language: customer.language },
  );
  // Whoever has pressed a key was asked by their own machine already: what they said counts.
  const silence = hasAnswered
    ? null
    : silenceOf(
        {
          consent: await consentState(tx, planned.customerId, 'survey', 'phone'),
          needsConsent: survey.needsConsent,
          lastAskedAt: await lastAskedAt(tx, planned.customerId, planned.id),
          restDays: survey.restDays,
          reach: 'open',
          isStillOver: true,
          isTheirs: true,
        },
        now,
      );
  const invitation: Invitation = silence
    ? { ...planned, state: 'silent', silence }
    : { ...planned, state: 'asked', via: 'phone', askedAt: now, dueAt: now };
  await addInvitations(tx, [invitation]);
  if (!silence) await tellOfInvitation(tx, invitation, now);
  return invitation;
}

async function askOnCall(tx: Tx, call: CallInHand, now: Date): Promise<SpokenToCaller | null> {
  const invitation = await questionOfCall(tx, call, now, false);
  return invitation?.state === 'asked' ? questionToCaller(invitation, false) : null;
}

/** Hears what customers type back by SMS or messenger, and press on the telephone. */
export const typedAnswers: TypedAnswers = {
  async hear(tx, { way, address, text, at }) {
    const letter = await newestLetterTo(tx, way, address);
    // Only when the last thing we wrote was the question: after a reply of ours a “5” answers that.
    if (letter?.subjectType !== 'SurveyInvitation') return null;
    if (at.getTime() - letter.createdAt.getTime() > typedWithinMs) return null;
    const invitation = await lockInvitation(tx, letter.subjectId);
    if (!invitation || !isAnswerable(invitation, at)) return null;
    const typed = readTypedAnswer(text, invitation);
    if (!typed) return null;
    if (typed.kind === 'leave') await leaveSurveys(tx, invitation.id, 'typed', at);
    else {
      const outcome = await answerInvitation(tx, invitation.id, typed, at);
      if (!outcome.ok) return null;
    }
    return { customerId: invitation.customerId };
  },
  askOnCall,
  async hearKeys(tx, call, keys, isAgain, now) {
    const invitation = await questionOfCall(tx, call, now, true);
    if (!invitation || (invitation.state !== 'asked' && invitation.state !== 'answered')) return null;
    const value = /^\d{1,2}$/.test(keys) ? Number(keys) : -1;
    const [least, most] = scaleOf(invitation.instrument);
    if (value < least || value > most)
      return isAgain ? thanksToCaller(invitation) : questionToCaller(invitation, true);
    await answerInvitation(tx, invitation.id, { value, comment: null }, now);
    return thanksToCaller(invitation);
  },
};
