import { useQuery } from '@apollo/client/react';
import { useFollowing } from '#lib/graphql/use-following.ts';
import { useWords } from '#lib/intl/words.ts';
import { sight } from '#lib/viewer.ts';
import { Fold } from '#ui/card/fold.tsx';
import { More } from '#ui/more/more.tsx';
import { DealLines } from './deal-lines.tsx';
import { companyDealsQuery, moreCompanyDeals } from './deals.fragment.ts';

/** Deals that are shown at once, of which one more is asked for. */
const atOnce = 50;

/**
 * The deals that are with a company, whether or not somebody of it is on them; `besides` leaves only open ones that are not among
 * these. Nothing where there is none. Asked by itself, after the page that shows it.
 */
export function CompanyDeals({ id, besides }: { id: string; besides?: readonly string[] }) {
  const say = useWords();
  const variables = { id, ...(besides && { outcome: 'OPEN' as const }), ...sight() };
  const { data } = useQuery(companyDealsQuery, { variables });
  const all = useFollowing(
    { lines: data?.company?.deals, atOnce },
    moreCompanyDeals,
    variables,
    ({ company }) => company?.dealsConnection,
  );
  const deals = all.lines.filter((deal) => !besides?.includes(deal.id));
  if (deals.length === 0) return null;
  return (
    <Fold label={say(besides ? 'sales.around' : 'sales.ofCompany', { count: deals.length })}>
      <DealLines deals={deals} />
      <More of={all} label={say('sales.moreDeals')} />
    </Fold>
  );
}
