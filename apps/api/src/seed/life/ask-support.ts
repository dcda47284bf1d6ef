import { DAY, HOUR, momentBetween } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import { MACHINES } from '../products.ts';
import type { Random } from '../random.ts';
import { someoneOf } from '../staff.ts';
import type { Cause } from '../texts/phrases.ts';
import { type Filling, PHRASES, speak } from '../texts/speak.ts';
import { correspond, type Talk } from './correspond.ts';
import type { Order, Ticket } from './happening.ts';

const causes: readonly (readonly [Cause, number])[] = [
  ['defect', 20],
  ['setup', 22],
  ['expectation', 9],
  ['delivery', 20],
  ['invoice', 10],
  ['return', 9],
  ['question', 10],
];

const channels = [
  ['email', 55],
  ['web', 30],
  ['voice', 10],
  ['chat', 5],
] as const;

function scoreOf(talk: Talk, moods: number): Pick<Ticket, 'score' | 'remark'> {
  const { random, phrases, filling, person } = talk;
  if (random.chance(0.42)) return {};
  if (random.chance(0.5)) return { score: 'offered' };
  const bad = random.chance(Math.min(0.92, 0.05 + 0.14 * moods + 0.12 * person.temper));
  const remark = random.chance(0.4)
    ? speak(random.pick(bad ? phrases.blame : phrases.praise), filling)
    : undefined;
  return { score: bad ? 'bad' : 'good', ...(remark ? { remark } : {}) };
}

/** What somebody asked support by mail, form, phone or chat. Some cases stay without an end. */
export function askSupport(
  random: Random,
  person: Person,
  orders: readonly Order[],
  today: number,
): Ticket[] {
  const phrases = PHRASES[person.language];
  const tickets: Ticket[] = [];
  const count = Math.max(1, random.poisson(1.4 * person.level));
  for (let n = 0; n < Math.min(count, 22); n++) {
    const order = orders.length && random.chance(0.7) ? random.pick(orders) : undefined;
    const begin = order
      ? order.at + random.logNormal(9 * DAY, 1.1)
      : momentBetween(random, person.since, person.until, 'home');
    const at =
      begin < today - HOUR
        ? begin
        : momentBetween(random, person.since, Math.min(person.until, today - HOUR), 'home');
    const agent = someoneOf(random, 'support');
    const machine =
      order?.lines.find(({ product }) => product.line !== 'spare')?.product ?? random.weighted(MACHINES);
    const filling: Filling = {
      product: machine.name,
      name: random.chance(0.8) ? person.first : `${person.first} ${person.last}`,
      agent: agent.name.split(' ')[0]!,
      order: order?.id ?? `CM-${random.between(11_000, 19_999)}`,
      days: random.between(3, 400),
    };
    const talk: Talk = { random, phrases, filling, agent, person, today };
    const cause = random.weighted(
      order ? causes : causes.filter(([each]) => each !== 'delivery' && each !== 'return'),
    );
    const channel = random.weighted(channels);
    const { said, moods, ended } = correspond(talk, cause, at, channel === 'email' || channel === 'web');
    const last = said[said.length - 1]!;
    const silent = today - last.at;
    const waiting =
      last.by === 'customer'
        ? said.length === 1
          ? 'new'
          : 'open'
        : random.weighted([
            ['pending', 3],
            ['hold', 1],
          ] as const);
    const status = ended ? (silent > 4 * DAY ? 'closed' : 'solved') : waiting;
    tickets.push({
      kind: 'ticket',
      at,
      channel,
      cause,
      subject: speak(random.pick(phrases.causes[cause].subject), filling),
      said,
      status,
      ...(random.chance(0.5)
        ? {
            priority: random.weighted([
              ['normal', 6],
              ['high', 2],
              ['low', 2],
              ['urgent', 0.4],
            ] as const),
          }
        : {}),
      ...(ended ? scoreOf(talk, moods) : {}),
    });
  }
  return tickets.sort((a, b) => a.at - b.at);
}
