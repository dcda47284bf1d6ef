import type { ResultOf } from '#lib/graphql/graphql.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import type { OrderLineFragment } from './deals.fragment.ts';
import styles from './deals-card.module.css';

const statuses = {
  PLACED: 'sales.placed',
  FULFILLED: 'sales.fulfilled',
  CANCELLED: 'sales.cancelled',
  RETURNED: 'sales.returned',
  REFUNDED: 'sales.refunded',
} as const satisfies Record<string, MessageId>;

/** Orders, one line each: when, what, for how much, and what became of it. */
export function OrderLines({ orders }: { orders: readonly ResultOf<typeof OrderLineFragment>[] }) {
  const say = useWords();
  const { money, date, number } = useFormat();
  return (
    <ul className={styles.lines}>
      {orders.map((order) => (
        <li key={order.id} className={styles.line}>
          <div className={styles.what}>
            <p className={styles.name}>{order.number ?? say('sales.order')}</p>
            <p className={styles.sub}>
              {[
                date(order.orderedAt),
                ...order.lines.map(
                  ({ quantity, product }) => `${number(quantity)} × ${product?.name ?? say('ui.unknown')}`,
                ),
              ].join(' · ')}
            </p>
          </div>
          <div className={styles.worth}>
            <span>{money(order.total.amount, order.total.currency)}</span>
            <Pill
              tone={
                order.status === 'RETURNED' || order.status === 'REFUNDED' || order.status === 'CANCELLED'
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
  );
}
