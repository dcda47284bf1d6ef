import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sharedText } from '#lib/evidence-text.ts';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { householdQuery } from './explanation.documents.ts';
import { useLikelihood } from './likelihood.tsx';
import styles from './sources-card.module.css';

/** Who probably lives with a customer, looked for when somebody unfolds it. */
export function HouseholdFold({ customerId }: { customerId: string }) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Fold label={say('identity.household')} onOpen={() => setOpen(true)}>
      {open && <Household customerId={customerId} />}
    </Fold>
  );
}

function Household({ customerId }: { customerId: string }) {
  const say = useWords();
  const likely = useLikelihood();
  const { data, error, refetch } = useQuery(householdQuery, { variables: { id: customerId } });
  if (error) return <Broken onRetry={() => void refetch()} />;
  if (!data) return <Bone height={48} />;
  const people = data.customer?.household ?? [];
  if (people.length === 0) return <CardNote>{say('identity.householdNobody')}</CardNote>;
  return (
    <ul className={styles.records}>
      {people.map(({ customer, probability, shares, because }) => (
        <li key={customer.id}>
          <p className={styles.name}>
            <Link to="/customers/$customerId" params={{ customerId: customer.id }}>
              {customer.displayName}
            </Link>
            <small>{say('identity.householdLikely', { percent: likely(probability) })}</small>
          </p>
          <p className={styles.sub}>
            {because.map((each, index) => sharedText(shares[index] ?? '', each, say)).join(' · ')}
          </p>
        </li>
      ))}
      <li className={styles.sub}>{say('identity.householdText')}</li>
    </ul>
  );
}
