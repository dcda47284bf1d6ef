import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { RequestContext, Viewer } from '#platform/graphql';
import { type Answer, readBody, sendJson } from '#platform/http';
import type { AnswerAhead, AskedOperation } from './answer-ahead.ts';
import type { DocumentAsker, DocumentGate } from './known-documents.ts';
import type { SettledDocuments } from './settled-documents.ts';

const bodyLimit = 1_000_000;
/** Says where in the feed of changes an answer was read; `customerChanged` takes it as `after`. */
const placeHeader = 'ancora-feed';

const refusal = (message: string, code = 'BAD_USER_INPUT') => ({
  errors: [{ message, extensions: { code } }],
});

/** What the route asks of others. */
export interface GraphQLRouteParts {
  server: ApolloServer<RequestContext>;
  isOurOrigin(request: IncomingMessage): boolean;
  contextOf(request: IncomingMessage, setCookie: (header: string) => void): Promise<RequestContext>;
  viewerOf(request: IncomingMessage): Promise<Viewer>;
  /** Documents that Apollo has parsed, validated and answered ahead before. */
  documents: SettledDocuments;
  answerAhead: AnswerAhead;
  /** Which documents may be asked, and by whom. */
  gate: DocumentGate;
  askerOf(request: IncomingMessage, viewer: Viewer): DocumentAsker;
  /** Where the feed of changes stands: whoever reads afterwards sees everything before it. */
  placeNow(): Promise<string | undefined>;
  /** Writes down what was read in bulk, where no plugin of Apollo's sees it. */
  noteRead(viewer: Viewer, asked: AskedOperation): void;
}

/**
 * Answers `/graphql` over HTTP. A settled document goes straight to its statement and from there to the socket; everything
 * else through Apollo's own function, without a web framework between.
 */
export function graphqlRoute(parts: GraphQLRouteParts): Answer {
  const { server, isOurOrigin, contextOf } = parts;

  /** The whole answer to a document that was found valid before, or `undefined`. */
  async function answerSettled(viewer: Viewer, body: Posted): Promise<Buffer | undefined> {
    // `extensions` of any kind, also of a wrong one, are for Apollo to read.
    if (typeof body.query !== 'string' || (body.extensions ?? null) !== null) return undefined;
    const document = parts.documents.get(body.query);
    if (!document) return undefined;
    const { variables, operationName } = body;
    if (variables !== undefined && variables !== null && !isRecord(variables)) return undefined;
    if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
      return undefined;
    const asked = { document, operationName, variables: variables ?? {} };
    let whole: Buffer | undefined;
    try {
      whole = await parts.answerAhead(viewer, asked);
    } catch (error) {
      if (error instanceof GraphQLError) return Buffer.from(JSON.stringify({ errors: [error], data: null }));
      throw error;
    }
    if (whole !== undefined) parts.noteRead(viewer, asked);
    return whole;
  }

  return async (request, response, asked) => {
    try {
      await answer(request, response, asked);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      sendJson(response, 400, { errors: [error] });
    }
  };

  async function answer(...[request, response, asked]: Parameters<Answer>): Promise<void> {
    if (!isOurOrigin(request))
      return sendJson(response, 403, refusal('This page is not one of ours.', 'FORBIDDEN'));
    let body: unknown;
    const viewer = await parts.viewerOf(request);
    // Asked before anything is read: what is committed between this answer and the moment its page listens stands behind that place.
    const place = viewer.kind === 'user' ? await parts.placeNow() : undefined;
    if (place) response.setHeader(placeHeader, place);
    if (request.method === 'GET') {
      const text = new URLSearchParams(asked.search).get('query');
      if (text !== null) parts.gate.assertMayAsk(text, parts.askerOf(request, viewer));
    }
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
        if (isRecord(body)) {
          const text = parts.gate.textOf(body);
          if (text !== undefined && text !== body.query) {
            const { extensions: _, ...rest } = body;
            body = { ...rest, query: text };
          }
          if (text !== undefined) parts.gate.assertMayAsk(text, parts.askerOf(request, viewer));
        }
        const accepted = acceptedType(request.headers.accept);
        const whole = accepted && isRecord(body) ? await answerSettled(viewer, body) : undefined;
        if (whole !== undefined && accepted) {
          response.writeHead(200, {
            'content-type': accepted,
            'cache-control': 'no-store',
            'content-length': whole.length,
          });
          response.end(whole);
          return;
        }
      }
    }
    const cookies: string[] = [];
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    const made = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method ?? 'GET', headers, search: asked.search, body },
      context: () => contextOf(request, (cookie) => cookies.push(cookie)),
    });
    await send(response, made, cookies);
  }
}

/** A posted request, not judged yet. */
type Posted = { query?: unknown; variables?: unknown; operationName?: unknown; extensions?: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The type of the answer for the `Accept` headers that clients really send; any other is for Apollo to weigh. */
function acceptedType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json')
    return 'application/json; charset=utf-8';
  return accept.startsWith('application/graphql-response+json,')
    ? 'application/graphql-response+json; charset=utf-8'
    : undefined;
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
