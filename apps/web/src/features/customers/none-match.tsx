import { useQuery } from '@apollo/client/react';
import { SearchX } from 'lucide-react';
import { useIntl } from 'react-intl';
import { graphql } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { EmptyState } from '#ui/state/empty-state.tsx';
import { filterText } from './filter-text.ts';
import { filters, usedFilters, withoutFilters } from './filters.ts';
import { type ListSearch, toFilter } from './list-search.ts';
import styles from './none-match.module.css';

const countQuery = graphql(`
  query CountCustomers($filter: CustomerFilter) {
    customers(filter: $filter, first: 1) {
      count { value isExact }
    }
  }
`);

/** Filters that leave nobody: each can be taken away alone, and says whom that would bring back. */
export function NoneMatch({
  search,
  replace,
}: {
  search: ListSearch;
  replace: (search: ListSearch) => void;
}) {
  const say = useWords();
  const { locale } = useIntl();
  const used = filters.filter(({ name }) => usedFilters(search).includes(name));
  const ways = [
    ...(search.q ? [{ key: 'q', text: `“${search.q}”`, next: { ...search, q: undefined } }] : []),
    ...(search.company
      ? [{ key: 'company', text: say('customers.company'), next: { ...search, company: undefined } }]
      : []),
    ...used.map((definition) => ({
      key: definition.name,
      text: filterText(definition, search, say, locale),
      next: { ...search, [definition.name]: undefined },
    })),
  ];
  return (
    <EmptyState
      icon={<SearchX size={24} aria-hidden />}
      title={say('customers.noneMatch')}
      text={say('customers.noneMatchText')}
      action={
        <div className={styles.ways}>
          {ways.length > 1 &&
            ways.map(({ key, text, next }) => <Way key={key} text={text} next={next} replace={replace} />)}
          <button type="button" className={styles.all} onClick={() => replace(withoutFilters(search))}>
            {say('customers.clearAll')}
          </button>
        </div>
      }
    />
  );
}

function Way({
  text,
  next,
  replace,
}: {
  text: string;
  next: ListSearch;
  replace: (search: ListSearch) => void;
}) {
  const say = useWords();
  const { number } = useFormat();
  const { data } = useQuery(countQuery, { variables: { filter: toFilter(next) }, fetchPolicy: 'no-cache' });
  const count = data?.customers.count;
  const shown = count ? `${number(count.value)}${count.isExact ? '' : '+'}` : '…';
  return (
    <button type="button" className={styles.way} onClick={() => replace(next)}>
      {say('customers.clearOne', { filter: text, count: shown })}
    </button>
  );
}
