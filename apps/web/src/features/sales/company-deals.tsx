import { useQuery } from '@apollo/client/react';
import { graphql } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { sight } from '#lib/viewer.ts';
import { Fold } from '#ui/card/fold.tsx';
import { DealLines } from './deal-lines.tsx';
import { DealLineFragment } from './deals.fragment.ts';

const companyDealsQuery = graphql(
  `
  query CompanyDeals($id: ID!, $outcome: DealOutcome, $seesValue: Boolean!) {
    company(id: $id) {
      id
      deals(outcome: $outcome, first: 100) { id ...DealLine }
    }
  }
`,
  [DealLineFragment],
);

/**
 * The deals that are with a company, whether or not somebody of it is on them; `besides` leaves only open ones that are not among
 * these. Nothing where there is none. Asked by itself, after the page that shows it.
 */
export function CompanyDeals({ id, besides }: { id: string; besides?: readonly string[] }) {
  const say = useWords();
  const { data } = useQuery(companyDealsQuery, {
    variables: { id, ...(besides && { outcome: 'OPEN' as const }), ...sight() },
  });
  const deals = (data?.company?.deals ?? []).filter((deal) => !besides?.includes(deal.id));
  if (deals.length === 0) return null;
  return (
    <Fold label={say(besides ? 'sales.around' : 'sales.ofCompany', { count: deals.length })}>
      <DealLines deals={deals} />
    </Fold>
  );
}
