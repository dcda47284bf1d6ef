import { useQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import styles from './filter-bar.module.css';

const companyQuery = graphql(`
  query CompanyName($id: ID!) {
    company(id: $id) { id name }
  }
`);

/** The company to which the list is narrowed, by its name. */
export function CompanyChip({ id, onRemove }: { id: string; onRemove: () => void }) {
  const say = useWords();
  const { data } = useQuery(companyQuery, { variables: { id } });
  const text = say('customers.chip', { label: say('customers.company'), values: data?.company?.name ?? '…' });
  return (
    <span className={styles.chip}>
      <span className={styles.chipText}>{text}</span>
      <button
        type="button"
        className={styles.remove}
        aria-label={say('customers.removeFilter', { filter: text })}
        onClick={onRemove}
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  );
}
