import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useSubscription } from '@apollo/client/react';
import { type DocumentNode, Kind } from 'graphql';
import { useCallback, useEffect, useRef } from 'react';
import { graphql } from './graphql.ts';
import type { LiveContext } from './live-link.ts';

/** The names of questions, by which they are found among those on the screen. */
const namesOf = (documents: readonly DocumentNode[]): string[] =>
  documents.flatMap(({ definitions }) =>
    definitions.flatMap((one) =>
      one.kind === Kind.OPERATION_DEFINITION && one.name ? [one.name.value] : [],
    ),
  );

/**
 * Hears what changes of what a page shows. `keeps` are the questions whose answers are kept up to date by it: nothing that happened after
 * those were read is missed. The subscription takes that place as `$after`.
 */
export function useLive<Data, Variables extends OperationVariables>(
  subscription: TypedDocumentNode<Data, Variables>,
  options: {
    keeps: readonly DocumentNode[];
    variables: Omit<Variables, 'after'>;
    onData?: (data: Data) => void;
  },
): void {
  const { keeps, variables, onData } = options;
  useSubscription(subscription as TypedDocumentNode<Data, OperationVariables>, {
    variables,
    // What came goes to the cache, and from there to whoever shows it.
    ignoreResults: true,
    // Who is about to leave a page and who just came to another begin at places of their own.
    context: { keeps: namesOf(keeps), queryDeduplication: false } satisfies LiveContext,
    onData: ({ data: { data } }) => {
      if (data) onData?.(data as Data);
    },
  });
}

const somethingChanged = graphql(`
  subscription SomethingChanged($after: String) {
    customerChanged(after: $after, atMost: 20) { cursor kinds }
  }
`);

const soonMs = 100;

/**
 * Reads again what is on the screen when something happened to anybody: soon after the first time, then no oftener than `everyMs`,
 * since an import tells of thousands; and not before somebody looks.
 */
export function useLiveReading(
  keeps: readonly DocumentNode[],
  { everyMs, wanted = () => true }: { everyMs: number; wanted?: (kinds: readonly string[]) => boolean },
): void {
  const client = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readAt = useRef(0);
  const stale = useRef(false);
  const readSoon = useCallback(() => {
    stale.current = true;
    if (timer.current || document.hidden) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        if (document.hidden) return;
        stale.current = false;
        readAt.current = Date.now();
        client.refetchQueries({ include: 'active' }).catch(() => {});
      },
      Math.max(soonMs, readAt.current + everyMs - Date.now()),
    );
  }, [client, everyMs]);
  useEffect(() => {
    const look = () => {
      if (stale.current) readSoon();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [readSoon]);
  useLive(somethingChanged, {
    keeps,
    variables: {},
    onData: ({ customerChanged }) => {
      if (wanted(customerChanged.kinds)) readSoon();
    },
  });
}
