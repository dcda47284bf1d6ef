import { useQuery } from '@apollo/client/react';
import { Handshake } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { ToggleGap, ToggleGroup } from '#ui/form/toggle-group.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { PromiseLine } from './promise-line.tsx';
import { promisesQuery } from './promises.documents.ts';
import styles from './promises.module.css';
import { usePromises } from './use-promises.ts';
import { channelText, type Standing, standings } from './words.ts';

/** What the list of promises shows, as its address says it. */
export interface PromiseSearch {
  standing?: Standing[];
  channel?: string;
  /** Who gave them: people, or the clocks of service levels. */
  by?: 'people' | 'clocks';
}

const waiting: Standing[] = ['BROKEN', 'OPEN'];
const all = Object.keys(standings) as Standing[];

/** What is asked for a search. */
export const promiseVariables = ({ standing = waiting, channel, by }: PromiseSearch) => ({
  filter: {
    standings: standing,
    ...(channel ? { channels: [channel] } : {}),
    ...(by ? { isServiceLevel: by === 'clocks' } : {}),
  },
  // What waits is read from the most pressing on; what is settled from the newest.
  newestFirst: !standing.some((each) => waiting.includes(each)),
});

/** Promises of all customers: those that wait, or those that ended in some way. */
export function PromiseList({
  search,
  change,
  link,
}: {
  search: PromiseSearch;
  change: (search: PromiseSearch) => void;
  link: (customer: { id: string; displayName: string }) => ReactNode;
}) {
  const say = useWords();
  const acts = usePromises();
  const chosen = search.standing ?? waiting;
  const { data, error, refetch, fetchMore } = useQuery(promisesQuery, {
    variables: promiseVariables(search),
    fetchPolicy: 'cache-and-network',
  });
  const info = data?.promises.pageInfo;
  const found = data?.promises.edges.map(({ node }) => node) ?? [];
  const toggle = (standing: Standing) => {
    const next = chosen.includes(standing)
      ? chosen.filter((each) => each !== standing)
      : [...chosen, standing];
    change({ ...search, standing: next.length > 0 ? next : [...all] });
  };
  const more = () =>
    void fetchMore({
      variables: { after: info?.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        promises: {
          ...fetchMoreResult.promises,
          edges: [...before.promises.edges, ...fetchMoreResult.promises.edges],
        },
      }),
    });
  return (
    <>
      <ToggleGroup label={say('promises.standing')}>
        {all.map((standing) => (
          <button
            key={standing}
            type="button"
            aria-pressed={chosen.includes(standing)}
            onClick={() => toggle(standing)}
          >
            {say(standings[standing].word)}
          </button>
        ))}
        <ToggleGap />
        {(['people', 'clocks'] as const).map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={search.by === by}
            onClick={() => change({ ...search, by: search.by === by ? undefined : by })}
          >
            {say(`promises.by.${by}`)}
          </button>
        ))}
        {search.channel && (
          <button type="button" aria-pressed onClick={() => change({ ...search, channel: undefined })}>
            {channelText(search.channel, say)} ✕
          </button>
        )}
      </ToggleGroup>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className={styles.list} aria-busy="true">
          <Bone height={44} />
          <Bone height={44} />
        </div>
      )}
      {data && found.length === 0 && (
        <EmptyState
          icon={<Handshake size={24} aria-hidden />}
          title={say('promises.noneLike')}
          text={say('promises.noneLikeText')}
          action={<Button onClick={() => change({})}>{say('promises.showWaiting')}</Button>}
        />
      )}
      {found.length > 0 && (
        <ul className={styles.list}>
          {found.map((promise) => (
            <PromiseLine
              key={promise.id}
              promise={promise}
              acts={acts}
              whom={promise.customer && link(promise.customer)}
            />
          ))}
        </ul>
      )}
      {info?.hasNextPage && <Button onClick={more}>{say('promises.more')}</Button>}
    </>
  );
}
