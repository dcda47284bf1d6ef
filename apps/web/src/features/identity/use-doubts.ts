import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { holdBack } from '#lib/undo/hold-back.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import {
  doubtsQuery,
  linkDoubt,
  linkSafeDoubts,
  separateDoubt,
  undoSafeLinks,
  unmergeCustomer,
} from './doubts.documents.ts';
import { doubtsInOrder } from './doubts-in-order.ts';

/** A case that waits for somebody. */
export type Doubt = ResultOf<typeof doubtsQuery>['doubts']['edges'][number]['node'];

/** The queue of doubtful cases and what is done about them. */
export function useDoubts() {
  const client = useApolloClient();
  const say = useWords();
  const { data, error, refetch, fetchMore } = useQuery(doubtsQuery, { fetchPolicy: 'cache-and-network' });
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const take = (id: string) => setGone((before) => new Set(before).add(id));
  const putBack = (id: string) => setGone((before) => new Set([...before].filter((each) => each !== id)));
  const failed = (id: string, again: () => void, message?: string) => {
    putBack(id);
    sayFailed(message || say('identity.failed'), again);
  };

  const keepApart = async (id: string, leaving: boolean): Promise<void> => {
    try {
      const { data: answer } = await client.mutate({
        mutation: separateDoubt,
        variables: { id },
        context: { fetchOptions: { keepalive: leaving } },
      });
      if (answer?.separateDoubt.__typename === 'Refusal')
        failed(id, () => void refetch(), refusalText(answer.separateDoubt, say));
    } catch {
      failed(id, () => hold(id));
    }
  };
  // The server knows no way back from keeping apart: it is told when nobody takes it back any more.
  const hold = (id: string) => {
    take(id);
    holdBack(
      say('identity.keptApart'),
      (leaving) => void keepApart(id, leaving),
      () => putBack(id),
    );
  };

  const link = async (doubt: Doubt): Promise<void> => {
    take(doubt.id);
    try {
      const { data: answer } = await client.mutate({ mutation: linkDoubt, variables: { id: doubt.id } });
      const settled = answer?.linkDoubt;
      if (settled?.__typename !== 'Doubt') {
        failed(doubt.id, () => void refetch(), settled && refusalText(settled, say));
        return;
      }
      const decision = settled.candidate.decisions?.find(
        ({ kind, canBeUndone }) => kind === 'link-doubt' && canBeUndone,
      );
      const text = say('identity.linked', { name: settled.candidate.displayName });
      if (!decision) sayDone(text);
      else offerUndo(text, () => separateAgain(decision.id));
      // One answer settles others, too: cases about whoever is one person now are no longer asked.
      void refetch();
    } catch {
      failed(doubt.id, () => void link(doubt));
    }
  };
  const separateAgain = async (decisionId: string) => {
    try {
      const { data: answer } = await client.mutate({ mutation: unmergeCustomer, variables: { decisionId } });
      if (answer?.unmergeCustomer.__typename === 'UnmergeDone') {
        sayDone(say('identity.separated'));
        void refetch();
      } else sayFailed(answer ? refusalText(answer.unmergeCustomer, say) : say('identity.failed'));
    } catch {
      sayFailed(say('identity.failed'), () => separateAgain(decisionId));
    }
  };

  const linkSafe = async (): Promise<void> => {
    try {
      const { data: answer } = await client.mutate({ mutation: linkSafeDoubts });
      await refetch();
      const done = answer?.linkSafeDoubts;
      if (done?.count === 0) sayDone(say('identity.safeMerged', { count: 0 }));
      else if (done)
        offerUndo(say('identity.safeMerged', { count: done.count }), () => void openSafeAgain(done.runId));
    } catch {
      sayFailed(say('identity.failed'), () => void linkSafe());
    }
  };
  const openSafeAgain = async (runId: string): Promise<void> => {
    try {
      const { data: answer } = await client.mutate({ mutation: undoSafeLinks, variables: { runId } });
      await refetch();
      sayDone(say('identity.safeUndone', { count: answer?.undoSafeLinks.count ?? 0 }));
    } catch {
      sayFailed(say('identity.failed'), () => void openSafeAgain(runId));
    }
  };

  const all = data?.doubts.edges.map((edge) => edge.node) ?? [];
  const doubts = doubtsInOrder(all.filter(({ id, status }) => status === 'open' && !gone.has(id)));
  return {
    /** Those about the same people stand together. */
    doubts,
    /** How many wait, without those just settled here. */
    count: data ? Math.max(doubts.length, data.doubts.count.value - (all.length - doubts.length)) : undefined,
    isExact: data?.doubts.count.isExact ?? true,
    error: data ? undefined : error,
    refetch,
    more: data?.doubts.pageInfo.hasNextPage
      ? () => void fetchMore({ variables: { after: data.doubts.pageInfo.endCursor } }).catch(() => {})
      : undefined,
    /** How many can be joined at one stroke. */
    safe: data?.doubts.safe ?? 0,
    link,
    linkSafe,
    hold,
  };
}
