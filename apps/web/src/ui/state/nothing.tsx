import { useWords } from '#lib/intl/words.ts';
import styles from './nothing.module.css';

/** Where a value is not known: a dash for the eye, a word for the ear, and never a zero. */
export function Nothing() {
  const say = useWords();
  return (
    <span className={styles.nothing} data-nothing>
      <span aria-hidden>–</span>
      <span className="unseen">{say('ui.unknown')}</span>
    </span>
  );
}
