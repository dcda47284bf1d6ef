import type { Db } from '#platform/database';
import { invitationsById } from './data/invitations.ts';
import { type Invitation, isAnswerable } from './domain/invitation.ts';
import { choicesOf, type SurveyLook } from './domain/survey.ts';
import { choiceWord, questionOf } from './domain/survey-letter.ts';
import { surveyWords } from './domain/survey-words.ts';

/** A question as a window of ours draws it. */
export interface ShownQuestion {
  question: string;
  look: SurveyLook;
  choices: { value: number; word: string }[];
  /** What the two ends of the scale mean. */
  ends: [low: string, high: string];
  asksWhy: boolean;
  value: number | null;
  comment: string | null;
  isOpen: boolean;
}

/** A question with the answer it has, as a window draws it. */
export const shownQuestion = (invitation: Invitation, now: Date): ShownQuestion => ({
  question: questionOf(invitation),
  look: invitation.look,
  choices: choicesOf(invitation).map((value) => ({ value, word: choiceWord(invitation, value) })),
  ends: surveyWords[invitation.language].ends[invitation.instrument],
  asksWhy: invitation.asksWhy,
  value: invitation.value,
  comment: invitation.comment,
  isOpen: isAnswerable(invitation, now),
});

/** Questions by the id of their invitation, in the order asked. */
export const questionsById = async (
  db: Db,
  ids: readonly string[],
  now: Date,
): Promise<(ShownQuestion | null)[]> =>
  ids.length === 0
    ? []
    : (await invitationsById(db, ids)).map((invitation) => invitation && shownQuestion(invitation, now));
