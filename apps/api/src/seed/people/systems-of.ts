import type { Random } from '../random.ts';
import type { Person, System } from './person.ts';

const atHome: readonly (readonly [System, number])[] = [
  ['hubspot', 0.34],
  ['mailchimp', 0.52],
  ['zendesk', 0.36],
  ['intercom', 0.17],
  ['shop', 0.5],
  ['salesforce', 0.06],
];
const atWork: readonly (readonly [System, number])[] = [
  ['hubspot', 0.82],
  ['mailchimp', 0.4],
  ['zendesk', 0.4],
  ['intercom', 0.12],
  ['shop', 0.22],
  ['salesforce', 0.22],
];

/** Which systems know somebody: at least one, most people two, nobody needs all. */
export function systemsOf(random: Random, person: Person): System[] {
  const busy = Math.min(1.5, 0.75 + person.level / 4);
  const chances = person.company === undefined ? atHome : atWork;
  const known = chances
    .filter(([, chance]) => random.chance(Math.min(0.97, chance * busy)))
    .map(([system]) => system);
  if (known.length) return known;
  return [
    person.company === undefined
      ? random.weighted([
          ['shop', 4],
          ['mailchimp', 4],
          ['hubspot', 2],
        ])
      : 'hubspot',
  ];
}
