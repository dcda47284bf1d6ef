import type { VariablesOf } from '#lib/graphql/graphql.ts';
import type { SurveyShown, saveSurvey } from './surveys.documents.ts';

/** A survey while it is written. */
export type SurveyDraft = VariablesOf<typeof saveSurvey>['input'];

/** The languages of the house, and the word for each. */
export const surveyLanguages = [
  ['en', 'surveys.english'],
  ['it', 'surveys.italian'],
  ['fr', 'surveys.french'],
  ['ro', 'surveys.romanian'],
] as const;

/** The channels of which surveys may speak. */
export const surveyChannels = ['email', 'chat', 'phone', 'sms', 'whatsapp', 'messenger', 'web'] as const;

/** The answers of an instrument, lowest to highest. */
export const scales = { CSAT: [1, 5], CES: [1, 7], NPS: [0, 10] } as const;

/** The units in which people say a delay, and their minutes. */
export const delayUnits = [
  ['minutes', 1],
  ['hours', 60],
  ['days', 1_440],
] as const;

/** The largest unit that says a delay in whole numbers. */
export const unitOf = (minutes: number) =>
  [...delayUnits].reverse().find(([, size]) => minutes >= size && minutes % size === 0) ?? delayUnits[0];

/** What a new survey begins with: the question that most desks ask, switched on. */
export const newSurvey = (name: string): SurveyDraft => ({
  name,
  occasion: 'TICKET_SOLVED',
  stage: null,
  channel: null,
  instrument: 'CSAT',
  look: 'NUMBERS',
  asksWhy: true,
  asksHeardOf: false,
  delayMinutes: 60,
  wording: [],
  restDays: 30,
  needsConsent: false,
  lowAtMost: 2,
  lowMove: 'TASK',
  lowOwnerId: null,
  isActive: true,
});

/** A survey as it stands, ready to be changed. */
export const draftOf = (survey: SurveyShown): SurveyDraft => ({
  id: survey.id,
  name: survey.name,
  occasion: survey.occasion,
  stage: survey.stage,
  channel: survey.channel,
  instrument: survey.instrument,
  look: survey.look,
  asksWhy: survey.asksWhy,
  asksHeardOf: survey.asksHeardOf,
  delayMinutes: survey.delayMinutes,
  wording: survey.wording.map(({ language, question }) => ({ language, question })),
  restDays: survey.restDays,
  needsConsent: survey.needsConsent,
  lowAtMost: survey.lowAtMost,
  lowMove: survey.lowMove,
  lowOwnerId: survey.lowOwner?.id ?? null,
  isActive: survey.activeSince !== null,
});

/** The draft after one part of it was changed: what no longer fits the rest goes with it. */
export function changeDraft(draft: SurveyDraft, part: Partial<SurveyDraft>): SurveyDraft {
  const next = { ...draft, ...part };
  if (next.occasion === 'STAGE_ENTERED') next.stage ??= 'use';
  else next.stage = null;
  if (next.occasion !== 'TICKET_SOLVED') next.channel = null;
  if (next.occasion === 'CALL_ENDED') {
    // Somebody on the line hears the question now and has keys, nothing to write with.
    next.delayMinutes = 0;
    next.look = 'NUMBERS';
    next.asksWhy = false;
    next.asksHeardOf = false;
  }
  if (next.instrument !== 'CSAT') next.look = 'NUMBERS';
  const [least, most] = scales[next.instrument];
  if (next.lowMove !== 'NOTHING')
    next.lowAtMost = Math.min(Math.max(next.lowAtMost ?? least, least), most - 1);
  return next;
}
