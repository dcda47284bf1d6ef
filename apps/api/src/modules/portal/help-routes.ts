import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeAllowance } from '#kernel/allowance';
import { isId, newId } from '#kernel/id';
import { type HelpArticle, publishedArticle, publishedArticles } from '#modules/content';
import { neighbours, word } from '#modules/house';
import type { Database } from '#platform/database';
import {
  BodyRefusal,
  type PublicPage,
  publicLanguage,
  type Route,
  readForm,
  sendPublicPage,
} from '#platform/http';
import { addComment, countSearch, insertFeedback } from './data/help.ts';
import { countedWords } from './domain/portal.ts';
import { articlePage, listPage, resultsPage } from './help-pages.ts';

/** An answer that is less close than this is none; the same as for the bot. */
const leastCloseness = 0.4;

/** So close must another article be to be worth reading too. */
const leastKinship = 0.2;
const relatedAtMost = 3;

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
        const others = found.length > 0 ? [] : await publishedArticles(database, language, 100);
        send(response, resultsPage(language, query, found, others));
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
        const words = `${article.title} ${article.body}`.slice(0, 400);
        const related = (await lookUp(database, words, language, leastKinship))
          .filter((one) => one.id !== article.id)
          .slice(0, relatedAtMost);
        const asked = new URLSearchParams(search);
        const missed = asked.get('missed');
        const said = asked.has('thanks')
          ? ({ kind: 'thanks' } as const)
          : missed && isId(missed)
            ? ({ kind: 'missed', id: missed } as const)
            : null;
        // What somebody said a moment ago is nobody else's to read.
        const page = articlePage(language, article, related, said);
        if (!said) return send(response, page);
        const { found: _, ...theirs } = page;
        send(response, theirs);
      },
    },
    {
      method: 'POST',
      path: '/help/*',
      answer: async (request, response, { path, search }) => {
        const language = languageOf(request, search);
        const id = path.slice('/help/'.length);
        const said = await form(request);
        const article = isId(id) ? await publishedArticle(database, id, language) : null;
        const taken =
          article && said && maySay(request.socket.remoteAddress ?? '')
            ? await takeFeedback(database, article, said, now())
            : null;
        response.writeHead(303, {
          location: `/help/${encodeURIComponent(id)}?lang=${language}&${taken ?? 'thanks'}`,
        });
        response.end();
      },
    },
  ];
}

/** Takes what a reader says of an article, or what they missed in it a moment later; answers with what the page says next. */
async function takeFeedback(
  database: Database,
  article: HelpArticle,
  said: URLSearchParams,
  at: Date,
): Promise<string> {
  const read = word(2_000).safeParse(said.get('comment') ?? '');
  const comment = read.success ? read.data : null;
  const earlier = said.get('said') ?? '';
  if (isId(earlier) && comment) {
    const since = new Date(at.getTime() - 3_600_000);
    await addComment(database, { id: earlier, itemId: article.id, comment, since });
    return 'thanks';
  }
  const helpful = said.get('helpful');
  if (helpful !== 'yes' && helpful !== 'no') return 'thanks';
  const id = newId();
  await database.transaction(async (tx) =>
    insertFeedback(tx, {
      id,
      itemId: article.id,
      language: article.language,
      isHelpful: helpful === 'yes',
      comment,
      at,
    }),
  );
  return helpful === 'no' && !comment ? `missed=${id}` : 'thanks';
}

/** What published articles answer, the closest first: the same retrieval as the bot's. */
async function lookUp(database: Database, query: string, language: string, least = leastCloseness) {
  const found = [];
  for (const { knowledge } of neighbours())
    if (knowledge) found.push(...(await knowledge(database, query, language, 8)));
  return found
    .filter(({ closeness }) => closeness >= least)
    .sort((one, other) => other.closeness - one.closeness);
}
