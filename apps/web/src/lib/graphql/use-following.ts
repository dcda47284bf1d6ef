import type { TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { TadaDocumentNode } from 'gql.tada';
import { useState } from 'react';

interface Page<Line> {
  edges: readonly { node: Line }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

/** How many more are asked for each time. */
const step = 50;

/** A list that may go on: what is known of it, whether more follow, and the way to them. */
export interface Following<Line> {
  lines: readonly Line[];
  hasMore: boolean;
  isBusy: boolean;
  error: unknown;
  more: () => void;
}

/**
 * A list of which a page shows the first by itself (it asks for one more than it shows) and what follows once it is wanted, page by page.
 * The question for it takes `first` and `after`; what the page knows newer stands before what was asked then.
 */
export function useFollowing<
  Data,
  Line extends { id: string },
  Variables extends { first: number; after?: string | null },
>(
  { lines: own, atOnce }: { lines: readonly Line[] | null | undefined; atOnce: number },
  question: TadaDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pageOf: (data: Data) => Page<Line> | null | undefined,
): Following<Line> {
  const [isWanted, want] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const { data, error, refetch, fetchMore } = useQuery(
    question as unknown as TypedDocumentNode<Data, Record<string, unknown>>,
    { variables: { ...variables, first: atOnce + step }, skip: !isWanted },
  );
  const page = data && pageOf(data as Data);
  const next = async () => {
    setBusy(true);
    setFailed(undefined);
    await fetchMore({ variables: { first: step, after: page?.pageInfo.endCursor } }).catch(setFailed);
    setBusy(false);
  };
  const shown = own?.slice(0, atOnce) ?? [];
  const ids = new Set(shown.map(({ id }) => id));
  const following = page?.edges.map(({ node }) => node).filter(({ id }) => !ids.has(id)) ?? [];
  return {
    lines: [...shown, ...following],
    hasMore: page ? page.pageInfo.hasNextPage : (own?.length ?? 0) > atOnce,
    isBusy: isBusy || (isWanted && !data && !error),
    error: data ? failed : error,
    more: () => {
      if (!isWanted) want(true);
      else void (data ? next() : refetch());
    },
  };
}
