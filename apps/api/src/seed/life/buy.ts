import { DAY, momentBetween } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import { POPULAR } from '../products.ts';
import type { Random } from '../random.ts';
import type { Order } from './happening.ts';

/** The most orders of one person; also the step between two people's order numbers. */
const MOST = 40;

/** What somebody ordered in the shop: most one to three times, a few very often; about one line in eleven comes back. */
export function buy(random: Random, person: Person, today: number): Order[] {
  // Two systems may know a person who never bought anything in the shop under any of them.
  const count = Math.max(1, random.poisson(1.5 * person.level));
  const orders: Order[] = [];
  for (let n = 0; n < Math.min(count, MOST); n++) {
    const at = momentBetween(
      random,
      person.since,
      person.until,
      person.company === undefined ? 'home' : 'office',
    );
    const recent = today - at < 6 * DAY;
    const lines = Array.from(
      {
        length: random.weighted([
          [1, 62],
          [2, 25],
          [3, 10],
          [4, 3],
        ]),
      },
      () => {
        const product = random.weighted(POPULAR);
        const many = product.line === 'spare' || person.company !== undefined;
        const status = recent
          ? 'shipped'
          : random.weighted([
              ['delivered', 88],
              ['returned', 6],
              ['refunded', 3],
              ['cancelled', 3],
            ] as const);
        return {
          product,
          quantity: many
            ? random.weighted([
                [1, 6],
                [2, 3],
                [4, 1],
              ])
            : 1,
          status,
        } as const;
      },
    );
    orders.push({
      kind: 'order',
      at,
      id: `CM-${20_000 + person.number * MOST + n}`,
      lines: lines.filter(
        ({ product }, place) => lines.findIndex((each) => each.product === product) === place,
      ),
    });
  }
  return orders.sort((a, b) => a.at - b.at);
}
