import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Card, CardNote } from '../card/card.tsx';
import styles from './agenda.module.css';

/** A section of the day: what there is to do of one kind, the most pressing first; where there is nothing it says so in a line. */
export function Agenda({
  title,
  text,
  none,
  aside,
  children,
}: {
  title: string;
  /** Why these, in a few words. */
  text?: string;
  /** What is said when there is nothing. */
  none: string;
  aside?: ReactNode;
  children: readonly ReactNode[];
}) {
  return (
    <Card title={title} aside={aside}>
      {text && children.length > 0 && <p className={styles.text}>{text}</p>}
      {children.length === 0 ? <CardNote>{none}</CardNote> : <ul className={styles.list}>{children}</ul>}
    </Card>
  );
}

/** One thing of the day: about whom, what, and at the right how much time there is. */
export function AgendaLine({
  customer,
  what,
  detail,
  aside,
  below,
}: {
  customer: { id: string; displayName: string } | null | undefined;
  what: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
  /** What can be opened below it. */
  below?: ReactNode;
}) {
  return (
    <li className={styles.line}>
      <div className={styles.main}>
        <p className={styles.what}>
          {customer && (
            <>
              <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                {customer.displayName}
              </Link>{' '}
            </>
          )}
          <span>{what}</span>
        </p>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
      {below && <div className={styles.below}>{below}</div>}
    </li>
  );
}
