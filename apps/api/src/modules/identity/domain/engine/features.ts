/** One way in which two records can stand to each other in a feature; level 0 is always "nothing to compare". */
export interface Level {
  name: string;
  /** First guess of how often it is seen, in parts of 1000, between records of one person, of relatives, and of strangers. */
  same: number;
  related: number;
  stranger: number;
  /** For strangers the share of the value in question counts, times this factor, instead of `stranger`. */
  byShare?: number;
  /** Belongs to a second set of levels, whose chances add up to one by themselves: those of the case that given names differ. */
  apart?: boolean;
}

/** One thing in which two records are compared. */
export interface Feature {
  name: string;
  levels: Level[];
  /** Relatives agree here no more than strangers do, but for this part (0 to 1) who are the same: twins, father and son. */
  kin?: number;
  /**
   * First guess, in parts of 1000, of how often each level (from the first) is seen between namesakes: strangers who share something, not by
   * chance alone. People share a name because names go together by language and time, organisations a place because one house has many
   * firms. Without it they agree here as strangers do.
   */
  namesakes?: number[];
  /** A value that namesakes share is weighed by its rarity all the same. */
  byValue?: boolean;
  /** Classes that this feature makes what they are: their first guess yields to what is learnt only slowly. */
  sure?: ('same' | 'related' | 'namesakes')[];
}

/** The level of the given name that says "swapped": how often strangers come to it goes by how often names are swapped at all. */
export const swappedLevel = 7;

/** The levels of a mailbox and of a phone that two records share, but people of other names, too. */
export const sharedMailbox = 6;
export const sharedPhone = 5;

/** The level of two addresses that are the same but for a street's kind: "5 Oak Street" and "5 Oak Avenue". */
export const otherKind = 6;

const level = (name: string, same: number, related: number, stranger: number, byShare?: number): Level =>
  byShare === undefined ? { name, same, related, stranger } : { name, same, related, stranger, byShare };

/** The numbers of the features, in the order of patterns. */
export const FeatureNumber = {
  given: 0,
  family: 1,
  middle: 2,
  organisation: 3,
  email: 4,
  phone: 5,
  birth: 6,
  street: 7,
  area: 8,
  id: 9,
  web: 10,
  gender: 11,
  other: 12,
} as const;

const nothing = level('nothing to compare', 0, 0, 0);

const ofPeople: Feature[] = [
  {
    name: 'given',
    sure: ['same'],
    namesakes: [30, 10, 10, 10, 30, 20, 1, 889],
    levels: [
      nothing,
      level('same', 800, 20, 6, 1),
      level('form of one name', 60, 15, 3),
      level('nearly the same', 60, 20, 2),
      level('part of the other', 30, 15, 4),
      level('initial', 20, 30, 30),
      level('similar', 15, 45, 15),
      level('swapped with the family name', 15, 0.02, 0.02, 1),
      level('different', 3, 850, 940),
    ],
  },
  {
    name: 'family',
    namesakes: [850, 10, 50, 40, 50, 850, 50, 100],
    levels: [
      nothing,
      level('same', 820, 750, 2, 1),
      level('part of the other', 25, 40, 0.3),
      level('nearly the same', 75, 40, 1),
      level('similar', 20, 20, 10),
      level('different', 60, 150, 987),
      { ...level('same, given names differ', 880, 850, 2, 1), apart: true },
      { ...level('nearly the same, given names differ', 80, 50, 1.5), apart: true },
      { ...level('different, as the given name', 40, 100, 996.5), apart: true },
    ],
  },
  {
    name: 'middle',
    levels: [
      nothing,
      level('same', 700, 60, 15, 1),
      level('nearly the same', 200, 80, 70),
      level('different', 100, 860, 915),
    ],
  },
  {
    name: 'organisation',
    levels: [
      nothing,
      level('same', 600, 200, 2, 1),
      level('nearly the same', 150, 50, 1),
      level('part of the other', 100, 60, 5),
      level('some words', 50, 90, 20),
      level('different', 100, 600, 972),
    ],
  },
  {
    name: 'email',
    namesakes: [0.001, 1, 10, 60, 928.998, 0.001],
    byValue: true,
    levels: [
      nothing,
      level('same', 620, 60, 0.001, 1),
      level('one letter', 70, 5, 0.005),
      level('same name at another provider', 30, 2, 0.05),
      level('similar name', 40, 30, 2),
      level('different', 240, 903, 998),
      level('same, of several', 60, 100, 0.001, 1),
    ],
  },
  {
    name: 'phone',
    levels: [
      nothing,
      level('same', 650, 350, 0.01, 1),
      level('same last digits', 20, 10, 0.001),
      level('one digit', 30, 10, 0.02),
      level('different', 300, 630, 999),
      level('same, of several', 100, 300, 0.01, 1),
    ],
  },
  {
    name: 'birth',
    kin: 0.015,
    levels: [
      nothing,
      level('same', 860, 15, 0.05, 1),
      level('one digit or turned round', 80, 3, 2),
      level('two parts', 30, 6, 4),
      level('year or nearly', 10, 40, 25),
      level('different', 20, 936, 969),
    ],
  },
  {
    name: 'street',
    levels: [
      nothing,
      level('same', 550, 700, 0.02, 1),
      level('nearly the same', 150, 100, 0.02),
      level('same street', 40, 30, 5),
      level('same number', 20, 10, 10),
      level('different', 240, 160, 985),
      level('another kind of street', 10, 10, 0.02),
    ],
  },
  {
    name: 'area',
    levels: [
      nothing,
      level('same postcode', 600, 800, 1, 1),
      level('same city', 150, 80, 10, 1),
      level('nearly the same', 80, 40, 3),
      level('same state', 60, 30, 120),
      level('different', 110, 50, 866),
    ],
  },
  {
    name: 'id',
    kin: 0.002,
    levels: [
      nothing,
      level('same', 930, 2, 0.0001, 1),
      level('one digit', 50, 2, 0.02),
      level('different', 20, 996, 999),
    ],
  },
  { name: 'web', levels: [nothing, level('same', 800, 300, 0.1, 1), level('different', 200, 700, 999)] },
  { name: 'gender', levels: [nothing, level('same', 980, 500, 500), level('different', 20, 500, 500)] },
];

