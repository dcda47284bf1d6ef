import { Plus } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import styles from './customers.module.css';

/** How many customers the list has, how many came in meanwhile, and how one is added. */
export function CustomersHead({
  count,
  matching,
  fresh,
  onFresh,
  onAdd,
}: {
  count: number | undefined;
  /** The count in words, where there are more than are counted. */
  matching: string;
  fresh: number;
  onFresh: () => void;
  /** Absent for people who may not. */
  onAdd: (() => void) | undefined;
}) {
  const say = useWords();
  return (
    <header className={styles.head}>
      <h1>{say('customers.title')}</h1>
      <p className={styles.count}>
        {count === undefined ? '' : say('customers.count', { count, shown: matching })}
      </p>
      {fresh > 0 && (
        <button type="button" className={styles.fresh} onClick={onFresh}>
          {say('customers.fresh', { count: fresh })}
        </button>
      )}
      {onAdd && (
        <button type="button" className={styles.new} onClick={onAdd}>
          <Plus size={16} aria-hidden />
          {say('customers.new')}
        </button>
      )}
    </header>
  );
}
