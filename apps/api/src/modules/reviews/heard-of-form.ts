import { heardWays } from '#modules/voice';
import { html, type Markup, type PublicLanguage } from '#platform/http';
import type { HeardOfAnswer } from './ask-heard-of.ts';
import { heardOfWords } from './domain/heard-of-words.ts';

/** The question how somebody heard of us as a card of a page for customers: answered or passed over with one press. */
export function heardOfForm(
  language: PublicLanguage,
  action: string,
  told: { isMissing?: boolean } = {},
): Markup {
  const words = heardOfWords[language];
  return html`<form class="card" method="post" action="${action}" novalidate><fieldset><legend>${words.ask}</legend><p class="quiet">${words.hint}</p>${
    told.isMissing ? html`<p class="notice bad" role="alert">${words.missing}</p>` : null
  }<div class="choices">${heardWays.map(
    (way) => html`<label><input type="radio" name="way" value="${way}"> ${words.ways[way]}</label>`,
  )}</div></fieldset><p><label>${words.words}<input type="text" name="words" maxlength="500" autocomplete="off"></label></p><div class="actions"><button name="do" value="say">${words.send}</button><button class="plain" name="do" value="skip">${words.skip}</button></div></form>`;
}

/** What such a form says: an answer, that somebody would rather not say, or (nothing) neither. */
export function readHeardOfForm(form: URLSearchParams | null): HeardOfAnswer | null {
  if (form?.get('do') === 'skip') return { way: null };
  const way = heardWays.find((one) => one === form?.get('way'));
  return way ? { way, words: form?.get('words') } : null;
}
