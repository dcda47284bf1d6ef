import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { Pill } from '#ui/badges/pill.tsx';
import { OrderLineFragment } from './deals.fragment.ts';
import styles from './deals-card.module.css';

const statuses = {
  PLACED: 'sales.placed',
  FULFILLED: 'sales.fulfilled',
  CANCELLED: 'sales.cancelled',
  RETURNED: 'sales.returned',
  REFUNDED: 'sales.refunded',
} as const satisfies Record<string, MessageId>;

type Order = { id: string } & FragmentOf<typeof OrderLineFragment>;

/** Orders, one line each. */
export function OrderLines({ orders }: { orders: readonly Order[] }) {
  return (
    <ul className={styles.lines}>
      {orders.map((order) => (
        <OrderLine key={order.id} order={order} />
      ))}
    </ul>
  );
}

/** When, what, for how much, and what became of it. */
function OrderLine({ order: asked }: { order: Order }) {
  const say = useWords();
  const { money, date, number } = useFormat();
  const order = useOwned(OrderLineFragment, asked);
  const isBack = order.status === 'RETURNED' || order.status === 'REFUNDED' || order.status === 'CANCELLED';
  return (
    <li className={styles.line}>
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
        <Pill tone={isBack ? 'bad' : 'plain'}>{say(statuses[order.status])}</Pill>
      </div>
    </li>
  );
}
