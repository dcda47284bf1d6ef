import type { ReactNode } from 'react';
import styles from './toggle-group.module.css';

/** Buttons that are pressed or not (`aria-pressed`), each of which narrows the list below them. */
export function ToggleGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.group} role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** What sets apart buttons that ask another thing. */
export function ToggleGap() {
  return <span className={styles.gap} aria-hidden />;
}
