import type { ComponentProps } from 'react';
import styles from './text-area.module.css';

/** A field for several lines, with what is wrong with it below. */
export function TextArea({
  label,
  wrong,
  first = false,
  ...area
}: {
  label: string;
  wrong?: string | null | undefined;
  /** Whether the dialog begins here. */
  first?: boolean;
} & ComponentProps<'textarea'>) {
  return (
    <label className={styles.words}>
      {label}
      <textarea data-first={first || undefined} aria-invalid={wrong ? true : undefined} {...area} />
      {wrong && <span role="alert">{wrong}</span>}
    </label>
  );
}
