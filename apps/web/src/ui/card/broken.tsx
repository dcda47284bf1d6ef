import { useWords } from '#lib/intl/words.ts';
import styles from './broken.module.css';

/** A part of a page that could not be read while the rest could: it says so, and can be tried again alone. */
export function Broken({ onRetry }: { onRetry?: () => void }) {
  const say = useWords();
  return (
    <p className={styles.broken} role="alert">
      {say('ui.failed')}
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {say('ui.retry')}
        </button>
      )}
    </p>
  );
}
