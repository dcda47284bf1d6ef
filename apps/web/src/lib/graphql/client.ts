import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { Observable } from 'rxjs';
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
  // The socket comes when the first page listens: the first paint does not wait for its code.
  let socket: Promise<ApolloLink> | undefined;
  const openSocket = () => {
    socket ??= import('./socket.ts').then(({ createSocketLink }) => createSocketLink(news.onReconnected));
    return socket;
  };
  const live = new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let stop: { unsubscribe: () => void } | undefined;
        let over = false;
        openSocket().then(
          (link) => {
            if (!over) stop = link.request(operation, forward).subscribe(observer);
          },
          (error) => observer.error(error),
        );
        return () => {
          over = true;
          stop?.unsubscribe();
        };
      }),
  );
  const watch = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    if (error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED')) news.onSignedOut();
  });
  return new ApolloClient({
    link: watch.concat(
      ApolloLink.split((operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION, live, http),
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
