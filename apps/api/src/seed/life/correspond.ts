import { HOUR, officeReply } from '../calendar.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Colleague } from '../staff.ts';
import type { Cause, Phrases } from '../texts/phrases.ts';
import { type Filling, letter, speak } from '../texts/speak.ts';
import type { Said } from './happening.ts';

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

/** Who talks with whom, and what can stand in the sentences. */
export interface Talk {
  random: Random;
  phrases: Phrases;
  filling: Filling;
  agent: Colleague;
  person: Person;
  today: number;
}

/**
 * The letters of one case, until it ends or until today; `moods` counts what went wrong. Who rings up or chats (not
 * `written`) neither greets nor signs.
 */
export function correspond(
  talk: Talk,
  cause: Cause,
  at: number,
  written: boolean,
): { said: Said[]; moods: number; ended: boolean } {
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
      text: written
        ? letter(say(phrases.greeting), say(phrases.causes[cause].ask), say(phrases.farewell))
        : say(phrases.causes[cause].ask),
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
