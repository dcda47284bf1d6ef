import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useFollowing } from '#lib/graphql/use-following.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useWords } from '#lib/intl/words.ts';
import { sight } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { More } from '#ui/more/more.tsx';
import { CompanyDeals } from './company-deals.tsx';
import { DealLines } from './deal-lines.tsx';
import { DealsFragment, moreDeals, moreOrders } from './deals.fragment.ts';
import { Forecast } from './forecast.tsx';
import { OrderLines } from './order-lines.tsx';

/** What the page shows by itself, of which it asks for one more. */
const [dealsAtOnce, ordersAtOnce] = [50, 20];

/** What sales and this customer do together: open deals first, then what became of the others, then orders. */
export function DealsCard({ customer }: { customer: { id: string } & FragmentOf<typeof DealsFragment> }) {
  const say = useWords();
  const {
    id,
    deals: asked,
    companies,
    orders: askedOrders,
    repeatBuying,
  } = useOwned(DealsFragment, customer);
  const deals = useFollowing(
    { lines: asked, atOnce: dealsAtOnce },
    moreDeals,
    { id, ...sight() },
    (data) => data.customer?.dealsConnection,
  );
  const orders = useFollowing(
    { lines: askedOrders, atOnce: ordersAtOnce },
    moreOrders,
    { id },
    (data) => data.customer?.ordersConnection,
  );
  const open = deals.lines.filter(({ outcome }) => outcome === 'OPEN');
  const closed = deals.lines.filter(({ outcome }) => outcome !== 'OPEN');
  const mine = asked && deals.lines.map((deal) => deal.id);
  return (
    <Card title={say('sales.title')} aside={<DepartmentBadge department="SALES" small />}>
      {asked === null && <Broken />}
      {asked?.length === 0 && <CardNote>{say('sales.none')}</CardNote>}
      {open.length > 0 && <DealLines deals={open} />}
      {closed.length > 0 && (
        <Fold label={say('sales.closed', { count: closed.length })}>
          <DealLines deals={closed} />
        </Fold>
      )}
      <More of={deals} label={say('sales.moreDeals')} />
      {mine &&
        companies?.map(({ company }) => <CompanyDeals key={company.id} id={company.id} besides={mine} />)}
      {repeatBuying && <Forecast ahead={repeatBuying} />}
      {orders.lines.length > 0 && (
        <Fold
          label={say(orders.hasMore ? 'sales.ordersOver' : 'sales.orders', { count: orders.lines.length })}
        >
          <OrderLines orders={orders.lines} />
          <More of={orders} label={say('sales.moreOrders')} />
        </Fold>
      )}
    </Card>
  );
}
