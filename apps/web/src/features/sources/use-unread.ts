import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { type Became, becameOf, becameText } from './became.ts';
import { replayUnreadable, unreadQuery } from './sources.documents.ts';
import type { UnreadShown } from './types.ts';

/** What waits unread, and how it is tried again. */
export function useUnread() {
  const say = useWords();
  const { locale } = useIntl();
  const client = useApolloClient();
  const { data, error, refetch, fetchMore } = useQuery(unreadQuery, { fetchPolicy: 'cache-and-network' });
  // Pages that were read before are not read again with the first one.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);

  const replay = async (rows: readonly UnreadShown[]): Promise<void> => {
    setBusy(true);
    const all: Became[] = [];
    let isBroken = false;
    try {
      // In the order in which it happened.
      for (const { id } of [...rows].reverse()) {
        const { data: answer } = await client.mutate({ mutation: replayUnreadable, variables: { id } });
        if (!answer) throw new Error('No answer came.');
        const became = becameOf(answer.replayUnreadable);
        all.push(became);
        if (became.what !== 'still') setGone((before) => new Set(before).add(id));
      }
    } catch {
      isBroken = true;
    }
    if (all.length > 0) {
      const text = becameText(all, locale, say);
      if (all.every(({ what }) => what === 'still')) sayFailed(text);
      else sayDone(text);
    }
    if (isBroken) sayFailed(say('sources.noAnswer'));
    await refetch().catch(() => {});
    setBusy(false);
  };

  const all = data?.unreadableSignals.edges.map((edge) => edge.node) ?? [];
  const rows = all.filter(({ id }) => !gone.has(id));
  const { count, pageInfo } = data?.unreadableSignals ?? {};
  return {
    rows,
    /** How many wait, without those just read here. */
    count: Math.max(rows.length, (count?.value ?? 0) - (all.length - rows.length)),
    isExact: count?.isExact ?? true,
    isKnown: data !== undefined,
    error: data ? undefined : error,
    refetch,
    more: pageInfo?.hasNextPage
      ? () => void fetchMore({ variables: { after: pageInfo.endCursor ?? null } }).catch(() => {})
      : undefined,
    busy,
    replay,
  };
}
