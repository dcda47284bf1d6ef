import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeAllowance } from '#kernel/allowance';
import { isId } from '#kernel/id';
import {
  type HelpArticle,
  publishedArticle,
  publishedArticles,
  readMarkup,
  type Span,
} from '#modules/content';
import { neighbours, ourAddress, word } from '#modules/house';
import type { Database } from '#platform/database';
import {
  BodyRefusal,
  html,
  type Markup,
  type PublicLanguage,
  type PublicPage,
  publicLanguage,
  publicLanguages,
  type Route,
  readForm,
  sendPublicPage,
} from '#platform/http';
import { countSearch, insertFeedback } from './data/help.ts';
import { countedWords } from './domain/portal.ts';
import { portalWords } from './domain/portal-words.ts';

/** An answer that is less close than this is none; the same as for the bot. */
const leastCloseness = 0.4;

const languageNames: Record<PublicLanguage, string> = {
  en: 'English',
  it: 'Italiano',
  fr: 'Français',
  ro: 'Română',
};

/** `/help`: what everybody may read, found as the bot finds it, in the reader's language; what they look for in vain is counted. */
export function helpRoutes(database: Database, now: () => Date = () => new Date()): Route[] {
  const maySay = makeAllowance(20, 60_000);
  const languageOf = (request: IncomingMessage, search: string) =>
    publicLanguage(new URLSearchParams(search).get('lang'), request.headers['accept-language']);
  const form = (request: IncomingMessage) =>
    readForm(request).catch((error: unknown) => {
      if (error instanceof BodyRefusal) return null;
      throw error;
    });
  const send = (response: ServerResponse, page: PublicPage, status = 200) => {
    response.setHeader('vary', 'Accept-Language');
    sendPublicPage(response, status, page);
  };
  return [
    {
      method: 'GET',
      path: '/help',
      answer: async (request, response, { search }) => {
        const language = languageOf(request, search);
        const query = (new URLSearchParams(search).get('q') ?? '').trim().slice(0, 300);
        if (!query)
          return send(response, listPage(language, await publishedArticles(database, language, 100)));
        const found = await lookUp(database, query, language);
        const words = countedWords(query);
        if (words && maySay(request.socket.remoteAddress ?? ''))
          await countSearch(database, words, language, found.length, now());
        send(response, resultsPage(language, query, found));
      },
    },
    {
      method: 'GET',
      path: '/help/*',
      answer: async (request, response, { path, search }) => {
        const language = languageOf(request, search);
        const id = path.slice('/help/'.length);
        const article = isId(id) ? await publishedArticle(database, id, language) : null;
        if (!article)
          return send(
            response,
            listPage(language, await publishedArticles(database, language, 100), true),
            404,
          );
        send(response, articlePage(language, article, new URLSearchParams(search).has('thanks')));
      },
    },
    {
      method: 'POST',
      path: '/help/*',
      answer: async (request, response, { path, search }) => {
        const language = languageOf(request, search);
        const id = path.slice('/help/'.length);
        const said = await form(request);
        const helpful = said?.get('helpful');
        const article = isId(id) ? await publishedArticle(database, id, language) : null;
        if (
          article &&
          (helpful === 'yes' || helpful === 'no') &&
          maySay(request.socket.remoteAddress ?? '')
        ) {
          const comment = word(2_000).safeParse(said?.get('comment') ?? '');
          await database.transaction(async (tx) =>
            insertFeedback(tx, {
              itemId: article.id,
              language: article.language,
              isHelpful: helpful === 'yes',
              comment: comment.success ? comment.data : null,
              at: now(),
            }),
          );
        }
        response.writeHead(303, { location: `/help/${encodeURIComponent(id)}?lang=${language}&thanks` });
        response.end();
      },
    },
  ];
}

/** What published articles answer, the closest first: the same retrieval as the bot's. */
async function lookUp(database: Database, query: string, language: string) {
  const found = [];
  for (const { knowledge } of neighbours())
    if (knowledge) found.push(...(await knowledge(database, query, language, 8)));
  return found
    .filter(({ closeness }) => closeness >= leastCloseness)
    .sort((one, other) => other.closeness - one.closeness);
}

