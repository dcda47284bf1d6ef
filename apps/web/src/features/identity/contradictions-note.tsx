import { useQuery } from '@apollo/client/react';
import { TriangleAlert } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { contradictionText } from './cause-text.ts';
import { contradictionsQuery } from './last-run.documents.ts';
import styles from './sources-card.module.css';

/** A warning above a customer's records, where the last run found in them what one person can hardly have; nothing otherwise. */
export function ContradictionsNote({ customerId }: { customerId: string }) {
  const say = useWords();
  const { data } = useQuery(contradictionsQuery, { variables: { id: customerId } });
  const found = data?.customer?.contradictions ?? [];
  if (found.length === 0) return null;
  return (
    <p className={styles.warning}>
      <TriangleAlert size={16} aria-hidden />
      <span>
        {say('identity.contradictionNote')} {found.map((each) => contradictionText(each, say)).join(' · ')}
      </span>
    </p>
  );
}
