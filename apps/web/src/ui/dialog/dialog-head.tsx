import { X } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import styles from './dialog-head.module.css';

/** The title of a dialog with its way out. */
export function DialogHead({ title, onClose }: { title: string; onClose: () => void }) {
  const say = useWords();
  return (
    <header className={styles.head}>
      <h2>{title}</h2>
      <button type="button" onClick={onClose} aria-label={say('ui.close')} title={say('ui.close')}>
        <X size={18} aria-hidden />
      </button>
    </header>
  );
}