/**
 * Of organisations a *site* is looked for: what stands at one place under one name. Relatives are the sites of one firm (its name, its
 * number in the register and its web site, often its switchboard, never its place); namesakes are neighbours (one house, perhaps one
 * switchboard, names of their own).
 */
const organisations: Feature[] = [
  {
    name: 'organisation',
    namesakes: [5, 20, 100, 150, 725],
    byValue: true,
    sure: ['namesakes'],
    levels: [
      nothing,
      level('same', 590, 400, 2, 1),
      level('nearly the same', 180, 180, 0.3),
      level('part of the other', 150, 250, 3),
      level('some words', 70, 120, 20),
      level('different', 10, 50, 974),
    ],
  },
  {
    name: 'phone',
    namesakes: [300, 1, 10, 489, 200],
    levels: [
      nothing,
      level('same', 800, 250, 0.01, 1),
      level('same last digits', 20, 5, 0.001),
      level('one digit', 40, 20, 0.02),
      level('different', 140, 725, 999),
      level('same, of several', 150, 300, 0.01, 1),
    ],
  },
  {
    name: 'street',
    sure: ['same', 'related', 'namesakes'],
    namesakes: [700, 220, 30, 20, 10, 20],
    levels: [
      nothing,
      level('same', 690, 10, 0.02, 1),
      level('nearly the same', 230, 4, 0.02),
      level('same street', 20, 50, 5),
      level('same number', 20, 10, 10),
      level('different', 20, 925, 985),
      level('another kind of street', 20, 1, 0.02),
    ],
  },
  {
    name: 'area',
    namesakes: [850, 60, 30, 30, 30],
    levels: [
      nothing,
      level('same postcode', 600, 200, 1, 1),
      level('same city', 150, 250, 10, 1),
      level('nearly the same', 80, 40, 3),
      level('same state', 60, 150, 120),
      level('different', 110, 360, 866),
    ],
  },
  {
    name: 'email',
    levels: [
      nothing,
      level('same', 620, 250, 0.001, 1),
      level('one letter', 70, 15, 0.005),
      level('same name at another provider', 30, 2, 0.05),
      level('similar name', 40, 30, 2),
      level('different', 240, 703, 998),
      level('same, of several', 60, 100, 0.001, 1),
    ],
  },
  {
    name: 'id',
    levels: [
      nothing,
      level('same', 930, 850, 0.0001, 1),
      level('one digit', 50, 20, 0.02),
      level('different', 20, 130, 999),
    ],
  },
  {
    name: 'web',
    levels: [nothing, level('same', 850, 800, 0.1, 1), level('different', 150, 200, 999)],
  },
];

const ofOrganisations = new Map(organisations.map((feature) => [feature.name, feature]));

const ofOther = (name: string): Feature => ({
  name,
  levels: [
    nothing,
    level('same', 700, 400, 50, 1),
    level('similar', 80, 60, 20),
    level('different', 220, 540, 930),
  ],
});

/** True for a feature whose values namesakes share as a class, not by the rarity of each. */
export const isNamed = ({ namesakes, byValue }: Feature): boolean => namesakes !== undefined && !byValue;

/** The features in which people (or organisations) are compared, with the fields without a meaning after the others. */
export function featuresOf(kind: 'person' | 'organisation', others: readonly string[]): Feature[] {
  const known =
    kind === 'person' ? ofPeople : ofPeople.map((feature) => ofOrganisations.get(feature.name) ?? feature);
  return [...known, ...others.map(ofOther)];
}
