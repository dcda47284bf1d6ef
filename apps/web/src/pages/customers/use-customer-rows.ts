import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { ListSearch } from '#features/customers';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { sayFailed } from '#lib/undo/toasts.ts';
import { customersQuery, variablesFor } from './customers.query.ts';

/** The rows that an address asks for, how many there are in all, and the next page of them. */
export function useCustomerRows(search: ListSearch) {
  const say = useWords();
  const { number } = useFormat();
  const client = useApolloClient();
  const wanted = useMemo(() => variablesFor(search), [search]);
  // While other rows are on their way the ones on the screen stay: nothing blinks, and the field keeps its focus.
  const variables = useDeferredValue(wanted);
  const { data, error, refetch } = useSuspenseQuery(customersQuery, {
    variables,
    errorPolicy: 'all',
  });
  // A field that may not be seen leaves the rest standing; no list at all is for the page's error screen.
  if (!data?.customers) throw error ?? new Error('No customers were answered');
  const { edges, pageInfo, count } = data.customers;
  const rows = useMemo(() => edges.map((edge) => edge.node), [edges]);

  const loading = useRef(false);
  const needMore = useCallback(() => {
    if (loading.current || !pageInfo.hasNextPage) return;
    loading.current = true;
    const next = { ...variables, after: pageInfo.endCursor, counted: false };
    // Not the page's own question: when a following page fails, the rows that are there stay.
    void client.query({ query: customersQuery, variables: next, fetchPolicy: 'network-only' }).then(
      () => {
        loading.current = false;
      },
      () =>
        sayFailed(say('customers.moreFailed'), () => {
          loading.current = false;
          moreAgain.current();
        }),
    );
  }, [client, variables, pageInfo, say]);
  const moreAgain = useRef(needMore);
  moreAgain.current = needMore;
  // Another list is not held up by what failed in the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: exactly when the question changes.
  useEffect(() => {
    loading.current = false;
  }, [variables]);

  return {
    rows,
    count,
    /** How many rows the whole list has; unknown beyond the server's bound. */
    total: count?.isExact ? count.value : undefined,
    matching: count ? `${number(count.value)}${count.isExact ? '' : '+'}` : '',
    wanted,
    variables,
    isStale: wanted !== variables,
    needMore,
    refetch,
  };
}
