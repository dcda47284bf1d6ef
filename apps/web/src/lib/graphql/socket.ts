import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';

/** The one live connection of a tab; it comes back by itself, and then says so, since what happened meanwhile was not heard. */
export function createSocketLink(onReconnected: () => void): ApolloLink {
  let broken = false;
  return new GraphQLWsLink(
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
          if (broken) onReconnected();
          broken = false;
        },
      },
    }),
  );
}
