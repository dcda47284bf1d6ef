import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '#lib/intl/words.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { type Became, becameOf, becameText } from './became.ts';
import {
  dismissUnreadables,
  replayUnreadable,
  restoreUnreadables,
  unreadQuery,
} from './sources.documents.ts';
import type { UnreadShown } from './types.ts';

/** What was moved out of each list here, by id. */
interface Gone {
  waiting: ReadonlySet<string>;
  dismissed: ReadonlySet<string>;
}

/** After these went into one list, or were read. */
function moved(gone: Gone, ids: readonly string[], to: keyof Gone | null): Gone {
  const without = (place: keyof Gone) =>
    place === to
      ? new Set([...gone[place]].filter((id) => !ids.includes(id)))
      : new Set([...gone[place], ...ids]);
  return { waiting: without('waiting'), dismissed: without('dismissed') };
}

/** What is unread, be it that it waits or was put away, and what can be done with it. */
export function useUnread(dismissed: boolean) {
  const say = useWords();
  const { locale } = useIntl();
  const client = useApolloClient();
  const { data, error, refetch, fetchMore } = useQuery(unreadQuery, {
    variables: { dismissed },
    fetchPolicy: 'cache-and-network',
  });
  // Pages that were read before are not read again with the first one.
  const [gone, setGone] = useState<Gone>({ waiting: new Set(), dismissed: new Set() });
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
        if (became.what !== 'still') setGone((before) => moved(before, [id], null));
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

  const move = async (ids: readonly string[], away: boolean): Promise<void> => {
    const { data: answer } = await client.mutate(
      away
        ? { mutation: dismissUnreadables, variables: { ids: [...ids] } }
        : { mutation: restoreUnreadables, variables: { ids: [...ids] } },
    );
    if (!answer) throw new Error('No answer came.');
    setGone((before) => moved(before, ids, away ? 'dismissed' : 'waiting'));
    await refetch().catch(() => {});
  };
  /** Puts away what waits, or back what was put away. */
  const put = async (rows: readonly UnreadShown[]): Promise<void> => {
    const ids = rows.map(({ id }) => id);
    const failed = (again: () => Promise<void>) => () => void sayFailed(say('sources.moveFailed'), again);
    const back = (): Promise<void> => move(ids, dismissed).catch(failed(back));
    setBusy(true);
    try {
      await move(ids, !dismissed);
      offerUndo(say(dismissed ? 'sources.restored' : 'sources.dismissed', { count: ids.length }), back);
    } catch {
      sayFailed(say('sources.moveFailed'), () => put(rows));
    }
    setBusy(false);
  };

  const all = data?.unreadableSignals.edges.map((edge) => edge.node) ?? [];
  const rows = all.filter(({ id }) => !gone[dismissed ? 'dismissed' : 'waiting'].has(id));
  const { count, pageInfo } = data?.unreadableSignals ?? {};
  return {
    rows,
    /** How many there are, without those just read or moved here. */
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
    put,
  };
}
