import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** A part of a page with a title; its facts stand below. */
export function Card({
  title,
  aside,
  children,
  department,
}: {
  title: ReactNode;
  /** What stands at the right of the title: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
  department?: string;
}) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id} data-department={department}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  );
}

/** One quiet line where a card has nothing to show. */
export function CardNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
