import { Random } from '../random.ts';
import { always, type Day, on, type Spells, YEAR, YEARS, yearOf } from './calendar.ts';
import { type Dwelling, dwellingAt } from './dwelling.ts';
import { type Born, childrenOf, type Housed, headOf, marriedName, rootsOf, stranger } from './kin.ts';
import { sharedMailbox } from './mailbox.ts';
import type { CrowdPerson } from './person.ts';
import { settle } from './settle.ts';
import type { Country } from './stock/stock.ts';
import type { World } from './world.ts';

type Kind = 'single' | 'couple' | 'children' | 'lone' | 'three' | 'shared';

// Shares by the age of the first person: young, in the middle, old. Shaped after Eurostat's lfst_hhnhtych and the
// ONS's families and households; rounded by hand.
const KINDS: readonly (readonly (readonly [Kind, number])[])[] = [
  [
    ['single', 34],
    ['couple', 27],
    ['children', 8],
    ['lone', 4],
    ['three', 3],
    ['shared', 24],
  ],
  [
    ['single', 24],
    ['couple', 18],
    ['children', 41],
    ['lone', 11],
    ['three', 5],
    ['shared', 1],
  ],
  [
    ['single', 36],
    ['couple', 50],
    ['children', 5],
    ['lone', 4],
    ['three', 5],
    ['shared', 0],
  ],
];
const FACTOR: Readonly<Record<Country, Partial<Record<Kind, number>>>> = {
  GB: {},
  US: { shared: 1.2 },
  IT: { three: 1.4, shared: 0.6 },
  FR: { single: 1.25, three: 0.5 },
  RO: { single: 0.85, three: 2.5, shared: 0.4 },
};
/** The age at which half have left the parents' home (Eurostat yth_demo_030, rounded; GB and US near it). */
const LEAVES: Readonly<Record<Country, number>> = { GB: 24.5, US: 24, IT: 30, FR: 23.5, RO: 28 };
/** How many of a hundred households move in a year (census and statistics offices, rounded; see the document). */
const MOVES: Readonly<Record<Country, number>> = { GB: 0.08, US: 0.085, IT: 0.03, FR: 0.075, RO: 0.02 };
const MOST_MEMBERS = 7;
const ADULT = 16 * YEAR;

interface Roof {
  world: World;
  country: Country;
  ordinal: number;
}

const homeOf = ({ world, country, ordinal }: Roof, slot: number): Dwelling =>
  dwellingAt(world.seed, country, ordinal * 8 + (slot % 7), ordinal * 8 + (slot % 6));

function firstHome(random: Random, roof: Roof): Spells<Dwelling> {
  if (!random.chance(1 - Math.exp(-MOVES[roof.country] * YEARS))) return always(homeOf(roof, 0));
  const moved = roof.world.today - random.between(1, YEARS * 365);
  return [
    { from: Number.NEGATIVE_INFINITY, value: homeOf(roof, 1) },
    { from: moved, value: homeOf(roof, 0) },
  ];
}

const stays = (born: Born, home: Spells<Dwelling>, names: Spells<string> = always(born.family)): Housed => ({
  ...born,
  names,
  home,
  roof: 0,
});

/** Two who live together; where they are a woman and a man, who marry, one name changes. */
function couple(
  random: Random,
  roof: Roof,
  one: Born,
  home: Spells<Dwelling>,
  slot: number,
): [Housed, Housed] {
  const { world, country } = roof;
  const otherGender = random.chance(0.97) ? (one.gender === 'f' ? 'm' : 'f') : one.gender;
  const born = Math.min(one.born + Math.floor(random.normal() * 3.5 * YEAR), world.today - 18.5 * YEAR);
  const two = stranger(random, one.nameLanguage, otherGender, Math.floor(born));
  const wedding: Day = Math.floor(Math.max(one.born, two.born) + (21 + Math.abs(random.normal()) * 8) * YEAR);
  const marries = random.chance(0.72);
  const changes = one.gender === 'f' && (two.gender !== 'f' || random.chance(0.5)) ? one : two;
  const other = changes === one ? two : one;
  const names = marries
    ? marriedName(random, world, country, changes.family, other.family, wedding)
    : always(changes.family);
  return [one, two].map((each) => ({
    ...stays(each, home, each === changes ? names : always(each.family)),
    roof: slot,
  })) as [Housed, Housed];
}

