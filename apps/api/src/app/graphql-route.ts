import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { RequestContext } from '#platform/graphql';
import { type Answer, readBody, sendJson } from '#platform/http';

const bodyLimit = 1_000_000;

const refusal = (message: string, code = 'BAD_USER_INPUT') => ({
  errors: [{ message, extensions: { code } }],
});

/** Answers `/graphql` over HTTP through Apollo's own function, without a web framework between. */
export function graphqlRoute(
  server: ApolloServer<RequestContext>,
  isOurOrigin: (request: IncomingMessage) => boolean,
  contextOf: (request: IncomingMessage, setCookie: (header: string) => void) => Promise<RequestContext>,
): Answer {
  return async (request, response, asked) => {
    if (!isOurOrigin(request))
      return sendJson(response, 403, refusal('This page is not one of ours.', 'FORBIDDEN'));
    let body: unknown;
    if (request.method === 'POST') {
      const type = request.headers['content-type'] ?? '';
      const text = (await readBody(request, { bytes: bodyLimit })).toString('utf8');
      // Apollo judges other content types itself (its CSRF check needs to see them); only JSON is parsed.
      if (/^application\/(graphql-response\+)?json\b/i.test(type)) {
        if (!isUtf8(type)) return sendJson(response, 415, refusal('The charset must be UTF-8.'));
        try {
          body = JSON.parse(text);
        } catch {
          return sendJson(response, 400, refusal('The body is not JSON.'));
        }
      }
    }
    const cookies: string[] = [];
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    const answer = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: asked.search, body },
      context: () => contextOf(request, (cookie) => cookies.push(cookie)),
    });
    await send(response, answer, cookies);
  };
}

const isUtf8 = (contentType: string): boolean => {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType)?.[1];
  return !charset || charset.toLowerCase() === 'utf-8' || charset.toLowerCase() === 'utf8';
};

async function send(
  response: ServerResponse,
  answer: Awaited<ReturnType<ApolloServer['executeHTTPGraphQLRequest']>>,
  cookies: string[],
): Promise<void> {
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.setHeader('cache-control', 'no-store');
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answer.body.kind === 'complete') {
    response.setHeader('content-length', Buffer.byteLength(answer.body.string));
    response.end(answer.body.string);
    return;
  }
  for await (const piece of answer.body.asyncIterator) response.write(piece);
  response.end();
}
