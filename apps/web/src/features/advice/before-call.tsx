import { useQuery } from '@apollo/client/react';
import { ChevronDown, ChevronRight, PhoneOutgoing } from 'lucide-react';
import { useId, useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Broken } from '#ui/card/broken.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { nextBestQuery } from './advice.documents.ts';
import styles from './before-call.module.css';
import { type LinkTo, Parts } from './next-best-card.tsx';

/** What to know before calling somebody, below their line of the day: asked for when it is opened, so that the day itself stays quick. */
export function BeforeCall({
  customer,
  link,
}: {
  customer: { id: string; displayName: string };
  link: LinkTo;
}) {
  const say = useWords();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div className={styles.before}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        aria-label={say('advice.beforeCallOf', { name: customer.displayName })}
        onClick={() => setOpen(!open)}
      >
        <PhoneOutgoing size={14} aria-hidden />
        {say('advice.beforeCall')}
        <Chevron size={14} aria-hidden />
      </button>
      {open && (
        <div id={panel} className={styles.panel}>
          <Advice customerId={customer.id} link={link} />
        </div>
      )}
    </div>
  );
}

function Advice({ customerId, link }: { customerId: string; link: LinkTo }) {
  const { data, error, refetch } = useQuery(nextBestQuery, {
    variables: { id: customerId },
    fetchPolicy: 'cache-and-network',
    errorPolicy: 'all',
  });
  const best = data?.customer?.nextBest;
  if (best) return <Parts best={best} link={link} />;
  return error ? <Broken onRetry={() => void refetch()} /> : <Bone height={180} />;
}
