import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { limits, mistake, type RequestContext, type Viewer } from '#platform/graphql';
import type { DocumentAsker, DocumentGate } from './known-documents.ts';

/** Who may open a socket, and the context of each event on it. */
export interface SocketGate {
  /** Whether the page that asks is one of ours. */
  isOurOrigin(request: IncomingMessage): boolean;
  /** Shows mistakes of the caller and hides surprises. */
  mask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError;
  /** Which documents may be asked, and by whom. */
  gate: DocumentGate;
  askerOf(request: IncomingMessage, viewer: Viewer): DocumentAsker;
  /** A fresh context, with who asks read anew: what was revoked is revoked at the next event. */
  contextOf(request: IncomingMessage): Promise<RequestContext>;
}

// With what is believed of a session for up to 0.4 s, a revoked one loses its sockets within a second.
const watchEveryMs = 500;
const rules = [...specifiedRules, ...limits.rules];

// After this one pages come back by themselves and read afresh; an internal error (4500), or one in answer, would be the last they hear.
const tryAgainLater = 1013;

/** What a socket is asked. Where that fails and nobody who asks can mend it, as while PostgreSQL is away, it breaks off and gives nothing. */
async function orLater<Value>(
  socket: WebSocket,
  { mask }: SocketGate,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    // Which also notes it in the log.
    mask(new GraphQLError((error as Error).message).toJSON(), error);
    socket.close(tryAgainLater, 'Try again later');
    return undefined;
  }
}

/** Serves subscriptions (the graphql-transport-ws protocol) on `/graphql`. */
export function graphqlSockets(schema: GraphQLSchema, gate: SocketGate) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 });
  const served = useServer(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async ({ extra }) =>
        (await orLater(extra.socket, gate, () => gate.contextOf(extra.request)))?.viewer.kind === 'user',
      async onSubscribe({ extra }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
        const first = await orLater(extra.socket, gate, () => gate.contextOf(extra.request));
        if (!first) return [mistake('TOO_SLOW', 'Please try again in a moment.')];
        let document: DocumentNode;
        try {
          const text = gate.gate.textOf(payload) ?? '';
          gate.gate.assertMayAsk(text, gate.askerOf(extra.request, first.viewer));
          document = readDocument(text);
        } catch (error) {
          if (error instanceof GraphQLError) return [error];
          throw error;
        }
        const errors = validate(schema, document, rules);
        if (errors.length > 0)
          return errors.map(
            ({ message }) =>
              new GraphQLError(message.replace(/ Did you mean .*$/s, ''), {
                extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
              }),
          );
        if (getOperationAST(document, payload.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
          return [mistake('BAD_USER_INPUT', 'Queries and mutations are asked over HTTP.')];
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: { first, request: (extra as Extra).request, socket: (extra as Extra).socket },
        };
      },
      onNext: (_ctx, _id, _payload, _args, { errors, ...result }) => ({
        ...result,
        ...(errors ? { errors: errors.map((error) => gate.mask(error.toJSON(), error)) } : {}),
      }),
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => gate.mask(error.toJSON(), error)),
      subscribe: (args) => subscribeFreshly(args as ExecutionArgs & { contextValue: SocketContext }, gate),
    },
    sockets,
  );

  return {
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (!(request.url ?? '').startsWith('/graphql') || !gate.isOurOrigin(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (opened) => {
        const watch = setInterval(async () => {
          const now = await gate.contextOf(request).catch(() => undefined);
          if (now && now.viewer.kind !== 'user') opened.close(CloseCode.Forbidden, 'Forbidden');
        }, watchEveryMs);
        opened.once('close', () => clearInterval(watch));
        sockets.emit('connection', opened, request);
      });
    },
    async close(): Promise<void> {
      await served.dispose();
      sockets.close();
    },
  };
}

function readDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: limits.tokens });
  } catch (error) {
    const { message } = error as Error;
    throw new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}

interface SocketContext {
  first: RequestContext;
  request: IncomingMessage;
  socket: WebSocket;
}

/** Like graphql's `subscribe`, but each event is executed with a context of its own, so that no event sees old rows. */
async function subscribeFreshly(
  args: ExecutionArgs & { contextValue: SocketContext },
  gate: SocketGate,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { first, request, socket } = args.contextValue;
  const source = await createSourceEventStream({ ...args, contextValue: first });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      let result: IteratorResult<ExecutionResult> | undefined;
      try {
        result = await orLater(socket, gate, async () => {
          const event = await events.next();
          if (event.done) return { value: undefined, done: true };
          const contextValue = await gate.contextOf(request);
          return { value: await execute({ ...args, rootValue: event.value, contextValue }), done: false };
        });
        return result ?? { value: undefined, done: true };
      } finally {
        // Nobody says goodbye to a stream that has failed: it would go on gathering events for a socket that is gone.
        if (!result) await events.return?.();
      }
    },
    async return() {
      await events.return?.();
      return { value: undefined, done: true };
    },
    async throw(error) {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}
