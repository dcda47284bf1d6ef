import type { Lists } from '../names/lists.ts';
import type { Random } from '../random.ts';
import type { Person } from './person.ts';

/** What parents decide. */
export type Given = Pick<Person, 'first' | 'gender' | 'suffix'>;

/** First names under one roof: different, but for a father and a son who share one; twins sound alike. */
export function firstNames(random: Random, lists: Lists, size: number): Given[] {
  const draw = (gender: 'f' | 'm') => ({
    first: random.pick(gender === 'f' ? lists.female : lists.male),
    gender,
  });
  const adults = [draw('f'), draw('m')] as const;
  const single = draw(random.chance(0.53) ? 'f' : 'm');
  if (size === 1) return [single];
  const family: Given[] = random.chance(0.5) ? [adults[0], adults[1]] : [adults[1], adults[0]];
  if (size >= 3 && random.chance(0.08)) {
    const father = family.find(({ gender }) => gender === 'm')!;
    family[family.indexOf(father)] = { ...father, suffix: 'Sr' };
    family.push({ ...father, suffix: 'Jr' });
  } else if (size >= 4 && random.chance(0.15)) {
    const [one, two] = random.pick(lists.twins);
    family.push(
      { first: one, gender: lists.female.includes(one) ? 'f' : 'm' },
      { first: two, gender: lists.male.includes(two) ? 'm' : 'f' },
    );
  }
  while (family.length < size) {
    const child = draw(random.chance(0.5) ? 'f' : 'm');
    if (!family.some(({ first }) => first === child.first)) family.push(child);
  }
  return family;
}
