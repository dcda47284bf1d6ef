import type { ApolloClient } from '@apollo/client';
import { importQuery, importsQuery } from '#features/imports';

/** Fetches the history before the page is shown. */
export const loadImports = (client: ApolloClient) =>
  client.query({ query: importsQuery, fetchPolicy: 'network-only', errorPolicy: 'all' });

/** Fetches one import before its page is shown. */
export const loadImport = (client: ApolloClient, id: string) =>
  client.query({ query: importQuery, variables: { id }, fetchPolicy: 'network-only', errorPolicy: 'all' });
