import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit, usersById } from '#modules/access';
import type { Tx } from '#platform/database';
import { putSurvey, surveysById } from './data/surveys.ts';
import { type Survey, type SurveyRefusal, surveyWish } from './domain/survey.ts';

const noSuch: SurveyRefusal = { code: 'NOT_FOUND', message: 'There is no such survey.', field: 'id' };

const wrong: Record<string, string> = {
  name: 'A survey needs a name, at most 120 characters.',
  wording: 'A question has at most 300 characters.',
  delayMinutes: 'A survey waits at most 30 days.',
  restDays: 'People rest for at most 365 days.',
};

/** Keeps a survey: a new one, or another state of the one with this id. It asks about what happens from now on, never about what was before. */
export async function saveSurvey(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
  now: Date,
): Promise<Result<Survey, SurveyRefusal>> {
  const read = surveyWish.safeParse(wish);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = String(issue?.path[0] ?? 'name');
    const message = issue?.code === 'custom' ? issue.message : wrong[field];
    return refuse({ code: 'BAD_SURVEY', message: message ?? 'This is not a value for it.', field });
  }
  const [before] = id ? (isId(id) ? await surveysById(tx, [id]) : [null]) : [undefined];
  if (before === null) return refuse(noSuch);
  const { isActive, ...said } = read.data;
  if (said.lowOwnerId && !(await usersById(tx, [said.lowOwnerId]))[0])
    return refuse({ code: 'BAD_SURVEY', message: 'There is no such colleague.', field: 'lowOwnerId' });
  const survey: Survey = {
    ...said,
    id: before?.id ?? newId(),
    activeSince: isActive ? (before?.activeSince ?? now) : null,
    removedAt: null,
  };
  await putSurvey(tx, survey);
  await recordAudit(tx, actor, {
    action: 'save-survey',
    subjectType: 'Survey',
    subjectId: survey.id,
    details: { ...read.data },
  });
  return accept(survey);
}

/** Takes a survey away, or (`null`) puts it back. What was asked and answered stays. */
export async function removeSurvey(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Date | null,
): Promise<Result<Survey, SurveyRefusal>> {
  const [before] = isId(id) ? await surveysById(tx, [id]) : [null];
  if (!before) return refuse(noSuch);
  const survey = { ...before, removedAt: at };
  await putSurvey(tx, survey);
  await recordAudit(tx, actor, {
    action: at ? 'remove-survey' : 'restore-survey',
    subjectType: 'Survey',
    subjectId: id,
  });
  return accept(survey);
}
