import { DAY, momentBetween } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import { POPULAR } from '../products.ts';
import type { Random } from '../random.ts';
import type { Order } from './happening.ts';

/** The most orders of one person; also the step between two people's order numbers. */
const MOST = 40;

const lineCounts = [
  [1, 62],
  [2, 25],
  [3, 10],
  [4, 3],
] as const;
const pieces = [
  [1, 6],
  [2, 3],
  [4, 1],
] as const;

type Line = Order['lines'][number];

/** One line of an order; whether it came back, its buyer decides line by line. */
function lineOf(random: Random, person: Person, back: Line['status']): Line {
  const product = random.weighted(POPULAR);
  const many = product.line === 'spare' || person.company !== undefined;
  const status = back === 'delivered' && random.chance(0.075) ? 'returned' : back;
  return { product, quantity: many ? random.weighted(pieces) : 1, status };
}

/** What somebody ordered in the shop: most one to three times, a few very often; about one line in eleven comes back. */
export function buy(random: Random, person: Person, today: number): Order[] {
  // Whoever the shop knows has bought something.
  const count = Math.max(1, random.poisson(1.5 * person.level));
  const orders: Order[] = [];
  for (let n = 0; n < Math.min(count, MOST); n++) {
    const habit = person.company === undefined ? 'home' : 'office';
    const at = momentBetween(random, person.since, person.until, habit);
    const length = random.weighted(lineCounts);
    // An order is cancelled as a whole, and refunded as a whole when it never arrived.
    const fate = random.weighted([
      ['delivered', 95],
      ['cancelled', 3],
      ['refunded', 2],
    ] as const);
    const whole = today - at < 6 * DAY && fate === 'delivered' ? 'shipped' : fate;
    const lines = Array.from({ length }, () => lineOf(random, person, whole));
    const isFirst = (line: Line, place: number) =>
      lines.findIndex(({ product }) => product === line.product) === place;
    orders.push({
      kind: 'order',
      at,
      id: `CM-${20_000 + person.number * MOST + n}`,
      lines: lines.filter(isFirst),
    });
  }
  return orders.sort((a, b) => a.at - b.at);
}
