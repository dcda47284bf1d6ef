import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { print } from '@apollo/client/utilities';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';
import { type ReadPlaces, shownOf } from './read-places.ts';

/** What a subscription says of itself: the names of the questions whose answers it keeps up to date. */
export interface LiveContext {
  keeps?: readonly string[];
  queryDeduplication?: boolean;
}

const longestPauseMs = 30_000;

/**
 * Subscriptions over a socket that miss nothing. Each begins, and after a break goes on, where in the feed of changes the answers that it
 * keeps up to date were read, or where it heard something last. Where that is too far back they are read again first.
 */
export const liveLink = (socket: Pick<Client, 'subscribe'>, places: ReadPlaces): ApolloLink =>
  new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        const { client, query, variables, operationName, extensions } = operation;
        const { keeps } = operation.getContext() as LiveContext;
        let heard: string | undefined;
        let stop = () => {};
        let timer: ReturnType<typeof setTimeout> | undefined;
        let pauses = 0;
        let over = false;
        let reading = false;

        const payload = {
          operationName,
          extensions,
          query: print(query),
          // Looked up whenever it is sent, that is after every break again.
          get variables() {
            return keeps ? { ...variables, after: later(heard, places.oldestOf(client, keeps)) } : variables;
          },
        };
        const begin = () => {
          reading = false;
          stop = socket.subscribe(payload, {
            next(result) {
              // A subscription that does not begin answers with its reason, and is complete.
              if (tooFar(result.errors)) return readAgain();
              pauses = 0;
              heard = cursorIn(result.data) ?? heard;
              observer.next(result as ApolloLink.Result);
            },
            error(problem) {
              if (Array.isArray(problem)) observer.error(new CombinedGraphQLErrors({ errors: problem }));
              else if (keeps) again();
              else
                observer.error(problem instanceof Error ? problem : new Error('The live connection broke'));
            },
            complete: () => {
              if (!reading) observer.complete();
            },
          });
        };
        // Spread over a second, since many may have been away together; and slower the oftener it was in vain.
        const again = (first: () => Promise<unknown> = async () => {}) => {
          const pause = Math.min(longestPauseMs, 2 ** pauses++ * 500) * Math.random();
          timer = setTimeout(async () => {
            await first();
            if (!over) begin();
          }, pause);
        };
        const readAgain = () => {
          reading = true;
          heard = undefined;
          again(() => Promise.allSettled(shownOf(client, keeps ?? []).map((shown) => shown.refetch())));
        };
        begin();
        return () => {
          over = true;
          clearTimeout(timer);
          stop();
        };
      }),
  );

const tooFar = (errors: readonly { extensions?: Record<string, unknown> }[] | undefined) =>
  errors?.some(({ extensions }) => extensions?.code === 'RESYNC');

const later = (a: string | undefined, b: string | undefined) => (a && (!b || a > b) ? a : b);

/** Where in the feed an event stands. */
function cursorIn(data: Record<string, unknown> | null | undefined): string | undefined {
  const [event] = Object.values(data ?? {}) as ({ cursor?: unknown } | null)[];
  return typeof event?.cursor === 'string' ? event.cursor : undefined;
}
