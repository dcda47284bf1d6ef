import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { colleagueText, sourceText } from '#lib/source-text.ts';
import { may } from '#lib/viewer.ts';
import { DepartmentBadge } from '#ui/badges/department-badge.tsx';
import { Pill } from '#ui/badges/pill.tsx';
import { Broken } from '#ui/card/broken.tsx';
import { Card, CardNote } from '#ui/card/card.tsx';
import { Fold } from '#ui/card/fold.tsx';
import { DealsFragment } from './deals.fragment.ts';
import styles from './deals-card.module.css';
import { Forecast } from './forecast.tsx';

const outcomes = { OPEN: 'sales.open', WON: 'sales.won', LOST: 'sales.lost' } as const satisfies Record<
  string,
  MessageId
>;
const tones = { OPEN: 'plain', WON: 'good', LOST: 'bad' } as const;
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
  const { deals, orders, repeatBuying } = useOwned(DealsFragment, customer);
  const sees = may('Deal.amount');
  const open = deals?.filter(({ outcome }) => outcome === 'OPEN') ?? [];
  const closed = deals?.filter(({ outcome }) => outcome !== 'OPEN') ?? [];
  const line = (deal: NonNullable<typeof deals>[number]) => (
    <li key={deal.id} className={styles.line}>
      <div className={styles.what}>
        <p className={styles.name}>{deal.name}</p>
        <p className={styles.sub}>
          {[
            deal.stageName ?? deal.pipelineName,
            deal.outcome === 'OPEN'
              ? deal.closeDate && say('sales.closes', { day: date(`${deal.closeDate}T12:00:00`) })
              : deal.closedAt && date(deal.closedAt),
            deal.ownerName && colleagueText(deal.ownerName),
            sourceText(deal.sourceName, say),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className={styles.worth}>
        {sees && (
          <span>{deal.amount ? money(deal.amount.amount, deal.amount.currency) : say('sales.noAmount')}</span>
        )}
        {deal.outcome !== 'OPEN' && <Pill tone={tones[deal.outcome]}>{say(outcomes[deal.outcome])}</Pill>}
      </div>
    </li>
  );
  return (
    <Card title={say('sales.title')} aside={<DepartmentBadge department="SALES" small />}>
      {deals === null && <Broken />}
      {deals?.length === 0 && <CardNote>{say('sales.none')}</CardNote>}
      {open.length > 0 && <ul className={styles.lines}>{open.map(line)}</ul>}
      {closed.length > 0 && (
        <Fold label={say('sales.closed', { count: closed.length })}>
          <ul className={styles.lines}>{closed.map(line)}</ul>
        </Fold>
      )}
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
