import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { connected } from '../connection.ts';

// Nothing says when a subscription stands: what is read sooner may miss what happens before it hears. After a restart of the server
// everybody comes back at once, and reads at moments of their own.
const readAfreshAfterMs = 500;
const spreadMs = 1_000;

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
          if (broken) setTimeout(onReconnected, readAfreshAfterMs + Math.random() * spreadMs);
          broken = false;
          connected.set(true);
        },
      },
    }),
  );
}
