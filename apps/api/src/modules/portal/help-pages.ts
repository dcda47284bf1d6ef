import { type HelpArticle, readMarkup, shownMarkup } from '#modules/content';
import { ourAddress } from '#modules/house';
import { html, type Markup, type PublicLanguage, type PublicPage, publicLanguages } from '#platform/http';
import { portalWords } from './domain/portal-words.ts';
import { framed, notice, type Standing } from './page-frame.ts';

/** An article among others: what it is called and how it begins. */
export type Listed = Pick<HelpArticle, 'id' | 'title' | 'body'> & Partial<Pick<HelpArticle, 'language'>>;

/** What a reader said of an article a moment ago: thanked for, or asked what was missing (the id of what they said). */
export type JustSaid = { kind: 'thanks' } | { kind: 'missed'; id: string } | null;

const searchForm = (language: PublicLanguage, query = ''): Markup => {
  const words = portalWords[language];
  return html`<form class="search" method="get" action="/help" role="search"><label><span class="hidden">${words.searchLabel}</span><input type="search" name="q" value="${query}" maxlength="300" placeholder="${words.searchLabel}"></label><input type="hidden" name="lang" value="${language}"><button>${words.search}</button></form>`;
};

const standing = (language: PublicLanguage, path: string): Standing => ({
  language,
  path,
  here: 'help',
  isInside: false,
});

const indexed = (path: string, language: PublicLanguage, description: string) => ({
  description,
  canonical: `${ourAddress()}${path}?lang=${language}`,
  alternates: publicLanguages.map((one) => ({ language: one, href: `${ourAddress()}${path}?lang=${one}` })),
});

/** One line of plain text; what ends without a mark gets a dot between it and what follows. */
const plainOf = (body: string): string =>
  readMarkup(body)
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map(({ text }) => text).join(''))
    .map((line, place, lines) => (/[.?!:;,…]$/.test(line) || place === lines.length - 1 ? line : `${line} ·`))
    .join(' ');

const excerpt = (body: string, most = 180): string => {
  const text = plainOf(body);
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
};

const tiles = (language: PublicLanguage, articles: readonly Listed[]): Markup =>
  html`<ul class="tiles">${articles.map(
    ({ id, title, body, language: spoken = language }) =>
      html`<li><a href="/help/${id}?lang=${language}"${spoken === language ? null : html` lang="${spoken}"`}><strong>${title}</strong><span>${excerpt(body, 110)}</span>${
        spoken === language ? null : html`<span lang="${language}">${portalWords[language].inEnglish}</span>`
      }</a></li>`,
  )}</ul>`;

const askUs = (language: PublicLanguage): Markup => {
  const words = portalWords[language];
  return html`<div class="card ask"><p><strong>${words.notFound}</strong><br><span class="quiet">${words.askMore}</span></p><a class="button" href="/portal?lang=${language}">${words.askUs}</a></div>`;
};

/** All articles, and the search. */
export function listPage(
  language: PublicLanguage,
  articles: readonly HelpArticle[],
  isMissing = false,
): PublicPage {
  const words = portalWords[language];
  return framed(standing(language, '/help'), {
    title: words.help,
    isWide: true,
    ...(isMissing ? {} : { found: indexed('/help', language, words.howHelp) }),
    body: html`<div class="hero"><h1>${words.howHelp}</h1>${searchForm(language)}</div>${notice(isMissing ? words.noArticle : null, 'bad')}${
      articles.length > 0 ? html`<h2>${words.all}</h2>${tiles(language, articles)}` : null
    }${askUs(language)}`,
  });
}

/** What was found, the closest first, or all there is when nothing was. */
export function resultsPage(
  language: PublicLanguage,
  query: string,
  found: readonly Listed[],
  others: readonly HelpArticle[],
): PublicPage {
  const words = portalWords[language];
  return framed(standing(language, '/help'), {
    title: `${query} · ${words.help}`,
    isWide: true,
    body: html`<div class="left">${searchForm(language, query)}</div><h1>${words.results(found.length)}</h1>${
      found.length === 0
        ? html`<p>${words.nothing}</p>`
        : html`<ul class="rows">${found.map(({ id, title, body }) => html`<li><a href="/help/${id}?lang=${language}"><strong>${title}</strong><span class="quiet">${excerpt(body)}</span></a></li>`)}</ul><p><a href="/help?lang=${language}">${words.all}</a></p>`
    }${askUs(language)}${found.length === 0 && others.length > 0 ? html`<h2>${words.all}</h2>${tiles(language, others)}` : null}`,
  });
}

const feedback = (language: PublicLanguage, path: string, said: JustSaid): Markup => {
  const words = portalWords[language];
  const action = `${path}?lang=${language}`;
  if (said?.kind === 'thanks') return html`${notice(words.thanks)}`;
  if (said)
    return html`<form class="card" method="post" action="${action}"><input type="hidden" name="said" value="${said.id}"><label>${words.tellMore}<textarea name="comment" required maxlength="2000"></textarea></label><div class="actions"><button>${words.send}</button></div></form>`;
  return html`<form class="card ask" method="post" action="${action}"><p><strong id="helpful">${words.helpful}</strong></p><div class="actions" role="group" aria-labelledby="helpful"><button class="plain" name="helpful" value="yes">${words.yes}</button><button class="plain" name="helpful" value="no">${words.no}</button></div></form>`;
};

/** One article, what its reader thinks of it, and what to read next. */
export function articlePage(
  language: PublicLanguage,
  article: HelpArticle,
  related: readonly Listed[],
  said: JustSaid,
): PublicPage {
  const words = portalWords[language];
  const path = `/help/${article.id}`;
  const isForeign = article.language !== language;
  return framed(standing(language, path), {
    title: article.title,
    isWide: true,
    found: indexed(path, language, excerpt(article.body)),
    body: html`<a class="back" href="/help?lang=${language}">← ${words.articles}</a><article class="card article"${isForeign ? html` lang="${article.language}"` : null}><h1>${article.title}</h1>${
      isForeign ? html`<p class="quiet" lang="${language}">${words.inEnglish}</p>` : null
    }${shownMarkup(article.body)}</article>${feedback(language, path, said)}${
      related.length > 0 ? html`<h2>${words.related}</h2>${tiles(language, related)}` : null
    }${askUs(language)}`,
  });
}