/** Grown children: some still at home, the others under a roof of their own, some with somebody. */
function grown(
  random: Random,
  roof: Roof,
  children: readonly Born[],
  home: Spells<Dwelling>,
  room: number,
): Housed[] {
  const { world, country } = roof;
  const housed: Housed[] = [];
  children.forEach((child, n) => {
    if (world.today - child.born < ADULT || housed.length >= room) return;
    const leaves = Math.floor(child.born + (LEAVES[country] + random.normal() * 3.5) * YEAR);
    if (leaves > world.today - 30) {
      housed.push(stays(child, home));
      return;
    }
    const slot = 2 + (n % 4);
    const own: Spells<Dwelling> = [
      { from: Number.NEGATIVE_INFINITY, value: on(home, leaves) },
      { from: leaves, value: homeOf(roof, slot) },
    ];
    if (housed.length + 1 < room && world.today - child.born > 26 * YEAR && random.chance(0.5)) {
      const [one, two] = couple(random, roof, child, own, slot);
      // The other one came from elsewhere.
      housed.push(one, { ...two, home: always(homeOf(roof, slot)) });
    } else housed.push({ ...stays(child, own), roof: slot });
  });
  return housed;
}

/** The old mother or father of the first; where wives keep their names she has her own. */
function elderOf(random: Random, head: Born, country: Country, born: Day): Born {
  const elder = stranger(random, head.nameLanguage, random.chance(0.62) ? 'f' : 'm', born);
  return elder.gender === 'f' && country === 'IT' ? elder : { ...elder, family: head.family };
}

function members(random: Random, roof: Roof, head: Born, kind: Kind, home: Spells<Dwelling>): Housed[] {
  const { world, country } = roof;
  if (kind === 'single') return [stays(head, home)];
  if (kind === 'shared') {
    const mates = Array.from({ length: random.between(1, 3) }, () =>
      stays(
        stranger(
          random,
          random.chance(0.85) ? head.nameLanguage : 'en',
          random.chance(0.5) ? 'f' : 'm',
          Math.floor(Math.min(head.born + random.normal() * 3 * YEAR, world.today - 18 * YEAR)),
        ),
        home,
      ),
    );
    return [stays(head, home), ...mates];
  }
  const adults = kind === 'lone' ? [stays(head, home)] : couple(random, roof, head, home, 0);
  const [mother, father] = [
    adults.find(({ gender }) => gender === 'f'),
    adults.find(({ gender }) => gender === 'm'),
  ];
  const elderBorn = Math.floor(head.born - (22 + 12 * random.next()) * YEAR);
  const elder =
    kind === 'three' && world.today - elderBorn < 97 * YEAR
      ? elderOf(random, head, country, elderBorn)
      : undefined;
  const hasChildren = kind !== 'couple' || (world.today - head.born > 45 * YEAR && random.chance(0.75));
  const family = hasChildren ? childrenOf(random, world, mother, father, elder) : [];
  if (elder) adults.push(stays(elder, home));
  return [...adults, ...grown(random, roof, family, home, MOST_MEMBERS - adults.length)];
}

/** The people of the n-th family who are old enough to be customers, the same for the same seed whoever asks. */
export function familyAt(world: World, n: number): CrowdPerson[] {
  const random = new Random(world.seed, 'family', n);
  const { country, ordinal } = rootsOf(world.seed, n);
  const head = headOf(world, n);
  const age = (world.today - head.born) / YEAR;
  const shares = KINDS[age < 30 ? 0 : age < 65 ? 1 : 2]!;
  const kind = random.weighted(
    shares.map(([each, share]) => [each, share * (FACTOR[country][each] ?? 1)] as const),
  );
  const roof = { world, country, ordinal };
  const housed = members(random, roof, head, kind, firstHome(random, roof));
  const under = housed.filter(({ roof: slot }) => slot === 0);
  const sharedMail =
    kind !== 'shared' && under.length > 1 && random.chance(world.profile.sharedMail)
      ? sharedMailbox(
          random,
          world,
          { country, given: head.given, family: on(under[0]!.names, world.today), year: yearOf(head.born) },
          under[1]!.given,
        )
      : undefined;
  const people = housed.map((each, place) => settle(world, { n, country, ordinal, place, housed: each }));
  for (const person of people) {
    if (sharedMail && person.householdId === people[0]!.householdId) person.sharedMail = sharedMail;
    const lender = people.find((other) => other !== person && other.householdId === person.householdId);
    if (lender) person.lent = { mail: on(lender.mail, world.today), mobile: on(lender.mobile, world.today) };
  }
  return people;
}
