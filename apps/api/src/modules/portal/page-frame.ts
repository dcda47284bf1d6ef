import { ourName } from '#modules/house';
import { html, type Markup, type PublicLanguage, type PublicPage, publicLanguages } from '#platform/http';
import { portalWords } from './domain/portal-words.ts';

const languageNames: Record<PublicLanguage, string> = {
  en: 'English',
  it: 'Italiano',
  fr: 'Français',
  ro: 'Română',
};

/** Where a page stands among the pages for customers. */
export interface Standing {
  language: PublicLanguage;
  /** Its own address, for the same in another language. */
  path: string;
  here: 'help' | 'tickets' | 'preferences' | null;
  /** Whether a customer is in: then the way to all that is theirs is shown, and the way out. */
  isInside: boolean;
}

/** The line above every page for customers: whose pages these are, and where one can go. */
function topOf({ language, here, isInside }: Standing): Markup {
  const words = portalWords[language];
  const way = (where: Standing['here'], path: string, name: string) =>
    html`<a href="${path}?lang=${language}"${where === here ? html` aria-current="page"` : null}>${name}</a>`;
  return html`<a class="skip" href="#main">${words.skip}</a><header class="top"><div><a class="name" href="/help?lang=${language}">${ourName()}</a><nav aria-label="${ourName()}">${way(
    'help',
    '/help',
    words.help,
  )}${way('tickets', isInside ? '/portal/tickets' : '/portal', words.mine)}${
    isInside
      ? html`${way('preferences', '/portal/preferences', words.preferences)}<form method="post" action="/portal/leave"><button>${words.leave}</button></form>`
      : null
  }</nav></div></header>`;
}

/** A page for customers in its frame: above it the ways, below it the languages. */
export const framed = (standing: Standing, page: Omit<PublicPage, 'language' | 'top'>): PublicPage => ({
  ...page,
  language: standing.language,
  top: topOf(standing),
  body: html`${page.body}<footer>${publicLanguages.map(
    (one) =>
      html`<a href="${standing.path}?lang=${one}" hreflang="${one}" lang="${one}"${one === standing.language ? html` aria-current="true"` : null}>${languageNames[one]}</a>`,
  )}</footer>`,
});

/** Something that is told above what was asked for. */
export const notice = (
  text: string | null | undefined | false,
  tone: 'good' | 'bad' = 'good',
): Markup | null =>
  text ? html`<p class="notice ${tone}" role="${tone === 'bad' ? 'alert' : 'status'}">${text}</p>` : null;
