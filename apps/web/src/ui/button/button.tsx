import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { KeyHint } from '../badges/key-hint.tsx';
import styles from './button.module.css';

/** A button of forms and dialogs. One of a screen is `primary`; `danger` is for what cannot be taken back. */
export function Button({
  tone = 'plain',
  icon,
  keys,
  children,
  ...button
}: {
  tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: ReactNode;
  /** The key that does the same. */
  keys?: string;
  children: ReactNode;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" {...button} className={styles.button} data-tone={tone}>
      {icon}
      <span>{children}</span>
      {keys && <KeyHint keys={keys} />}
    </button>
  );
}
