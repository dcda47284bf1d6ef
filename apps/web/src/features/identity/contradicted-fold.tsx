import { Link } from '@tanstack/react-router';
import { useWords } from '#lib/intl/words.ts';
import { Fold } from '#ui/card/fold.tsx';
import { contradictionText } from './cause-text.ts';
import styles from './last-run.module.css';

interface Contradicted {
  customer: { id: string; displayName: string } | null;
  found: { code: string; figure: number }[];
}

/** Customers in whose records a run found what one person can hardly have: each a way to their page, where a record can be split off. */
export function ContradictedFold({ count, first }: { count: number; first: readonly Contradicted[] }) {
  const say = useWords();
  return (
    <div className={styles.contradicted}>
      <Fold label={say('identity.contradicted', { count })}>
        <ul>
          {first.map(
            ({ customer, found }) =>
              customer && (
                <li key={customer.id}>
                  <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
                    {customer.displayName}
                  </Link>
                  <span>{found.map((each) => contradictionText(each, say)).join(' · ')}</span>
                </li>
              ),
          )}
        </ul>
        {count > first.length && <p>{say('identity.contradictedMore', { count: count - first.length })}</p>}
      </Fold>
    </div>
  );
}
