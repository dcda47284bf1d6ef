import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './review-work.module.css';
import type { ReviewWork } from './reviews.documents.ts';
import { reviewEventWords } from './words.ts';

/** What was done with a review, and what colleagues noted. */
export function ReviewHistory({ review }: { review: ReviewWork }) {
  const say = useWords();
  const { date, ago } = useFormat();
  if (review.events.length === 0) return null;
  return (
    <ol className={styles.events} aria-label={say('voice.history')}>
      {review.events.map((event) => (
        <li key={event.id} data-note={event.kind === 'NOTE' || undefined}>
          <span>
            <b>{event.actorName ?? review.site ?? say('voice.source')}</b> {say(reviewEventWords[event.kind])}
            {event.kind === 'ASSIGNED' && ` ${event.words ?? say('voice.nobody')}`}
          </span>
          <time dateTime={event.at} title={date(event.at, 'dateTime')}>
            {ago(event.at)}
          </time>
          {event.kind === 'NOTE' && <p>{event.words}</p>}
        </li>
      ))}
    </ol>
  );
}
