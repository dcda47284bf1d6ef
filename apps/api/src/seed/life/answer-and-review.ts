import { DAY, HOUR } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { PHRASES, speak } from '../texts/speak.ts';
import type { Asked, Chat, Order, Reviewed, Ticket } from './happening.ts';

/** What buyers of the vacuum cleaner expect from its advertisement, and what it was made for. */
const overpromised = 'Vento 300';

const onScale = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** How somebody rates the parts of what they lived, 1 to 5: the service most of all decides what they say of the whole. */
function ratingsOf(random: Random, mood: number): NonNullable<Asked['ratings']> {
  const rate = (about: number) => onScale(about + 0.9 * random.normal(), 1, 5);
  return { service: rate(3.4 + mood), product: rate(3.9), delivery: rate(3.8), price: rate(3.3) };
}

/** The answers of somebody who is asked at all: fewer answer by mail than in the chat, and those who are cross answer more often. */
export function answerAndReview(
  random: Random,
  person: Person,
  orders: readonly Order[],
  tickets: readonly Ticket[],
  chats: readonly Chat[],
  today: number,
): (Asked | Reviewed)[] {
  // A shared mailbox does not say who answered.
  if (person.sharedEmail) return [];
  const mood = -0.9 * (person.temper ?? 0) + 0.25 * random.normal();
  const told: (Asked | Reviewed)[] = [];
  const ask = (asked: Asked, answers: number, add: () => Partial<Asked>) => {
    if (asked.at >= today - HOUR) return;
    const answeredAt = asked.at + random.logNormal(9 * HOUR, 1);
    told.push(random.chance(answers) && answeredAt < today ? { ...asked, answeredAt, ...add() } : asked);
  };
  const recommend = (): Partial<Asked> => {
    const ratings = ratingsOf(random, mood);
    const { service, product, delivery, price } = ratings;
    const score = onScale(
      0.95 * service + 0.7 * product + 0.4 * delivery + 0.25 * price + 0.3 + 0.9 * random.normal(),
      0,
      10,
    );
    const phrases = PHRASES[person.language];
    const filling = { product: '', name: person.first, agent: '', order: '', days: 0 };
    const comment =
      random.chance(0.15) && score !== 7 && score !== 8
        ? speak(random.pick(score < 7 ? phrases.blame : phrases.praise), filling)
        : undefined;
    return { score, ratings, ...(comment ? { comment } : {}) };
  };
  for (const order of orders) {
    const machine = order.lines.find(({ product }) => product.line !== 'spare')?.product.name;
    if (random.chance(0.22))
      ask(
        { kind: 'answer', at: order.at + 14 * DAY, in: 'shop', survey: 'NPS', channel: 'email' },
        0.42,
        recommend,
      );
    if (!machine) continue;
    const isOver = machine === overpromised;
    if (random.chance(isOver ? 0.45 : 0.12))
      ask(
        {
          kind: 'answer',
          at: order.at + 21 * DAY,
          in: 'shop',
          survey: 'expectation',
          channel: 'email',
          product: machine,
        },
        isOver ? 0.55 : 0.4,
        () => {
          const expected = onScale((isOver ? 1.3 : 0.6) + 0.6 * random.normal(), -2, 2);
          const gap = (isOver ? -1.8 : -0.1) + 0.8 * random.normal();
          const cause = random.weighted([
            ['expectation', isOver ? 58 : 10],
            ['defect', 20],
            ['setup', 17],
            ['other', 13],
          ] as const);
          return { expected, found: onScale(expected + gap, -2, 2), cause };
        },
      );
    if (random.chance(0.07) && order.at + 20 * DAY < today) {
      const stars = onScale((isOver ? 2.6 : 4.1) + mood + 0.8 * random.normal(), 1, 5);
      told.push({ kind: 'review', at: order.at + 20 * DAY, in: 'shop', product: machine, stars });
    }
  }
  for (const { said, status, score } of tickets) {
    if (status !== 'closed' || !random.chance(0.26)) continue;
    const at = said[said.length - 1]!.at + 2 * HOUR;
    const bad = score === 'bad' ? -1.2 : 0;
    ask({ kind: 'answer', at, in: 'zendesk', survey: 'CSAT', channel: 'email' }, 0.42, () => ({
      score: onScale(3.9 + bad + mood + 0.8 * random.normal(), 1, 5),
    }));
    if (random.chance(0.4))
      ask({ kind: 'answer', at: at + HOUR, in: 'zendesk', survey: 'CES', channel: 'email' }, 0.42, () => ({
        score: onScale(5 + 1.2 * (bad + mood) - 0.4 * (said.length - 2) + random.normal(), 1, 7),
      }));
  }
  for (const { said, state } of chats) {
    if (state !== 'closed' || !random.chance(0.45)) continue;
    const at = said[said.length - 1]!.at + 60_000;
    ask({ kind: 'answer', at, in: 'intercom', survey: 'NPS', channel: 'chat' }, 0.45, recommend);
  }
  return told.sort((a, b) => a.at - b.at);
}
