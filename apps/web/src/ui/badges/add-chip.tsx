import { Plus } from 'lucide-react';
import type { Ref } from 'react';
import styles from './add-chip.module.css';

/** The place of one more, at the end of what stands in rounded frames. */
export function AddChip({
  word,
  label,
  onClick,
  ref,
}: {
  /** What stands on it. */
  word: string;
  /** What it does, for whoever does not see where it stands. */
  label: string;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button ref={ref} type="button" className={styles.add} aria-label={label} onClick={onClick}>
      <Plus size={13} aria-hidden />
      {word}
    </button>
  );
}
