import type { ApolloClient } from '@apollo/client';
import { createRouter } from '@tanstack/react-router';
import { parseSearch, writeSearch } from '#lib/search-params.ts';
import { NotFound } from './not-found.tsx';
import { RouteFailure } from './route-failure.tsx';
import { routeTree } from './routes.tsx';

/** Makes the router: pages load before they show, and a skeleton stands in only when that takes longer than a blink. */
export function createAppRouter(client: ApolloClient) {
  return createRouter({
    routeTree,
    context: { client },
    parseSearch,
    stringifySearch: writeSearch,
    // What a page does not understand of its address is not there: a link that was typed wrong or is old still opens.
    search: { strict: true },
    defaultPreload: 'intent',
    defaultPreloadDelay: 60,
    defaultPendingMs: 150,
    defaultPendingMinMs: 250,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: RouteFailure,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
