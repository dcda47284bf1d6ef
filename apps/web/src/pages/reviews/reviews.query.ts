import type { ApolloClient } from '@apollo/client';
import { type ReviewsSearch, reviewsQuery, reviewsVariables } from '#features/voice';

/** Fetches the list before the page is shown. */
export const loadReviews = (client: ApolloClient, search: ReviewsSearch) =>
  client.query({
    query: reviewsQuery,
    variables: reviewsVariables(search),
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
