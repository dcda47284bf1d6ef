import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { connected } from '../connection.ts';

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
        closed: (event) => {
          broken = true;
          // 1000 is our own farewell: nobody listens on this page.
          if ((event as CloseEvent).code !== 1000) connected.set(false);
        },
        connected: () => {
          if (broken) onReconnected();
          broken = false;
          connected.set(true);
        },
      },
    }),
  );
}
