import { groupByAverages, type Linkage } from './engine/average-linkage.ts';
import { DisjointSets } from './engine/disjoint-sets.ts';
import { type EngineSettings, usualSettings } from './engine/settings.ts';
import { isNameless } from './name.ts';
import { type Reason, reasonsOfObjections } from './reasons.ts';
import type { Evidence, Judgement, Match } from './resolve.ts';

/** How two records stand to each other. Plain data; the same whichever comes first. */
export interface Sight {
  /** log2 of the odds that the two are one person. */
  bits: number;
  /** The same as a probability, 0 to 1. */
  probability: number;
  /** What identifiers, names and the engine say together; nothing where nobody would ask. */
  judgement: Judgement | null;
}

/** What must be known of a component to settle it. Records are numbered as they are given. */
export interface Component extends Omit<Linkage, 'bits' | 'apart'> {
  /** In an order that does not depend on when they came. */
  records: readonly Evidence[];
  sight(a: number, b: number): Sight;
  /** Somebody has said that the two are two people. */
  saidApart(a: number, b: number): boolean;
  /** A rule says so: senior and junior, or a source that has nobody twice. */
  apartByRule(a: number, b: number): boolean;
  /** Pairs of which somebody has said that they are one person: together whatever they say. */
  together: readonly (readonly [number, number])[];
}

/** Two groups of records that were joined, and the pair that did it. */
export interface Join {
  a: number;
  b: number;
  judgement: Judgement;
  bits: number;
}

/** Who is whom among the records of a component. */
export interface Settled {
  /** Each group is one customer. */
  groups: number[][];
  joins: Join[];
  /** For two groups that may be one person, the pair that speaks for it most; the younger record first. */
  doubts: { a: number; b: number; match: Match; bits: number }[];
}

/** Nobody grows beyond this by itself: what would be larger is a person's to look at. */
export const largestUnseen = 40;

const tooLarge: Reason = {
  code: 'too-large',
  text: `More than ${largestUnseen} records would be one customer: that is for a person to see.`,
  speaksFor: false,
  values: { most: largestUnseen },
};

/**
 * Says who is whom among records that hang together. What people have said holds; the rest is a function of the records alone, whatever
 * their order of arrival and whoever's they were: entities by average linkage, in each of them the pairs joined that may be joined
 * unseen and of which nobody outside is a near rival; records without a name go last, to the one person who has what identifies them.
 */
