import type { ApolloClient } from '@apollo/client';
import { contentItemQuery, libraryQuery, libraryVariables } from '#features/content';
import type { ContentSearch } from './search.ts';

/** Fetches the library before its page is shown. */
export const loadLibrary = (client: ApolloClient, search: ContentSearch) =>
  client.query({
    query: libraryQuery,
    variables: libraryVariables(search, document.documentElement.lang || 'en'),
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });

/** Fetches one piece of content before its page is shown. */
export const loadContentItem = (client: ApolloClient, id: string) =>
  client.query({
    query: contentItemQuery,
    variables: { id },
    fetchPolicy: 'network-only',
    errorPolicy: 'all',
  });
