import { type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './choice.module.css';

/** One of several, with its label: the browser's own list, which every keyboard and screen reader knows. */
export function Choice({
  label,
  children,
  hideLabel = false,
  onChoose,
  ...select
}: {
  label: string;
  /** The options. */
  children: ReactNode;
  /** Whether a heading beside it already says what it is. */
  hideLabel?: boolean;
  onChoose: (value: string) => void;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'>) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id} className={hideLabel ? 'unseen' : undefined}>
        {label}
      </label>
      <select id={id} {...select} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </span>
  );
}
