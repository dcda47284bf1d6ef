import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '#platform/graphql';
import { limits, maskError, statusForJson } from '#platform/graphql';
import type { Log } from '#platform/log';

/** What stands before execution: plugins that may answer an operation, and how results become text. */
export interface Shortcut {
  plugin: ApolloServerPlugin<RequestContext>;
  stringify: (value: object) => string;
}

/** Apollo with our limits: no batching, no suggestions, masked surprises, bounded documents. */
export function makeGraphQLServer(
  schema: GraphQLSchema,
  log: Log,
  shortcut?: Shortcut,
  gates: readonly ApolloServerPlugin<RequestContext>[] = [],
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    // Who may introspect is decided per viewer by the policy, not for everybody at once.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    // The start ends everything in its order; Apollo would send the signal a second time.
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // Documents are known from the build, never taught by a client.
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: limits.rules,
    formatError: maskError(log),
    stringifyResult: shortcut ? (value) => shortcut.stringify(value) : (value) => JSON.stringify(value),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      statusForJson,
      ...gates,
      ...(shortcut ? [shortcut.plugin] : []),
    ],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
  });
}
