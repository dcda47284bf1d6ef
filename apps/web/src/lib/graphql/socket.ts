import type { ApolloLink } from '@apollo/client';
import { type Client, createClient } from 'graphql-ws';
import { connected } from '../connection.ts';
import { liveLink } from './live-link.ts';
import type { ReadPlaces } from './read-places.ts';

/** Said by a tab that listens to nothing any more, and by one that gives up a connection which does not answer. */
const [farewell, gaveUp] = [1000, 4499];
const askEveryMs = 12_000;
const answerWithinMs = 5_000;
const longestPauseMs = 15_000;

/** The one live connection of a tab. It comes back by itself after a break; what happened meanwhile is told (see `liveLink`). */
export function createSocketLink(places: ReadPlaces): ApolloLink {
  let heardAt = 0;
  let goOn = () => {};
  const socket: Client = createClient({
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    // After a restart of the server everybody comes back, at moments of their own.
    retryWait: (retries) =>
      new Promise((resolve) => {
        const timer = setTimeout(
          resolve,
          Math.min(longestPauseMs, 1_000 * 2 ** retries) * (0.3 + 0.7 * Math.random()),
        );
        goOn = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    keepAlive: askEveryMs,
    on: {
      closed: (event) => {
        const { code } = event as CloseEvent;
        heardAt = 0;
        if (code !== farewell && code !== gaveUp) connected.set(false);
      },
      connected: () => connected.set(true),
      message: () => {
        heardAt = Date.now();
      },
      ping: (received) => {
        if (received) return;
        const askedAt = Date.now();
        setTimeout(() => heardAt < askedAt && socket.terminate(), answerWithinMs);
      },
    },
  });
  // A laptop that slept or a page that was put aside may hold a connection whose other end is gone, or wait long for the next try.
  const wake = () => {
    goOn();
    if (heardAt > 0 && Date.now() - heardAt > askEveryMs + answerWithinMs) socket.terminate();
  };
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) wake();
  });
  return liveLink(socket, places);
}
