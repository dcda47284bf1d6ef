import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { useCurrentInSight } from '#lib/use-in-sight.ts';
import styles from './reviews.module.css';
import { type ReviewsSearch, type ReviewView, reviewViews } from './reviews-search.ts';

const words = {
  open: 'voice.viewOpen',
  mine: 'voice.viewMine',
  unassigned: 'voice.viewUnassigned',
  breaching: 'voice.viewBreaching',
  low: 'voice.viewLow',
  nobodys: 'voice.viewNobodys',
  done: 'voice.viewDone',
} as const satisfies Record<ReviewView, MessageId>;

/** The views of the list with how many wait in each. */
export function ReviewViews({
  search,
  counts,
  open,
}: {
  search: ReviewsSearch;
  counts: Record<Exclude<ReviewView, 'done'>, number> | undefined;
  open: (view: ReviewView) => void;
}) {
  const say = useWords();
  const { number } = useFormat();
  const row = useCurrentInSight(search.view ?? 'open');
  return (
    <nav ref={row} className={styles.views} aria-label={say('voice.views')}>
      {reviewViews.map((view) => {
        const count = view === 'done' ? undefined : counts?.[view];
        return (
          <button
            key={view}
            type="button"
            className={styles.view}
            data-urgent={(view === 'breaching' && Boolean(count)) || undefined}
            aria-current={(search.view ?? 'open') === view && !search.q ? 'page' : undefined}
            onClick={() => open(view)}
          >
            {say(words[view])}
            {count !== undefined && <span className={styles.count}>{number(count)}</span>}
          </button>
        );
      })}
    </nav>
  );
}
