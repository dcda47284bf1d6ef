import type { ApolloClient } from '@apollo/client';
import { insightsQuery } from '#features/insights';
import { askedOf, type InsightsSearch } from './search.ts';

/** Fetches every figure before the page is shown. */
export const loadInsights = (client: ApolloClient, search: InsightsSearch) =>
  client.query({
    query: insightsQuery,
    variables: askedOf(search),
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
