import type { IncomingMessage } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Manifest } from '#modules/house';
import type { Database } from '#platform/database';
import { makeContext, type RequestContext, type Site, type Viewer } from '#platform/graphql';
import type { Answer, Route } from '#platform/http';
import type { Log } from '#platform/log';
import { makeLookAhead } from '#platform/look-ahead';
import { graphqlRoute } from './graphql-route.ts';
import { makeGraphQLServer } from './graphql-server.ts';
import { graphqlSockets } from './graphql-sockets.ts';
import { lookAheadShortcut, type OnRead } from './look-ahead-shortcut.ts';
import { buildGraph } from './schema.ts';

/** What an app is made of. */
export interface AppParts {
  database: Database;
  modules: readonly Manifest[];
  log: Log;
  /** Says who asks, from cookie, key or nothing. */
  viewerOf(request: IncomingMessage): Promise<Viewer>;
  isOurOrigin(request: IncomingMessage): boolean;
  /** Where this process stands; without it: HTTPS, and no demo. */
  site?: Site;
  /** Puts the permissions around the schema. */
  guard?(schema: GraphQLSchema): GraphQLSchema;
  /** Whether a role sees a field as it is: neither hidden nor masked. Without it nothing is read ahead. */
  seesPlainly?(role: string, typeName: string, fieldName: string): boolean;
  /** Told of what was read ahead, where resolvers would have told it themselves. */
  onRead?: OnRead;
  /** Routes that subjects bring besides `/graphql`. */
  routes?: readonly Route[];
}

/** The product without a port: what to answer where. */
export interface App {
  schema: GraphQLSchema;
  routes: readonly Route[];
  upgrade: ReturnType<typeof graphqlSockets>['upgrade'];
  close(): Promise<void>;
}

const anyway: Answer = (_request, response) => {
  response.statusCode = 200;
  response.setHeader('content-type', 'text/plain');
  response.end('ok\n');
};

/** Lays the parts together. */
export async function createApp(parts: AppParts): Promise<App> {
  const plain = buildGraph(parts.modules);
  const schema = parts.guard ? parts.guard(plain) : plain;
  const { seesPlainly } = parts;
  const lookAhead =
    seesPlainly &&
    makeLookAhead(
      schema,
      parts.modules.flatMap((module) => module.readings ?? []),
      (role) => (typeName, fieldName) => seesPlainly(role, typeName, fieldName),
      (reason) => parts.log.debug(reason),
    );
  const server = makeGraphQLServer(
    schema,
    parts.log,
    lookAhead && lookAheadShortcut(lookAhead, parts.onRead),
  );
  await server.start();

  const contextOf = async (
    request: IncomingMessage,
    setCookie?: (header: string) => void,
  ): Promise<RequestContext> =>
    makeContext(parts.database, await parts.viewerOf(request), {
      address: request.socket.remoteAddress ?? null,
      userAgent: request.headers['user-agent'] ?? null,
      cookie: request.headers.cookie ?? null,
      ...(parts.site ? { site: parts.site } : {}),
      ...(setCookie ? { setCookie } : {}),
    });
  const sockets = graphqlSockets(schema, {
    isOurOrigin: parts.isOurOrigin,
    contextOf: (request) => contextOf(request),
  });
  const graphql = graphqlRoute(server, contextOf);
  const ready: Answer = async (request, response, asked) => {
    await parts.database.query('SELECT 1');
    return anyway(request, response, asked);
  };

  return {
    schema,
    routes: [
      { method: '*', path: '/graphql', answer: graphql },
      { method: 'GET', path: '/health/live', answer: anyway },
      { method: 'GET', path: '/health/ready', answer: ready },
      ...(parts.routes ?? []),
    ],
    upgrade: sockets.upgrade,
    async close() {
      await sockets.close();
      await server.stop();
    },
  };
}
