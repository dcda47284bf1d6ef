import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { KeyHint } from '../badges/key-hint.tsx';
import styles from './button.module.css';

/** A button of forms and dialogs. One of a screen is `primary`; `danger` is for what cannot be taken back. */
export function Button({
  tone = 'plain',
  icon,
  flush = false,
  keys,
  children,
  ...button
}: {
  tone?: 'plain' | 'primary' | 'danger' | 'quiet';
  icon?: ReactNode;
  /** Whether its words, not its padding, begin where the text around it begins. */
  flush?: boolean;
  /** The key that does the same. */
  keys?: string;
  children: ReactNode;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...button}
      className={styles.button}
      data-tone={tone}
      data-flush={flush || undefined}
    >
      {icon}
      <span>{children}</span>
      {keys && <KeyHint keys={keys} />}
    </button>
  );
}