export function settle(component: Component, settings: EngineSettings = usualSettings): Settled {
  const { records, sight, saidApart, apartByRule, together } = component;
  const size = records.length;
  const sets = new DisjointSets(size);
  for (const [a, b] of together) if (sets.root(a) !== sets.root(b)) sets.join(a, b);
  const membersOf = (): Map<number, number[]> => {
    const members = new Map<number, number[]>();
    for (let at = 0; at < size; at += 1) {
      const root = sets.root(at);
      const some = members.get(root);
      if (some) some.push(at);
      else members.set(root, [at]);
    }
    return members;
  };
  const apart = (a: number, b: number): boolean => saidApart(a, b) || apartByRule(a, b);
  const units = membersOf();
  const nameless = new Set(
    [...units].flatMap(([root, all]) => (all.every((at) => isNameless(records[at]!.name)) ? [root] : [])),
  );
  const entity = groupByAverages(
    [...units].filter(([root]) => !nameless.has(root)).map(([, all]) => all),
    { bits: (a, b) => sight(a, b).bits, apart, profile: component.profile },
    size,
  );
  const pairs = pairsOf(size, sight, records);
  const joins: Join[] = [];
  const blocked = new Map<string, Reason>();
  const groupsApart = (a: number, b: number): boolean => {
    const members = membersOf();
    return members
      .get(sets.root(a))!
      .some((one) => members.get(sets.root(b))!.some((other) => apart(one, other)));
  };
  const join = (pair: Pair): void => {
    const members = membersOf();
    if (members.get(sets.root(pair.a))!.length + members.get(sets.root(pair.b))!.length > largestUnseen) {
      blocked.set(nameOf(pair.a, pair.b), tooLarge);
      return;
    }
    sets.join(pair.a, pair.b);
    joins.push({ a: pair.a, b: pair.b, judgement: pair.judgement, bits: pair.bits });
  };
  for (const pair of pairs) {
    const { a, b, bits, judgement } = pair;
    if (judgement.verdict !== 'link' || judgement.nameless || entity[a] !== entity[b]) continue;
    if (sets.root(a) === sets.root(b) || groupsApart(a, b)) continue;
    if (bits - rivalOf(a, b) < settings.marginBits) blocked.set(nameOf(a, b), rivalling);
    else join(pair);
  }
  placeNameless();
  const members = membersOf();
  return {
    groups: [...members.values()],
    joins,
    doubts: doubtsBetween(pairs, sets, members, saidApart, blocked),
  };

  /** Who outside of their entity comes nearest to one of the two. */
  function rivalOf(a: number, b: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let other = 0; other < size; other += 1) {
      if (entity[other] === entity[a] || entity[other]! < 0) continue;
      for (const one of [a, b]) {
        if (saidApart(one, other)) continue;
        const { bits } = sight(one, other);
        if (bits >= 0 && bits > most) most = bits;
      }
    }
    return most;
  }

  /** What comes without a name keeps to what identifies it: to the one who has it, otherwise to others like it. */
  function placeNameless(): void {
    const ofNameless = pairs.filter(({ judgement }) => judgement.nameless && judgement.verdict === 'link');
    const lonely = new Set<number>();
    for (const root of [...nameless].sort((x, y) => x - y)) {
      const fitting = ofNameless.filter(
        ({ a, b }) =>
          (sets.root(a) === sets.root(root) || sets.root(b) === sets.root(root)) &&
          !(isAlone(a) && isAlone(b)) &&
          sets.root(a) !== sets.root(b) &&
          !groupsApart(a, b),
      );
      const other = ({ a, b }: Pair) => (sets.root(a) === sets.root(root) ? sets.root(b) : sets.root(a));
      const homes = new Set(fitting.map(other));
      if (homes.size === 1) join(fitting[0]!);
      else if (homes.size === 0) lonely.add(root);
    }
    for (const pair of ofNameless)
      if (
        lonely.has(unitOf(pair.a)) &&
        lonely.has(unitOf(pair.b)) &&
        sets.root(pair.a) !== sets.root(pair.b) &&
        !groupsApart(pair.a, pair.b)
      )
        join(pair);
  }
  function unitOf(at: number): number {
    for (const [root, all] of units) if (all.includes(at)) return root;
    return at;
  }
  function isAlone(at: number): boolean {
    return nameless.has(unitOf(at));
  }
}

interface Pair {
  a: number;
  b: number;
  bits: number;
  probability: number;
  judgement: Judgement;
}

const rivalling = reasonsOfObjections(['rival'])[0]!;
const nameOf = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The pairs that anything speaks for, the likeliest first; equal ones as records stand. Of a pair the younger stands first: ids are made by time. */
function pairsOf(size: number, sight: Component['sight'], records: readonly Evidence[]): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1) {
      const { bits, probability, judgement } = sight(i, j);
      if (!judgement || judgement.verdict === 'no') continue;
      const [a, b] = records[i]!.recordId > records[j]!.recordId ? [i, j] : [j, i];
      pairs.push({ a, b, bits, probability, judgement });
    }
  // A sort keeps the order of equal ones, and they were met in the order in which records stand.
  return pairs.sort((x, y) => y.bits - x.bits);
}

function doubtsBetween(
  pairs: readonly Pair[],
  sets: DisjointSets,
  members: ReadonlyMap<number, readonly number[]>,
  saidApart: Component['saidApart'],
  blocked: ReadonlyMap<string, Reason>,
): Settled['doubts'] {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const [left, right] = [sets.root(pair.a), sets.root(pair.b)];
    if (left === right) continue;
    const name = nameOf(left, right);
    if (best.has(name)) continue;
    if (members.get(left)!.some((one) => members.get(right)!.some((other) => saidApart(one, other))))
      continue;
    best.set(name, pair);
  }
  return [...best.values()].map(({ a, b, bits, probability, judgement }) => {
    const against = blocked.get(nameOf(a, b));
    return {
      a,
      b,
      bits,
      match: {
        ...judgement.match,
        probability,
        ...(against ? { reasons: [...judgement.match.reasons, against] } : {}),
      },
    };
  });
}
