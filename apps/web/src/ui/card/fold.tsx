import type { ReactNode } from 'react';
import styles from './fold.module.css';

/** A part of a card that waits folded until somebody wants it. */
export function Fold({
  label,
  children,
  open = false,
}: {
  label: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className={styles.fold} open={open}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
