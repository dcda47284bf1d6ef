import version from 'virtual:documents-version';
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { ErrorLink } from '@apollo/client/link/error';
import { OperationTypeNode } from 'graphql';
import { Observable } from 'rxjs';
import { NotYours } from '../viewer.ts';
import { createCache } from './cache.ts';
import { ReadPlaces } from './read-places.ts';

/** What the client tells the app about. */
export interface ClientNews {
  /** The session ended: somebody signed out elsewhere, or it ran out. */
  onSignedOut: () => void;
}

const loadedAgain = 'ancora-loaded-again';

/** A page from before an upgrade asks what the server does not know any more: the new page does. At most once a minute. */
function loadAgain(): void {
  const last = Number(sessionStorage.getItem(loadedAgain) ?? 0);
  if (Date.now() - last < 60_000) return;
  sessionStorage.setItem(loadedAgain, String(Date.now()));
  location.reload();
}

/** Makes the GraphQL client of one browser tab: one HTTP address, one socket, masked fragments. */
export function createGraphQLClient(news: ClientNews): ApolloClient {
  const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' });
  const places = new ReadPlaces();
  // The socket comes when the first page listens: the first paint does not wait for its code.
  let socket: Promise<ApolloLink> | undefined;
  const openSocket = () => {
    socket ??= import('./socket.ts').then(({ createSocketLink }) => createSocketLink(places));
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
  // The built app names its documents and sends no text: the server knows them, and answers no others.
  const named = new ApolloLink((operation, forward) => {
    if (version) {
      operation.extensions = { ...operation.extensions, documents: version };
      operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    }
    return forward(operation);
  });
  const watch = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    const says = (code: string) => error.errors.some((each) => each.extensions?.code === code);
    if (says('UNAUTHENTICATED')) news.onSignedOut();
    if (says('UNKNOWN_DOCUMENT')) loadAgain();
  });
  return new ApolloClient({
    link: ApolloLink.from([
      watch,
      named,
      ApolloLink.split(
        (operation) => operation.operationType === OperationTypeNode.SUBSCRIPTION,
        live,
        places.link.concat(http),
      ),
    ]),
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

/** Whether somebody asked for what their role does not show: trying again would change nothing. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof NotYours ||
  (CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.code === 'FORBIDDEN'));
