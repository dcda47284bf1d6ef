import type { ApolloClient } from '@apollo/client';
import { promisesQuery, promiseVariables } from '#features/promises';
import type { PromisesSearch } from './search.ts';

/** Fetches the list before the page is shown. */
export const loadPromises = (client: ApolloClient, search: PromisesSearch) =>
  client.query({
    query: promisesQuery,
    variables: promiseVariables(search),
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
