import { useApolloClient, useQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { MessageSquareQuote } from 'lucide-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { PickCustomer } from '#features/identity';
import { ClockBadge, useNow } from '#features/support';
import {
  type Chosen,
  NewReview,
  type ReviewLine,
  ReviewList,
  type ReviewsSearch,
  ReviewWork,
  reviewQuery,
  reviewsQuery,
  reviewsVariables,
} from '#features/voice';
import { useLiveReading } from '#lib/graphql/use-live.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useNarrow } from '#lib/use-narrow.ts';
import { useWorkThrough } from '#lib/use-work-through.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { Failure } from '#ui/state/failure.tsx';
import styles from './reviews.module.css';
import { ReviewsHead } from './reviews-head.tsx';

const route = getRouteApi('/in/reviews');
const live = [reviewsQuery, reviewQuery];
const ofReviews = (kinds: readonly string[]) => kinds.includes('review');
const clean = (search: ReviewsSearch): ReviewsSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as ReviewsSearch;

/** What people say of us in front of others: what waits for an answer, and the one in hand; the next one opens by itself. */
export function ReviewsPage() {
  const say = useWords();
  const client = useApolloClient();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const now = useNow();
  const search: ReviewsSearch = route.useSearch();
  const { view, order, q, review: current } = search;
  const wanted = useMemo(() => reviewsVariables({ view, order, q }), [view, order, q]);
  const variables = useDeferredValue(wanted);
  const { data, previousData, error, refetch, fetchMore } = useQuery(reviewsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
    // Of what is nobody's there is no live news: it is looked for now and then.
    pollInterval: 60_000,
  });
  const shown = data ?? previousData;
  const lines = useMemo(() => shown?.reviews.edges.map(({ node }) => node) ?? [], [shown]);
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const go = useCallback(
    (next: ReviewsSearch, replace = true) =>
      void navigate({ to: '/reviews', search: (before) => ({ lens: before.lens, ...clean(next) }), replace }),
    [navigate],
  );
  const open = useCallback(
    (review: string | undefined, replace = true) => go({ view, order, q, review }, replace),
    [go, view, order, q],
  );

  const { step, next: openNext } = useWorkThrough(lines, current, open, narrow);
  const next = () => (narrow ? open(undefined) : openNext());

  useLiveReading(live, { everyMs: 2_000, wanted: ofReviews });

  const mayAdd = may('Mutation.writeDownReview');
  useCommands({
    id: 'reviews',
    label: 'voice.reviews',
    commands: [
      {
        id: 'reviews-next',
        label: 'voice.keyNext',
        keys: 'j',
        also: ['down'],
        run: () => step(1),
        keyboardOnly: true,
      },
      {
        id: 'reviews-before',
        label: 'voice.keyBefore',
        keys: 'k',
        also: ['up'],
        run: () => step(-1),
        keyboardOnly: true,
      },
      { id: 'reviews-find', label: 'voice.find', keys: '/', run: () => field.current?.focus() },
      ...(mayAdd
        ? [{ id: 'reviews-new', label: 'voice.writeDown' as const, keys: 'c', run: () => setAdding(true) }]
        : []),
    ],
  });

  const title = `${say('voice.reviews')} · Ancora`;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const info = shown?.reviews.pageInfo;
  const more = info?.hasNextPage
    ? () =>
        void fetchMore({
          variables: { after: info.endCursor },
          updateQuery: (before, { fetchMoreResult }) => ({
            ...fetchMoreResult,
            reviews: {
              ...fetchMoreResult.reviews,
              edges: [...before.reviews.edges, ...fetchMoreResult.reviews.edges],
            },
          }),
        })
    : undefined;
  const clock = ({ case: standing }: ReviewLine) =>
    standing?.clockState && standing.clockStartedAt ? (
      <ClockBadge
        now={now}
        clocks={[
          {
            kind: 'FIRST_REPLY',
            turn: 1,
            state: standing.clockState,
            startedAt: standing.clockStartedAt,
            targetMinutes: standing.targetMinutes ?? 0,
            dueAt: standing.dueAt,
            warnAt: standing.warnAt,
            brokenAt: standing.brokenAt,
            stoppedAt: standing.stoppedAt,
          },
        ]}
      />
    ) : null;
  const pick = (onPick: (chosen: Chosen) => void, without: string) => (
    <PickCustomer
      without={without}
      label={say('voice.findCustomer')}
      onPick={({ id, name }) => onPick({ id, name })}
    />
  );
  const hrefOf = (id: string) =>
    `/reviews?${new URLSearchParams(clean({ view, order, q, review: id }) as Record<string, string>)}`;

  return (
    <div className={styles.page}>
      {(!narrow || !current) && (
        <section className={styles.side} aria-label={say('voice.reviews')}>
          <ReviewsHead
            search={{ view, order, q }}
            counts={shown?.reviewCounts}
            find={field}
            go={go}
            onAdd={mayAdd ? () => setAdding(true) : undefined}
          />
          <div className={styles.lines}>
            {error && lines.length === 0 ? (
              <Failure error={error} onRetry={() => void refetch()} />
            ) : lines.length > 0 ? (
              <ReviewList
                lines={lines}
                current={current}
                href={hrefOf}
                clock={clock}
                onOpen={(id) => open(id, !narrow)}
                onMore={more}
              />
            ) : (
              shown && (
                <EmptyState
                  icon={<MessageSquareQuote size={24} aria-hidden />}
                  title={q ? say('voice.emptySearch', { text: q }) : say('voice.emptyView')}
                  text={q ? undefined : say('voice.emptyText')}
                  action={
                    q ? (
                      <Button onClick={() => go({ view, order })}>{say('voice.clearSearch')}</Button>
                    ) : (
                      mayAdd && <Button onClick={() => setAdding(true)}>{say('voice.writeDown')}</Button>
                    )
                  }
                />
              )
            )}
          </div>
        </section>
      )}
      {current ? (
        <section className={styles.work} aria-label={say('voice.inHand')}>
          <ReviewWork
            id={current}
            onDone={next}
            onBack={narrow ? () => open(undefined) : undefined}
            clock={clock}
            pick={pick}
            customerLink={({ id, displayName }) => (
              <Link to="/customers/$customerId" params={{ customerId: id }}>
                {displayName}
              </Link>
            )}
            ticketLink={(ticket, words) => (
              <Link to="/inbox" search={{ ticket, view: 'all' }}>
                {words}
              </Link>
            )}
          />
        </section>
      ) : (
        !narrow && <p className={styles.pick}>{say(lines.length > 0 ? 'voice.pick' : 'voice.allDone')}</p>
      )}
      {adding && (
        <NewReview
          pick={pick}
          onClose={() => setAdding(false)}
          onWritten={(id) => {
            setAdding(false);
            open(id);
            void client.refetchQueries({ include: [reviewsQuery] });
          }}
        />
      )}
    </div>
  );
}
