import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerHeardOf, mayAskHeardOf, readHeardOfForm } from '#modules/reviews';
import type { Database } from '#platform/database';
import {
  type Asked,
  BodyRefusal,
  publicLanguage,
  type Route,
  readForm,
  sendPublicPage,
} from '#platform/http';
import { answerInvitation } from './answer-invitation.ts';
import { hashOfSecret } from './ask-customers.ts';
import { invitationByToken } from './data/invitations.ts';
import { surveysById } from './data/surveys.ts';
import { type Invitation, isAnswerable } from './domain/invitation.ts';
import { choicesOf } from './domain/survey.ts';
import { leaveSurveys } from './leave-surveys.ts';
import { gonePage, leavePage, questionPage, thanksPage } from './survey-pages.ts';

const pathOf = /^\/s\/([A-Za-z0-9_-]{43})(?:\/(leave|heard))?$/;

/**
 * `GET /s/<secret>` shows a question, `POST` takes the answer; `GET /s/<secret>/leave` asks whether somebody wants no more of them and
 * `POST` writes it down, from that page or (RFC 8058) from a mail program; `POST /s/<secret>/heard` takes how they heard of us. Nothing that is only looked at changes anything.
 */
export function surveyRoutes(database: Database): Route[] {
  const answer =
    (post: boolean) =>
    async (request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<void> => {
      const [, secret, what] = pathOf.exec(asked.path) ?? [];
      const leave = what === 'leave';
      const invitation = secret ? await invitationByToken(database, hashOfSecret(secret)) : null;
      if (!secret || !invitation || (!leave && !isAnswerable(invitation, new Date()))) {
        const known = invitation?.language;
        return sendPublicPage(
          response,
          404,
          gonePage(publicLanguage(known, request.headers['accept-language'])),
        );
      }
      const paths = { path: `/s/${secret}`, leavePath: `/s/${secret}/leave` };
      if (!post)
        return sendPublicPage(
          response,
          200,
          leave
            ? leavePage(invitation, paths.leavePath)
            : questionPage(invitation, { chosen: chosenIn(invitation, asked.search), ...paths }),
        );
      const form = await readForm(request).catch((error: unknown) => {
        if (error instanceof BodyRefusal) return null;
        throw error;
      });
      if (!form) return sendPublicPage(response, 400, gonePage(invitation.language));
      if (leave) {
        const how = form.get('by') === 'page' ? 'page' : 'one-click';
        await database.transaction((tx) => leaveSurveys(tx, invitation.id, how, new Date()));
        return sendPublicPage(
          response,
          200,
          leavePage({ ...invitation, leftAt: new Date() }, paths.leavePath),
        );
      }
      if (what === 'heard') {
        // Asked of whoever answered, and of nobody else.
        const isAsked = invitation.value !== null && (await asksHeardOf(database, invitation));
        const said = isAsked ? readHeardOfForm(form) : null;
        if (said)
          await database.transaction((tx) =>
            answerHeardOf(tx, invitation.customerId, 'survey', said, new Date()),
          );
        const told =
          isAsked && !said ? { asksHeardOf: true, isMissing: true } : { isHeard: Boolean(said?.way) };
        return sendPublicPage(
          response,
          isAsked && !said ? 422 : 200,
          thanksPage(invitation, paths.path, told),
        );
      }
      const said = form.get('value');
      const value = said === null || !/^\d{1,2}$/.test(said) ? Number.NaN : Number(said);
      const comment = form.get('comment');
      const outcome = await database.transaction((tx) =>
        answerInvitation(tx, invitation.id, { value, comment }, new Date()),
      );
      if (outcome.ok) {
        const told = { asksHeardOf: await asksHeardOf(database, outcome.value) };
        return sendPublicPage(response, 200, thanksPage(outcome.value, paths.path, told));
      }
      if (outcome.refusal.code === 'NOT_OPEN')
        return sendPublicPage(response, 404, gonePage(invitation.language));
      sendPublicPage(
        response,
        422,
        questionPage(invitation, { chosen: null, comment, isMissing: true, ...paths }),
      );
    };
  return [
    { method: 'GET', path: '/s/*', answer: answer(false) },
    { method: 'POST', path: '/s/*', answer: answer(true) },
  ];
}

/** Whether this survey asks this customer how they heard of us. */
async function asksHeardOf(database: Database, { surveyId, customerId }: Invitation): Promise<boolean> {
  const [survey] = await surveysById(database, [surveyId]);
  return survey?.asksHeardOf === true && (await mayAskHeardOf(database, customerId));
}

/** The answer that a link names, when it is one; it is filled in and not counted. */
function chosenIn(invitation: Invitation, search: string): number | null {
  const named = new URLSearchParams(search).get('v');
  const value = named === null ? Number.NaN : Number(named);
  return choicesOf(invitation).includes(value) ? value : null;
}
