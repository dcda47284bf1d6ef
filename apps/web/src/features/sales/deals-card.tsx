import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { CompanyDeals } from './company-deals.tsx';
import { DealLines } from './deal-lines.tsx';
import { DealsFragment } from './deals.fragment.ts';
import styles from './deals-card.module.css';
import { Forecast } from './forecast.tsx';

const statuses = {
  PLACED: 'sales.placed',
  FULFILLED: 'sales.fulfilled',
  CANCELLED: 'sales.cancelled',
  RETURNED: 'sales.returned',
  REFUNDED: 'sales.refunded',
} as const satisfies Record<string, MessageId>;

/** What sales and this customer do together: open deals first, then what became of the others, then orders. */
export function DealsCard({ customer }: { customer: { id: string } & FragmentOf<typeof DealsFragment> }) {
  const say = useWords();
  const { money, date, number } = useFormat();
  const { deals, companies, orders, repeatBuying } = useOwned(DealsFragment, customer);
  const open = deals?.filter(({ outcome }) => outcome === 'OPEN') ?? [];
  const closed = deals?.filter(({ outcome }) => outcome !== 'OPEN') ?? [];
  const mine = deals?.map(({ id }) => id);
  return (
    <Card title={say('sales.title')} aside={<DepartmentBadge department="SALES" small />}>
      {deals === null && <Broken />}
      {deals?.length === 0 && <CardNote>{say('sales.none')}</CardNote>}
      {open.length > 0 && <DealLines deals={open} />}
      {closed.length > 0 && (
        <Fold label={say('sales.closed', { count: closed.length })}>
          <DealLines deals={closed} />
        </Fold>
      )}
      {mine &&
        companies?.map(({ company }) => <CompanyDeals key={company.id} id={company.id} besides={mine} />)}
      {repeatBuying && <Forecast ahead={repeatBuying} />}
      {orders && orders.length > 0 && (
        <Fold label={say('sales.orders', { count: orders.length })}>
          <ul className={styles.lines}>
            {orders.map((order) => (
              <li key={order.id} className={styles.line}>
                <div className={styles.what}>
                  <p className={styles.name}>{order.number ?? say('sales.order')}</p>
                  <p className={styles.sub}>
                    {[
                      date(order.orderedAt),
                      ...order.lines.map(
                        ({ quantity, product }) =>
                          `${number(quantity)} × ${product?.name ?? say('ui.unknown')}`,
                      ),
                    ].join(' · ')}
                  </p>
                </div>
                <div className={styles.worth}>
                  <span>{money(order.total.amount, order.total.currency)}</span>
                  <Pill
                    tone={
                      order.status === 'RETURNED' ||
                      order.status === 'REFUNDED' ||
                      order.status === 'CANCELLED'
                        ? 'bad'
                        : 'plain'
                    }
                  >
                    {say(statuses[order.status])}
                  </Pill>
                </div>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  );
}
