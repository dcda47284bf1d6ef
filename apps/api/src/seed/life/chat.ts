import { DAY, HOUR, MINUTE, momentBetween } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import { MACHINES } from '../products.ts';
import type { Random } from '../random.ts';
import { someoneOf } from '../staff.ts';
import { PHRASES, speak } from '../texts/speak.ts';
import type { Chat, Said } from './happening.ts';

/** Chats on the web site: a bot asks first; some people get through to a person, some give up. */
export function chat(random: Random, person: Person, today: number): Chat[] {
  const phrases = PHRASES[person.language].chat;
  const chats: Chat[] = [];
  const count = Math.min(12, Math.max(1, random.poisson(0.8 * person.level)));
  for (let n = 0; n < count; n++) {
    const agent = someoneOf(random, 'support');
    const filling = { product: random.weighted(MACHINES).name, agent: agent.name.split(' ')[0]! };
    const say = (options: readonly string[]) => speak(random.pick(options), filling);
    const at = momentBetween(random, person.since, Math.min(person.until, today - 3 * HOUR), 'home');
    let time = at;
    const said: Said[] = [{ at, by: 'customer', text: say(phrases.opening) }];
    const then = (by: Said['by'], wait: number, options: readonly string[]) => {
      time += wait;
      said.push({ at: time, by, text: say(options) });
    };
    then('bot', 4000, phrases.bot);
    const loops = random.weighted([
      [0, 5],
      [1, 4],
      [2, 1],
    ]);
    for (let loop = 0; loop < loops; loop++) {
      then('customer', random.logNormal(25_000, 0.7), phrases.person);
      then('bot', 3000, phrases.botAgain);
    }
    const reached = random.chance(loops === 2 ? 0.45 : 0.8);
    if (reached) then(agent, random.logNormal(4 * MINUTE, 1), phrases.agent);
    if (reached && random.chance(0.5))
      then('customer', random.logNormal(MINUTE, 0.7), PHRASES[person.language].thanks);
    const rating = random.chance(0.22)
      ? random.weighted(
          reached
            ? ([
                [5, 5],
                [4, 4],
                [3, 3],
                [2, 1],
                [1, 1],
              ] as const)
            : ([
                [1, 5],
                [2, 3],
                [3, 1],
              ] as const),
        )
      : undefined;
    const open = today - time < 2 * DAY || random.chance(0.05);
    chats.push({ kind: 'chat', at, said, state: open ? 'open' : 'closed', ...(rating ? { rating } : {}) });
  }
  return chats.sort((a, b) => a.at - b.at);
}
