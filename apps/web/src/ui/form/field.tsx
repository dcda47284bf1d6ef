import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import styles from './form.module.css';

/** A labelled input with its hint, and what is wrong with it beside it. */
export function Field({
  label,
  hint,
  wrong,
  end,
  first = false,
  ...input
}: {
  label: string;
  hint?: string;
  wrong?: string | null;
  end?: ReactNode;
  /** Whether a dialog begins with it. */
  first?: boolean;
} & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box} data-wrong={Boolean(wrong) || undefined}>
        <input
          id={id}
          aria-invalid={Boolean(wrong)}
          aria-describedby={told || undefined}
          data-first={first || undefined}
          {...input}
        />
        {end}
      </div>
      {hint && !wrong && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
