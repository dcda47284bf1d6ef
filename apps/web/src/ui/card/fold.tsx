import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** A part of a card that waits folded until somebody wants it. */
export function Fold({
  label,
  children,
  open = false,
  onOpen,
}: {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** It was unfolded: what it shows may be asked for only now. */
  onOpen?: () => void;
}) {
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
    >
      <summary>{label}</summary>
      {children}
    </details>
  );
}
