import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useWords } from '#lib/intl/words.ts';
import { sight } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Button } from '#ui/button/button.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { CompanyDeals } from './company-deals.tsx';
import { DealLines } from './deal-lines.tsx';
import { DealsFragment, moreDeals, moreOrders } from './deals.fragment.ts';
import { Forecast } from './forecast.tsx';
import { OrderLines } from './order-lines.tsx';

/** What the page shows by itself, of which it asks for one more; and how much once more is wanted. */
const [dealsAtOnce, ordersAtOnce, atMost] = [50, 20, 100];

/** What sales and this customer do together: open deals first, then what became of the others, then orders. */
export function DealsCard({ customer }: { customer: { id: string } & FragmentOf<typeof DealsFragment> }) {
  const say = useWords();
  const { id, deals: asked, companies, orders, repeatBuying } = useOwned(DealsFragment, customer);
  const [wantsDeals, setWantsDeals] = useState(false);
  const [wantsOrders, setWantsOrders] = useState(false);
  const moreOfDeals = useQuery(moreDeals, { variables: { id, ...sight() }, skip: !wantsDeals });
  const moreOfOrders = useQuery(moreOrders, { variables: { id }, skip: !wantsOrders });
  const deals = moreOfDeals.data?.customer?.deals ?? asked?.slice(0, dealsAtOnce);
  const shownOrders = moreOfOrders.data?.customer?.orders ?? orders?.slice(0, ordersAtOnce) ?? [];
  const open = deals?.filter(({ outcome }) => outcome === 'OPEN') ?? [];
  const closed = deals?.filter(({ outcome }) => outcome !== 'OPEN') ?? [];
  const mine = deals?.map(({ id }) => id);
  return (
    <Card title={say('sales.title')} aside={<DepartmentBadge department="SALES" small />}>
      {asked === null && <Broken />}
      {deals?.length === 0 && <CardNote>{say('sales.none')}</CardNote>}
      {open.length > 0 && <DealLines deals={open} />}
      {closed.length > 0 && (
        <Fold label={say('sales.closed', { count: closed.length })}>
          <DealLines deals={closed} />
        </Fold>
      )}
      {!wantsDeals && asked && asked.length > dealsAtOnce && (
        <Button tone="quiet" flush onClick={() => setWantsDeals(true)}>
          {say('sales.moreDeals')}
        </Button>
      )}
      {moreOfDeals.error && !moreOfDeals.data && (
        <Failure error={moreOfDeals.error} onRetry={() => void moreOfDeals.refetch()} />
      )}
      {deals && deals.length >= atMost && <CardNote>{say('sales.newestDeals', { count: atMost })}</CardNote>}
      {mine &&
        companies?.map(({ company }) => <CompanyDeals key={company.id} id={company.id} besides={mine} />)}
      {repeatBuying && <Forecast ahead={repeatBuying} />}
      {orders && orders.length > 0 && (
        <Fold
          label={
            orders.length > ordersAtOnce && !moreOfOrders.data
              ? say('sales.ordersOver', { count: ordersAtOnce })
              : say('sales.orders', { count: shownOrders.length })
          }
        >
          <OrderLines orders={shownOrders} />
          {!wantsOrders && orders.length > ordersAtOnce && (
            <Button tone="quiet" flush onClick={() => setWantsOrders(true)}>
              {say('sales.moreOrders')}
            </Button>
          )}
          {moreOfOrders.error && !moreOfOrders.data && (
            <Failure error={moreOfOrders.error} onRetry={() => void moreOfOrders.refetch()} />
          )}
          {shownOrders.length >= atMost && (
            <CardNote>{say('sales.newestOrders', { count: atMost })}</CardNote>
          )}
        </Fold>
      )}
    </Card>
  );
}
