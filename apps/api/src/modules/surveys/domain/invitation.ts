import type { ConsentState } from '#modules/consent';
import type { Survey, SurveyInstrument, SurveyLanguage, SurveyLook } from './survey.ts';
import { surveyLanguageOf } from './survey-words.ts';

/** Why somebody was not asked. */
export const silences = [
  'asked-lately',
  'said-no',
  'not-agreed',
  'no-address',
  'no-way',
  'reopened',
  'somebody-elses',
  'not-delivered',
] as const;
export type Silence = (typeof silences)[number];

/** Where an invitation stands: it waits for its time, is on its way, was delivered, was answered, or nobody is asked. */
export const invitationStates = ['waiting', 'leaving', 'asked', 'answered', 'silent'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** One question to one customer about one thing that happened. */
export interface Invitation {
  id: string;
  surveyId: string;
  /** What happened, once and for all: it is asked about once. */
  eventKey: string;
  customerId: string;
  sourceRecordId: string;
  /** What it is about, when it is about something: GraphQL type name and id. */
  subjectType: string | null;
  subjectId: string | null;
  /** The channel of the contact. */
  channel: string;
  instrument: SurveyInstrument;
  look: SurveyLook;
  asksWhy: boolean;
  question: string | null;
  language: SurveyLanguage;
  happenedAt: Date;
  dueAt: Date;
  state: InvitationState;
  silence: Silence | null;
  /** The way the question went: `email`, `chat`, `sms`, `phone`. */
  via: string | null;
  tokenHash: string | null;
  askedAt: Date | null;
  answeredAt: Date | null;
  value: number | null;
  comment: string | null;
  /** What a low answer opened. */
  openedType: string | null;
  openedId: string | null;
  leftAt: Date | null;
}

/** What is known of a customer when the time has come to ask. */
export interface Askable {
  consent: ConsentState;
  needsConsent: boolean;
  /** When they were last asked anything, by whomever. */
  lastAskedAt: Date | null;
  restDays: number;
  /** Whether there is an address, and a channel of ours that leads there now. */
  reach: 'open' | 'no-address' | 'no-way';
  /** Whether what it asks about is still over, and still theirs. */
  isStillOver: boolean;
  isTheirs: boolean;
}

const dayMs = 86_400_000;

/** Why somebody is not asked now; `null` when they may be. */
export function silenceOf(known: Askable, now: Date): Silence | null {
  if (!known.isTheirs) return 'somebody-elses';
  if (!known.isStillOver) return 'reopened';
  if (known.consent === 'withdrawn') return 'said-no';
  if (known.needsConsent && known.consent !== 'granted') return 'not-agreed';
  if (known.reach !== 'open') return known.reach;
  const rests =
    known.lastAskedAt !== null && now.getTime() - known.lastAskedAt.getTime() < known.restDays * dayMs;
  return rests ? 'asked-lately' : null;
}

/** For how long an invitation can be answered. */
export const answerableDays = 60;

/** Whether an invitation can be answered now; an answer may be changed as long. */
export const isAnswerable = ({ state, askedAt, dueAt }: Invitation, now: Date): boolean =>
  (state === 'leaving' || state === 'asked' || state === 'answered') &&
  now.getTime() - (askedAt ?? dueAt).getTime() < answerableDays * dayMs;

/** A question as it is planned: nobody has been asked yet. */
export function plannedInvitation(
  survey: Survey,
  happened: Pick<
    Invitation,
    'eventKey' | 'customerId' | 'sourceRecordId' | 'subjectType' | 'subjectId' | 'channel' | 'happenedAt'
  >,
  { id, language }: { id: string; language: string | null | undefined },
): Invitation {
  const spoken = surveyLanguageOf(language);
  return {
    ...happened,
    id,
    surveyId: survey.id,
    instrument: survey.instrument,
    look: survey.look,
    asksWhy: survey.asksWhy,
    question: survey.wording[spoken] ?? null,
    language: spoken,
    dueAt: new Date(happened.happenedAt.getTime() + survey.delayMinutes * 60_000),
    state: 'waiting',
    silence: null,
    via: null,
    tokenHash: null,
    askedAt: null,
    answeredAt: null,
    value: null,
    comment: null,
    openedType: null,
    openedId: null,
    leftAt: null,
  };
}
