import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { createCache } from './cache.ts';

/** What the client tells the app about. */
export interface ClientNews {
  /** The session ended: somebody signed out elsewhere, or it ran out. */
  onSignedOut: () => void;
  /** The live connection came back after a break: what happened meanwhile was not heard. */
  onReconnected: () => void;
}

/** Makes the GraphQL client of one browser tab: one HTTP address, one socket, masked fragments. */
export function createGraphQLClient(news: ClientNews): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  let broken = false;
  const socket = new GraphQLWsLink(
    createClient({
      url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      lazy: true,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: {
        closed: () => {
          broken = true;
        },
        connected: () => {
          if (broken) news.onReconnected();
          broken = false;
        },
      },
    }),
  );
  const watch = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    if (error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED')) news.onSignedOut();
  });
  return new ApolloClient({
    link: watch.concat(
      ApolloLink.split(
        (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
        socket,
        http,
      ),
    ),
    cache: createCache(),
    dataMasking: true,
  });
}

/** The number by which the server's log knows what went wrong, where it gave one. */
export function traceOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const found = error.errors.find((each) => typeof each.extensions?.traceId === 'string');
  return found?.extensions?.traceId as string | undefined;
}
