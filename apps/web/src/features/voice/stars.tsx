import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './reviews.module.css';

/** How many stars, as a picture and in words. Without stars nothing is drawn. */
export function Stars({ rating }: { rating: number | null }) {
  const say = useWords();
  const { number } = useFormat();
  if (rating === null) return null;
  return (
    <span className={styles.stars} data-low={rating <= 2 || undefined}>
      <span aria-hidden>
        {[1, 2, 3, 4, 5].map((star) => (
          <span key={star} data-lit={rating >= star - 0.25 || undefined}>
            ★
          </span>
        ))}
      </span>
      <span className="unseen">{say('voice.stars', { rating: number(rating) })}</span>
    </span>
  );
}