const searchForm = (language: PublicLanguage, query = ''): Markup => {
  const words = portalWords[language];
  return html`<form class="card" method="get" action="/help" role="search"><label>${words.searchLabel}<input type="search" name="q" value="${query}" maxlength="300"></label><input type="hidden" name="lang" value="${language}"><div class="actions"><button>${words.search}</button></div></form>`;
};

const footer = (language: PublicLanguage, path: string): Markup =>
  html`<footer><p><a href="/portal">${portalWords[language].mine}</a></p><p>${publicLanguages.map((one) => html`<a href="${path}?lang=${one}" hreflang="${one}" lang="${one}">${languageNames[one]}</a> `)}</p></footer>`;

const indexed = (path: string, language: PublicLanguage, description: string) => ({
  description,
  canonical: `${ourAddress()}${path}?lang=${language}`,
  alternates: publicLanguages.map((one) => ({ language: one, href: `${ourAddress()}${path}?lang=${one}` })),
});

function listPage(language: PublicLanguage, articles: readonly HelpArticle[], isMissing = false): PublicPage {
  const words = portalWords[language];
  return {
    language,
    title: words.help,
    isWide: true,
    ...(isMissing ? {} : { found: indexed('/help', language, words.searchLabel) }),
    body: html`${searchForm(language)}<div class="card"><h1>${words.all}</h1>${isMissing ? html`<p class="notice bad">${words.noArticle}</p>` : null}${articles.map(
      ({ id, title, language: spoken }) =>
        html`<p><a href="/help/${id}?lang=${language}" lang="${spoken}">${title}</a></p>`,
    )}</div>${footer(language, '/help')}`,
  };
}

function resultsPage(
  language: PublicLanguage,
  query: string,
  found: readonly { id: string; title: string; body: string }[],
): PublicPage {
  const words = portalWords[language];
  return {
    language,
    title: `${query} · ${words.help}`,
    isWide: true,
    body: html`${searchForm(language, query)}<div class="card"><h1>${words.results(found.length)}</h1>${
      found.length === 0 ? html`<p>${words.nothing} <a href="/portal">${words.mine}</a></p>` : null
    }${found.map(({ id, title, body }) => html`<h2><a href="/help/${id}?lang=${language}">${title}</a></h2><p class="quiet">${excerpt(body)}</p>`)}</div><p><a href="/help?lang=${language}">${words.all}</a></p>${footer(language, '/help')}`,
  };
}

const plainOf = (body: string): string =>
  readMarkup(body)
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.spans]))
    .map((spans) => spans.map(({ text }) => text).join(''))
    .join(' ');

const excerpt = (body: string): string => {
  const text = plainOf(body);
  return text.length <= 180 ? text : `${text.slice(0, text.lastIndexOf(' ', 180))} …`;
};

const shownSpans = (spans: readonly Span[]): Markup =>
  html`${spans.map(({ text, strong, href }) =>
    href
      ? html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`
      : strong
        ? html`<strong>${text}</strong>`
        : text,
  )}`;

function articlePage(language: PublicLanguage, article: HelpArticle, thanks: boolean): PublicPage {
  const words = portalWords[language];
  const path = `/help/${article.id}`;
  return {
    language,
    title: article.title,
    isWide: true,
    found: indexed(path, language, excerpt(article.body)),
    body: html`<p><a href="/help?lang=${language}">← ${words.help}</a></p><article class="card" lang="${article.language}"><h1>${article.title}</h1>${readMarkup(
      article.body,
    ).map((block) =>
      block.kind === 'list'
        ? html`<ul>${block.items.map((item) => html`<li>${shownSpans(item)}</li>`)}</ul>`
        : block.kind === 'heading'
          ? html`<h2>${shownSpans(block.spans)}</h2>`
          : html`<p>${shownSpans(block.spans)}</p>`,
    )}</article>${
      thanks
        ? html`<p class="notice good" role="status">${words.thanks}</p>`
        : html`<form class="card" method="post" action="${path}?lang=${language}"><fieldset><legend>${words.helpful}</legend><label>${words.more}<textarea name="comment" maxlength="2000"></textarea></label></fieldset><div class="actions"><button name="helpful" value="yes">${words.yes}</button><button class="plain" name="helpful" value="no">${words.no}</button></div></form>`
    }${footer(language, path)}`,
  };
}
