/**
 * Surveys: what we ask customers by ourselves, after what, and how: never too often, never against their will. What they answer is told to the
 * front door like any other answer; here it is known whom we asked and why others were not.
 */
import type { Manifest } from '#modules/house';
import { askCustomersJob } from './ask-customers.ts';
import { InvitationEntity } from './data/invitation.entity.ts';
import { SurveyEntity } from './data/survey.entity.ts';
import { surveysById } from './data/surveys.ts';
import { SurveyResolver } from './graph/survey.resolver.ts';
import { TicketSurveyResolver } from './graph/ticket-survey.resolver.ts';
import { hearOfLetters, threadOfInvitation } from './hear-of-letters.ts';
import { typedAnswers } from './typed-answers.ts';

export { answerInvitation } from './answer-invitation.ts';
export { askCustomers } from './ask-customers.ts';
export { leaveSurveys } from './leave-surveys.ts';
export { noticeOccasions } from './notice-occasions.ts';
export { saveSurvey } from './save-survey.ts';
export { questionsById, type ShownQuestion, shownQuestion } from './show-question.ts';
export { surveyRoutes } from './survey-routes.ts';

export const surveys: Manifest = {
  name: 'surveys',
  entities: [SurveyEntity, InvitationEntity],
  resolvers: [SurveyResolver, TicketSurveyResolver],
  nodes: [{ typeName: 'Survey', batch: surveysById }],
  follows: ['survey_invitation'],
  jobs: [askCustomersJob],
  typedAnswers,
  letters: { subjectType: 'SurveyInvitation', moved: hearOfLetters, threadOf: threadOfInvitation },
};
