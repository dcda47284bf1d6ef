import type { ApolloCache, Reference } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { offerUndo, sayFailed } from '#lib/undo/toasts.ts';
import {
  keepPromise,
  makePromise,
  type PromiseFragment,
  reopenPromise,
  restorePromise,
  takeBackPromise,
  withdrawPromise,
} from './promises.documents.ts';
import type { PromiseKind } from './words.ts';

type Answer =
  | { __typename: 'Promise'; id: string }
  | { __typename: 'Refusal'; code: string; message: string };

/** A promise as lists show it. */
export type PromiseShape = ResultOf<typeof PromiseFragment>;

function change(
  cache: ApolloCache,
  customerId: string,
  promise: { __typename: 'Promise'; id: string },
  put: boolean,
) {
  const ref = cache.identify(promise);
  cache.modify<Record<string, readonly Reference[] | null>>({
    id: cache.identify({ __typename: 'Customer', id: customerId }),
    fields: {
      promises: (before: readonly Reference[] | null) => {
        const others = (before ?? []).filter(({ __ref }) => __ref !== ref);
        return put && ref ? [{ __ref: ref }, ...others] : others;
      },
    },
  });
}

/** The acts on promises: shown at once, and each can be undone. */
export function usePromises() {
  const client = useApolloClient();
  const say = useWords();
  const now = () => new Date().toISOString();

  /** Carries out one act; says what was refused, and whether it was done. */
  const act = async (run: () => Promise<Answer | undefined>, again?: () => void): Promise<boolean> => {
    try {
      const answer = await run();
      if (answer?.__typename === 'Promise') return true;
      sayFailed(answer ? refusalText(answer, say) : say('promises.failed'), again);
    } catch {
      sayFailed(say('promises.failed'), again);
    }
    return false;
  };

  const reopen = (promise: PromiseShape) =>
    act(async () => {
      const { data } = await client.mutate({
        mutation: reopenPromise,
        variables: { id: promise.id },
        optimisticResponse: { reopenPromise: { ...promise, __typename: 'Promise', doneAt: null } },
      });
      return data?.reopenPromise;
    });
  const restore = (promise: PromiseShape) =>
    act(async () => {
      const { data } = await client.mutate({
        mutation: restorePromise,
        variables: { id: promise.id },
        optimisticResponse: { restorePromise: { ...promise, __typename: 'Promise', withdrawnAt: null } },
      });
      return data?.restorePromise;
    });

  return {
    /** Writes down a promise; answers whether it was kept, so that what was typed is not lost. */
    async make(
      customerId: string,
      wish: { words: string; kind: PromiseKind; dueAt: string; channel: string | null },
    ): Promise<boolean> {
      let id = '';
      const made = await act(async () => {
        const { data } = await client.mutate({
          mutation: makePromise,
          variables: { input: { customerId, ...wish } },
          update: (cache, { data: answer }) => {
            if (answer?.makePromise.__typename !== 'Promise') return;
            id = answer.makePromise.id;
            change(cache, customerId, { __typename: 'Promise', id }, true);
          },
        });
        return data?.makePromise;
      });
      if (made)
        offerUndo(say('promises.made'), async () => {
          await act(async () => {
            const { data } = await client.mutate({
              mutation: takeBackPromise,
              variables: { id },
              update: (cache, { data: answer }) => {
                if (answer?.takeBackPromise.__typename === 'Promise')
                  change(cache, customerId, { __typename: 'Promise', id }, false);
              },
            });
            return data?.takeBackPromise;
          });
        });
      return made;
    },

    async keep(promise: PromiseShape): Promise<void> {
      const standing = promise.dueAt < now() ? 'LATE' : 'KEPT';
      const run = async () => {
        const { data } = await client.mutate({
          mutation: keepPromise,
          variables: { id: promise.id },
          optimisticResponse: {
            keepPromise: { ...promise, __typename: 'Promise', standing, doneAt: now(), withdrawnAt: null },
          },
        });
        return data?.keepPromise;
      };
      if (await act(run)) offerUndo(say('promises.keptNow'), async () => void (await reopen(promise)));
    },

    async withdraw(promise: PromiseShape): Promise<void> {
      const run = async () => {
        const { data } = await client.mutate({
          mutation: withdrawPromise,
          variables: { id: promise.id },
          optimisticResponse: {
            withdrawPromise: { ...promise, __typename: 'Promise', standing: 'WITHDRAWN', withdrawnAt: now() },
          },
        });
        return data?.withdrawPromise;
      };
      if (await act(run)) offerUndo(say('promises.withdrawnNow'), async () => void (await restore(promise)));
    },

    reopen,
    restore,
  };
}

/** The acts on promises. */
export type PromiseActs = ReturnType<typeof usePromises>;
