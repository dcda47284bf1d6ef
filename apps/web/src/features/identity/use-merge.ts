import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { mergeCustomers, previewMerge, unmergeCustomer } from './doubts.documents.ts';
import { splitRecord } from './explanation.documents.ts';

/** What a merge would give. */
export type Preview = Extract<
  ResultOf<typeof previewMerge>['mergeCustomers'],
  { __typename: 'MergePreview' }
>;

/** Merging two customers and taking it back. */
export function useMerge() {
  const client = useApolloClient();
  const say = useWords();
  const [busy, setBusy] = useState(false);

  /** Takes a decision back: one customer becomes two again, or one again after a split; answers whether it did. */
  const unmerge = async (decisionId: string, done: MessageId = 'identity.separated'): Promise<boolean> => {
    setBusy(true);
    try {
      const { data } = await client.mutate({ mutation: unmergeCustomer, variables: { decisionId } });
      const answer = data?.unmergeCustomer;
      if (answer?.__typename !== 'UnmergeDone') {
        sayFailed(answer ? refusalText(answer, say) : say('identity.failed'));
        return false;
      }
      sayDone(say(done));
      await client.refetchQueries({ include: 'active' }).catch(() => {});
      return true;
    } catch {
      sayFailed(say('identity.failed'), () => void unmerge(decisionId, done));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    unmerge,
    /** Takes a record off its customer; answers whether it did. */
    async split(recordId: string): Promise<boolean> {
      setBusy(true);
      try {
        const { data } = await client.mutate({ mutation: splitRecord, variables: { recordId } });
        const answer = data?.splitRecord;
        if (answer?.__typename !== 'SplitDone') {
          sayFailed(answer ? refusalText(answer, say) : say('identity.failed'));
          return false;
        }
        offerUndo(
          say('identity.splitDone', { name: answer.other.displayName }),
          () => void unmerge(answer.decision.id, 'identity.splitUndone'),
        );
        await client.refetchQueries({ include: 'active' }).catch(() => {});
        return true;
      } catch {
        sayFailed(say('identity.failed'));
        return false;
      } finally {
        setBusy(false);
      }
    },
    /** What it would give, or why it cannot be. */
    async preview(survivorId: string, otherId: string): Promise<Preview | string> {
      try {
        const { data } = await client.mutate({
          mutation: previewMerge,
          variables: { survivorId, otherId },
          fetchPolicy: 'no-cache',
        });
        const answer = data?.mergeCustomers;
        if (answer?.__typename === 'MergePreview') return answer;
        return answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('identity.failed');
      } catch {
        return say('identity.failed');
      }
    },
    /** Merges; answers who survived, or nothing when it did not work. */
    async merge(survivorId: string, otherId: string, reason: string): Promise<string | null> {
      setBusy(true);
      try {
        const { data } = await client.mutate({
          mutation: mergeCustomers,
          variables: { survivorId, otherId, reason: reason.trim() || null },
        });
        const answer = data?.mergeCustomers;
        if (answer?.__typename !== 'MergeDone') {
          sayFailed(answer?.__typename === 'Refusal' ? refusalText(answer, say) : say('identity.failed'));
          return null;
        }
        offerUndo(
          say('identity.linked', { name: answer.customer.displayName }),
          () => void unmerge(answer.decision.id),
        );
        await client.refetchQueries({ include: 'active' }).catch(() => {});
        return answer.customer.id;
      } catch {
        sayFailed(say('identity.failed'));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
