import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CloseCode } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { asksForSchema, limits, mistake, type RequestContext } from '#platform/graphql';

/** Who may open a socket, and the context of each event on it. */
export interface SocketGate {
  /** Whether the page that asks is one of ours. */
  isOurOrigin(request: IncomingMessage): boolean;
  /** Whether a role may ask about the schema itself. */
  mayIntrospect(role: string): boolean;
  /** A fresh context, with who asks read anew: what was revoked is revoked at the next event. */
  contextOf(request: IncomingMessage): Promise<RequestContext>;
}

// With what is believed of a session for up to 0.4 s, a revoked one loses its sockets within a second.
const watchEveryMs = 500;
const rules = [...specifiedRules, ...limits.rules];

/** Serves subscriptions (the graphql-transport-ws protocol) on `/graphql`. */
export function graphqlSockets(schema: GraphQLSchema, gate: SocketGate) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 });
  const served = useServer(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async ({ extra }) => (await gate.contextOf(extra.request)).viewer.kind === 'user',
      async onSubscribe({ extra }, _id, payload): Promise<ExecutionArgs | readonly GraphQLError[]> {
        const document = parse(payload.query, { maxTokens: limits.tokens });
        const errors = validate(schema, document, rules);
        if (errors.length > 0) return errors;
        const first = await gate.contextOf(extra.request);
        if (asksForSchema(document) && !gate.mayIntrospect(first.viewer.role))
          return [mistake('FORBIDDEN', 'Your role may not ask about the schema.')];
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: { first, request: (extra as Extra).request },
        };
      },
      execute: (args) => execute({ ...args, contextValue: (args.contextValue as SocketContext).first }),
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

interface SocketContext {
  first: RequestContext;
  request: IncomingMessage;
}

/** Like graphql's `subscribe`, but each event is executed with a context of its own, so that no event sees old rows. */
async function subscribeFreshly(
  args: ExecutionArgs & { contextValue: SocketContext },
  gate: SocketGate,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { first, request } = args.contextValue;
  const source = await createSourceEventStream({ ...args, contextValue: first });
  if (!(Symbol.asyncIterator in source)) return source;
  const events = source[Symbol.asyncIterator]();
  const results: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await events.next();
      if (event.done) return { value: undefined, done: true };
      const contextValue = await gate.contextOf(request);
      return { value: await execute({ ...args, rootValue: event.value, contextValue }), done: false };
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
