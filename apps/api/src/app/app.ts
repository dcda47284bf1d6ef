import type { IncomingMessage } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import {
  authenticate,
  authenticateKey,
  bulkReadsOf,
  openBulkReadJournal,
  openSigningSecrets,
  showsBearer,
} from '#modules/access';
import { attachmentRoutes } from '#modules/attachments';
import { tellPlace } from '#modules/changes';
import { contentRoutes } from '#modules/content';
import { exportRoutes } from '#modules/exports';
import type { Manifest } from '#modules/house';
import { intakeRoutes } from '#modules/intake';
import type { AskText, Database, Db, Reading } from '#platform/database';
import { makeContext, maskError, type RequestContext, type Site, type Viewer } from '#platform/graphql';
import type { Route } from '#platform/http';
import type { Log } from '#platform/log';
import { vaultAtHand } from '#platform/vault';
import { answerAhead } from './answer-ahead.ts';
import { bulkReadAudit } from './bulk-read-audit.ts';
import { graphqlRoute } from './graphql-route.ts';
import { makeGraphQLServer } from './graphql-server.ts';
import { graphqlSockets } from './graphql-sockets.ts';
import { introspectionGate } from './introspection-gate.ts';
import { type DocumentAsker, gateDocuments, type KnownDocuments } from './known-documents.ts';
import { lookAheadShortcut } from './look-ahead-shortcut.ts';
import { openGraph } from './open-graph.ts';
import { isOurOrigin } from './our-origin.ts';
import { keepSettledDocuments } from './settled-documents.ts';

/** What an app is made of. */
export interface AppParts {
  database: Database;
  /** Connections for reads that people wait for; the database's own without them. */
  reading?: Reading;
  modules: readonly Manifest[];
  log: Log;
  /** Where this process stands: HTTPS or not, demo or not. */
  site: Site;
  /** The address people use, when it is not the one the host listens on. */
  publicUrl?: string | undefined;
  /** The documents of the web app, and whether browsers are answered no others. Without it everybody asks what they like. */
  documents?: { known: KnownDocuments | undefined; only: boolean };
  /** Folder in which uploaded files are kept. */
  importFolder: string;
}

/** The product without a port: what to answer where. */
export interface App {
  schema: GraphQLSchema;
  routes: readonly Route[];
  upgrade: ReturnType<typeof graphqlSockets>['upgrade'];
  close(): Promise<void>;
}

/** Lays the parts together, with the policy table around the schema. */
export async function createApp(parts: AppParts): Promise<App> {
  const { database, log, site } = parts;
  const { schema, permission, lookAhead } = openGraph(parts.modules, (reason) => log.debug(reason));
  const journal = openBulkReadJournal(database, (err) => log.error({ err }, 'The audit trail waits'));
  const bulkReads = bulkReadsOf(schema);
  const documents = keepSettledDocuments();
  const places = tellPlace(database);
  const ahead = answerAhead(parts.reading?.text ?? textOf(database), lookAhead, permission.mayAskBy, (err) =>
    log.warn({ err }, 'A statement read ahead failed; the resolvers answer'),
  );
  const server = makeGraphQLServer(schema, log, lookAheadShortcut(ahead, documents), [
    introspectionGate(permission.mayIntrospect),
    bulkReadAudit(bulkReads, journal),
  ]);
  await server.start();

  const contextOf = async (
    request: IncomingMessage,
    setCookie?: (header: string) => void,
  ): Promise<RequestContext> =>
    makeContext(database, await authenticate(database, request, site), {
      address: request.socket.remoteAddress ?? null,
      userAgent: request.headers['user-agent'] ?? null,
      cookie: request.headers.cookie ?? null,
      site,
      ...(parts.reading ? { reading: parts.reading } : {}),
      ...(setCookie ? { setCookie } : {}),
    });
  const gate = gateDocuments(parts.documents?.known, parts.documents?.only ?? false);
  const askerOf = (request: IncomingMessage, viewer: Viewer): DocumentAsker => ({
    byCookie: !showsBearer(request),
    isUser: viewer.kind === 'user',
    mayIntrospect: permission.mayIntrospect(viewer.role),
  });
  const isOurs = (request: IncomingMessage) => isOurOrigin(request.headers, parts.publicUrl);
  const sockets = graphqlSockets(schema, {
    isOurOrigin: isOurs,
    mask: maskError(log),
    gate,
    askerOf,
    contextOf: (request) => contextOf(request),
  });

  return {
    schema,
    routes: [
      {
        method: '*',
        path: '/graphql',
        answer: graphqlRoute({
          server,
          isOurOrigin: isOurs,
          contextOf,
          viewerOf: (request) => authenticate(database, request, site),
          documents,
          gate,
          askerOf,
          answerAhead: ahead,
          placeNow: places.now,
          noteRead: (viewer, asked) => journal.note(viewer, bulkReads(asked)),
        }),
      },
      ...contentRoutes({
        database,
        viewerOf: (request) => authenticate(database, request, site),
        isOurOrigin: isOurs,
        mayWrite: (role) => permission.of(role, 'Mutation', 'createContent') === 'allow',
      }),
      ...attachmentRoutes({
        database,
        viewerOf: (request) => authenticate(database, request, site),
        isOurOrigin: isOurs,
        mayRead: (role) => permission.of(role, 'Message', 'attachments') === 'allow',
        mayWrite: (role) => permission.of(role, 'Mutation', 'replyToTicket') === 'allow',
      }),
      ...exportRoutes({
        database,
        viewerOf: (request) => authenticate(database, request, site),
        mayTake: (role) => permission.of(role, 'Mutation', 'exportCustomers') === 'allow',
        ofTaking: permission.ofTaking,
      }),
      ...intakeRoutes({
        database,
        modules: parts.modules,
        checkKey: authenticateKey,
        secretsOf: (db, sourceId) => openSigningSecrets(db, vaultAtHand(), sourceId),
        viewerOf: (request) => authenticate(database, request, site),
        isOurOrigin: isOurs,
        folder: parts.importFolder,
      }),
    ],
    upgrade: sockets.upgrade,
    async close() {
      await sockets.close();
      await server.stop();
      await places.close();
      await journal.flush();
    },
  };
}

/** The one text that a statement gives, asked where there are no lines of their own for texts. */
const textOf =
  (db: Db): AskText =>
  async (name, sql, values) => {
    const text = (await db.named<{ answer: string | null }>(name, sql, values))[0]?.answer;
    return text === null || text === undefined ? null : Buffer.from(text);
  };
