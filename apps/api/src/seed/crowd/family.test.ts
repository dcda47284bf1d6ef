import { beforeAll, describe, expect, it } from 'vitest';
import { on, YEAR } from './calendar.ts';
import { familyAt } from './family.ts';
import type { CrowdPerson } from './person.ts';
import { PROFILES, type ProfileName } from './profile.ts';
import { Taken } from './taken.ts';
import type { World } from './world.ts';

const TODAY = Math.floor(new Date('2026-01-01').getTime() / 86_400_000);
const worldOf = (profile: ProfileName, seed = 11): World => ({
  seed,
  today: TODAY,
  profile: PROFILES[profile],
  providers: 'example',
  taken: new Taken(),
});
const peopleOf = (profile: ProfileName, families: number, seed = 11): CrowdPerson[] => {
  const world = worldOf(profile, seed);
  return Array.from({ length: families }, (_, n) => familyAt(world, n)).flat();
};
const byHousehold = (people: readonly CrowdPerson[]): CrowdPerson[][] => {
  const households = new Map<string, CrowdPerson[]>();
  for (const person of people)
    households.set(person.householdId, [...(households.get(person.householdId) ?? []), person]);
  return [...households.values()];
};
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length;

describe('the people of a crowd', () => {
  let people: CrowdPerson[];
  let households: CrowdPerson[][];
  beforeAll(() => {
    people = peopleOf('crm', 4_000);
    households = byHousehold(people);
  });

  it('are the same families again for the same seed, and others for another', () => {
    expect(peopleOf('crm', 200)).toEqual(peopleOf('crm', 200));
    const who = ({ given, family, born }: CrowdPerson) => `${given} ${family[0]!.value} ${born}`;
    const others = new Set(peopleOf('crm', 2_000, 12).map(who));
    expect(people.filter((person) => others.has(who(person)))).toEqual([]);
    expect(new Set([...people, ...peopleOf('crm', 50, 12)].map(({ id }) => id)).size).toBe(
      people.length + peopleOf('crm', 50, 12).length,
    );
  });

  it('are all old enough to buy something, and few are older than ninety', () => {
    expect(Math.min(...people.map(({ born }) => TODAY - born))).toBeGreaterThanOrEqual(16 * YEAR - 1);
    expect(share(people, ({ born }) => TODAY - born > 90 * YEAR)).toBeLessThan(0.02);
  });

  it('live with 1.3 to 2.2 grown people under one roof, one in three alone', () => {
    expect(people.length / households.length).toBeGreaterThan(1.3);
    expect(people.length / households.length).toBeLessThan(2.2);
    expect(share(households, ({ length }) => length === 1)).toBeGreaterThan(0.25);
    expect(share(households, ({ length }) => length === 1)).toBeLessThan(0.6);
  });

  it('have one address under one roof', () => {
    const doorOf = ({ home }: CrowdPerson) => JSON.stringify(on(home, TODAY));
    const doors = households.filter((household) => new Set(household.map(doorOf)).size > 1);
    expect(doors).toEqual([]);
  });

  it('share a mailbox in about one of seven families of several', () => {
    const several = households.filter(
      ({ length, 0: first }) => length > 1 && first!.householdId.endsWith('-0'),
    );
    expect(share(several, ([first]) => first!.sharedMail !== undefined)).toBeGreaterThan(0.09);
    expect(share(several, ([first]) => first!.sharedMail !== undefined)).toBeLessThan(0.18);
  });

  it('never have a mailbox that a stranger has', () => {
    const owners = new Map<string, string>();
    for (const person of people)
      for (const mail of [
        ...person.mail.map(({ value }) => value),
        person.secondMail,
        ...person.job.map(({ value }) => value?.mail),
      ]) {
        if (!mail) continue;
        const owner = owners.get(mail) ?? person.id;
        if (owner !== person.id) expect(owner, mail).toBe(person.id);
        owners.set(mail, person.id);
      }
    expect(owners.size).toBeGreaterThan(people.length);
  });

  it('leave about one mailbox in three within the eight years', () => {
    const having = people.filter(({ mail }) => mail[0]!.value);
    expect(share(having, ({ mail }) => mail.length > 1)).toBeGreaterThan(0.25);
    expect(share(having, ({ mail }) => mail.length > 1)).toBeLessThan(0.45);
  });

  it('have a number for themselves at any one time, though some numbers go from one to another', () => {
    const held = new Map<string, { from: number; until: number; id: string }[]>();
    for (const { id, mobile } of people)
      mobile.forEach(({ from, value }, n) => {
        if (!value) return;
        const key = `${value.country}${value.national}`;
        held.set(key, [
          ...(held.get(key) ?? []),
          { from, until: mobile[n + 1]?.from ?? Number.POSITIVE_INFINITY, id },
        ]);
      });
    const inTurn = [...held.values()].filter(({ length }) => length > 1);
    for (const spells of inTurn) {
      const [first, second] = spells.sort((a, b) => a.from - b.from);
      expect(spells.length).toBe(2);
      expect(first!.until).toBeLessThan(second!.from);
      expect(first!.id).not.toBe(second!.id);
    }
    expect(inTurn.length / people.length).toBeGreaterThan(0.005);
    expect(inTurn.length / people.length).toBeLessThan(0.05);
  });

  it('keep their names in Italy when they marry, and take another in Romania', () => {
    const wives = (country: string) =>
      households
        .filter(([first]) => first!.country === country)
        .filter((household) => household.some(({ gender }) => gender === 'm'))
        .flat()
        .filter(({ gender, born }) => gender === 'f' && TODAY - born > 35 * YEAR);
    const changed = ({ family }: CrowdPerson) => family.length > 1;
    expect(share(wives('IT'), changed)).toBeLessThan(0.08);
    expect(share(wives('RO'), changed)).toBeGreaterThan(0.3);
  });

  it('move more often in the United States than in Romania', () => {
    const moved = (country: string) =>
      share(
        people.filter(({ country: home, householdId }) => home === country && householdId.endsWith('-0')),
        ({ home }) => home.length > 1,
      );
    expect(moved('US')).toBeGreaterThan(0.35);
    expect(moved('RO')).toBeLessThan(0.25);
    expect(moved('RO')).toBeGreaterThan(0.08);
  });

  it('change their work within eight years more often than not', () => {
    const working = people.filter(({ job }) => job.some(({ value }) => value));
    expect(share(working, ({ job }) => job.length > 1)).toBeGreaterThan(0.6);
  });

  it('are twins now and then: one birthday, one house, two names', () => {
    const twins = households.flatMap((household) =>
      household.filter((one, n) => household.slice(n + 1).some(({ born }) => born === one.born)),
    );
    expect(twins.length).toBeGreaterThan(3);
    for (const household of households)
      expect(new Set(household.map(({ given, born }) => `${given} ${born}`)).size).toBe(household.length);
  });

  it('are called Junior only where that is said', () => {
    const named = people.filter(({ suffix }) => suffix);
    expect(named.length).toBeGreaterThan(5);
    for (const { nameLanguage } of named) expect(nameLanguage).toBe('en');
  });

  it('are far harder to tell apart when the profile is adversarial', () => {
    const cruel = byHousehold(peopleOf('adversarial', 1_500)).filter(({ length }) => length > 1);
    const sharing = share(cruel, ([first]) => first!.sharedMail !== undefined);
    expect(sharing).toBeGreaterThan(0.35);
    const sons = (all: CrowdPerson[][]) =>
      share(all, (household) =>
        household.some((one, n) => household.slice(n + 1).some(({ given }) => given === one.given)),
      );
    expect(sons(cruel)).toBeGreaterThan(2 * sons(households.filter(({ length }) => length > 1)));
  });
});
