import { ourName } from '#modules/house';
import { heardOfForm, heardOfWords } from '#modules/reviews';
import {
  html,
  type Inside,
  type Markup,
  type PublicLanguage,
  type PublicPage,
  topWithName,
} from '#platform/http';
import type { Invitation } from './domain/invitation.ts';
import { choicesOf } from './domain/survey.ts';
import { choiceWord, questionOf } from './domain/survey-letter.ts';
import { surveyWords } from './domain/survey-words.ts';

/** A face whose mouth says how it was; drawn, because not every machine has the same pictures in its letters. */
const face = (value: number): Markup => {
  const bend = 21 + (value - 3) * 3;
  return html`<svg viewBox="0 0 32 32" width="30" height="30" fill="none" aria-hidden="true" focusable="false" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"><circle cx="16" cy="16" r="13"/><path d="M11 12.5v.5M21 12.5v.5M10.5 21Q16 ${bend + (value - 3) * 1.5} 21.5 21"/></svg>`;
};
const thumb = (up: boolean): Markup =>
  html`<svg viewBox="0 0 32 32" width="30" height="30" fill="none" aria-hidden="true" focusable="false" stroke="currentColor" stroke-width="2.2" stroke-linejoin="round"${up ? null : html` transform="rotate(180)"`}><path d="M5 14h5v13H5zM10 15l5-11c3 0 4 2 3.4 5L17.5 13H26c1.600 0 2.500 1.400 2.200 3l-1.800 8.500c-.3 1.500-1.400 2.500-2.900 2.500H10"/></svg>`;
const shownChoice = ({ look }: Invitation, value: number): Inside =>
  look === 'faces' ? face(value) : look === 'thumbs' ? thumb(value !== 1) : String(value);

function scale(invitation: Invitation, chosen: number | null): Markup {
  const words = surveyWords[invitation.language];
  const choices = choicesOf(invitation);
  const [low, high] = words.ends[invitation.instrument];
  const look = invitation.look === 'numbers' ? (choices.length > 7 ? 'many' : '') : invitation.look;
  return html`<fieldset><legend>${questionOf(invitation)}</legend><div class="scale ${look}">${choices.map(
    (value) =>
      html`<label><input type="radio" name="value" value="${value}" required${value === chosen ? html` checked` : null} aria-label="${choiceWord(invitation, value)}"><span aria-hidden="true">${shownChoice(invitation, value)}</span></label>`,
  )}</div>${invitation.look === 'numbers' ? html`<p class="ends"><span>${low}</span><span>${high}</span></p>` : null}</fieldset>`;
}

/** The question, with the answer of the link that was followed filled in; nothing counts before it is sent. */
export function questionPage(
  invitation: Invitation,
  shown: {
    chosen: number | null;
    comment?: string | null;
    isMissing?: boolean;
    path: string;
    leavePath: string;
  },
): PublicPage {
  const words = surveyWords[invitation.language];
  const chosen = shown.chosen ?? invitation.value;
  return {
    language: invitation.language,
    top: topWithName(ourName()),
    title: words.subject,
    body: html`<form class="card" method="post" action="${shown.path}"><h1>${words.subject}</h1>${
      shown.isMissing ? html`<p class="notice bad" role="alert">${words.missing}</p>` : null
    }${scale(invitation, chosen)}${
      invitation.asksWhy
        ? html`<fieldset><label for="why">${words.why}</label> <span class="quiet" id="hint">${words.whyHint}</span><textarea id="why" name="comment" maxlength="4000" aria-describedby="hint">${shown.comment ?? invitation.comment ?? ''}</textarea></fieldset>`
        : null
    }<div class="actions"><button>${invitation.value === null ? words.send : words.change}</button></div><p class="quiet">${words.notYet}</p></form><footer><a href="${shown.leavePath}">${words.leaveButton}</a></footer>`,
  };
}

/** What stands there when the answer has arrived; and once, where the survey wishes it, the question how they heard of us. */
export function thanksPage(
  invitation: Invitation,
  path: string,
  told: { asksHeardOf?: boolean; isMissing?: boolean; isHeard?: boolean } = {},
): PublicPage {
  const words = surveyWords[invitation.language];
  return {
    language: invitation.language,
    top: topWithName(ourName()),
    title: words.thanks,
    body: html`<div class="card"><h1>${words.thanks}</h1><p class="notice good" role="status">${words.thanksMore}</p>${
      invitation.value === null
        ? null
        : html`<p>${words.yourAnswer(choiceWord(invitation, invitation.value))}</p>`
    }<p><a href="${path}">${words.change}</a></p></div>${
      told.asksHeardOf ? heardOfForm(invitation.language, `${path}/heard`, told) : null
    }${told.isHeard ? html`<p class="notice good" role="status">${heardOfWords[invitation.language].thanks}</p>` : null}`,
  };
}

/** Asks whether no more surveys are wished, and says that it is done. */
export function leavePage(invitation: Invitation, path: string): PublicPage {
  const words = surveyWords[invitation.language];
  return invitation.leftAt
    ? {
        language: invitation.language,
        top: topWithName(ourName()),
        title: words.left,
        body: html`<div class="card"><h1>${words.left}</h1><p class="notice good" role="status">${words.leftMore}</p></div>`,
      }
    : {
        language: invitation.language,
        top: topWithName(ourName()),
        title: words.leaveTitle,
        body: html`<form class="card" method="post" action="${path}"><h1>${words.leaveTitle}</h1><p>${words.leaveQuestion}</p><input type="hidden" name="by" value="page"><div class="actions"><button>${words.leaveButton}</button></div></form>`,
      };
}

/** There is no such question, or no longer. */
export function gonePage(language: PublicLanguage): PublicPage {
  const words = surveyWords[language];
  return {
    language,
    top: topWithName(ourName()),
    title: words.gone,
    body: html`<div class="card"><h1>${words.gone}</h1><p>${words.goneMore}</p></div>`,
  };
}
