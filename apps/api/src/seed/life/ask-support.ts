import { DAY, HOUR, momentBetween, officeReply } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import { MACHINES } from '../products.ts';
import type { Random } from '../random.ts';
import { type Colleague, someoneOf } from '../staff.ts';
import type { Cause, Phrases } from '../texts/phrases.ts';
import { type Filling, letter, PHRASES, speak } from '../texts/speak.ts';
import type { Order, Said, Ticket } from './happening.ts';

const causes: readonly (readonly [Cause, number])[] = [
  ['defect', 20],
  ['setup', 22],
  ['expectation', 9],
  ['delivery', 20],
  ['invoice', 10],
  ['return', 9],
  ['question', 10],
];

/** The share of cases that nobody ever answers. */
const FORGOTTEN = 0.04;

/** What colleagues write to each other, in the language of the house. */
const asides = [
  'Workshop says the batch of March has this. Ask for the serial number.',
  'Same as last month? I cannot find the old case.',
  'Customer sounds tired. Please somebody call.',
  'Waiting for the carrier.',
  'Not covered, but let us be generous here.',
] as const;

interface Talk {
  random: Random;
  phrases: Phrases;
  filling: Filling;
  agent: Colleague;
  person: Person;
  today: number;
}

/** The letters of one case, until it ends or until today; `moods` counts what went wrong. */
function correspond(talk: Talk, cause: Cause, at: number): { said: Said[]; moods: number; ended: boolean } {
  const { random, phrases, filling, agent, person, today } = talk;
  const used = new Set<string>();
  // Nobody says the same sentence twice in one case while another is left.
  const say = (options: readonly string[]) => {
    const fresh = options.filter((each) => !used.has(each));
    const sentence = random.pick(fresh.length ? fresh : options);
    used.add(sentence);
    return speak(sentence, filling);
  };
  const said: Said[] = [
    {
      at,
      by: 'customer',
      text: letter(say(phrases.greeting), say(phrases.causes[cause].ask), say(phrases.farewell)),
    },
  ];
  let moods = 0;
  let time = at;
  const answer = (options: readonly string[], medianHours: number): boolean => {
    const next = officeReply(random, time, medianHours);
    if (next >= today) return false;
    if (next - time > 30 * HOUR) moods++;
    time = next;
    said.push({ at: time, by: agent, text: say(options) });
    return true;
  };
  const comeBack = (options: readonly string[]): boolean => {
    time += random.logNormal(9 * HOUR, 1.2);
    if (time >= today) return false;
    said.push({ at: time, by: 'customer', text: say(options) });
    return true;
  };
  if (random.chance(FORGOTTEN)) {
    const waits = random.between(1, 2);
    for (let n = 0; n < waits; n++) if (!comeBack(phrases.nudge)) break;
    return { said, moods: moods + 2, ended: false };
  }
  const rounds = random.weighted([
    [0, 52],
    [1, 28],
    [2, 13],
    [3, 7],
  ]);
  if (!answer(random.chance(0.3) ? phrases.holding : phrases.causes[cause].answer, 6))
    return { said, moods, ended: false };
  for (let round = 0; round < rounds; round++) {
    if (!comeBack(round > 0 && random.chance(0.3 + 0.5 * person.temper) ? phrases.annoyed : phrases.nudge))
      return { said, moods, ended: false };
    moods++;
    if (random.chance(0.15))
      said.push({ at: time + 1, by: agent, text: random.pick(asides), internal: true });
    if (!answer(phrases.causes[cause].answer, 9)) return { said, moods, ended: false };
  }
  if (random.chance(0.05)) return { said, moods, ended: false };
  if (random.chance(0.45) && comeBack(phrases.thanks) && random.chance(0.4)) answer(phrases.closing, 4);
  return { said, moods, ended: true };
}

function scoreOf(talk: Talk, moods: number): Pick<Ticket, 'score' | 'remark'> {
  const { random, phrases, filling, person } = talk;
  if (random.chance(0.42)) return {};
  if (random.chance(0.5)) return { score: 'offered' };
  const bad = random.chance(Math.min(0.92, 0.08 + 0.2 * moods + 0.15 * person.temper));
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
      : momentBetween(random, person.since, today, 'home');
    const at = begin < today - HOUR ? begin : momentBetween(random, person.since, today - HOUR, 'home');
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
    const { said, moods, ended } = correspond(talk, cause, at);
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
      channel: random.weighted([
        ['email', 55],
        ['web', 30],
        ['voice', 10],
        ['chat', 5],
      ]),
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
