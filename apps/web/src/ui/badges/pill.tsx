import type { ReactNode } from 'react';
import styles from './pill.module.css';

/** A word in a small frame; its colour only repeats what the word says. */
export function Pill({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'good' | 'warn' | 'bad';
  children: ReactNode;
}) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
