import { halved } from '#kernel/days';
import { solveLinear } from '#kernel/statistics/solve';

/** A way customers took: the channels they met in order, how many of them converted and how many did not. */
export interface Path {
  path: readonly string[];
  conv: number;
  null: number;
  /** Days before the conversion at which each channel was met: only time decay asks. */
  daysBefore?: readonly number[];
}

/** Conversions handed out to each channel. It is credit, not cause: only an experiment proves that. */
export type Credit = Record<string, number>;

export interface MarkovCredit {
  /** The chance that somebody who starts converts. */
  pConv: number;
  /** Removal effect of each channel: 1 − P(conversion without it) / P(conversion). */
  removal: Credit;
  credit: Credit;
}

export interface Attribution {
  conversions: number;
  /** People who took the paths, those who did not convert among them. */
  n: number;
  first: Credit | null;
  last: Credit | null;
  linear: Credit | null;
  position: Credit | null;
  /** `null` also when the days of a converting path are missing. */
  timeDecay: Credit | null;
  shapley: Credit | null;
  markov: MarkovCredit | null;
  settings: string;
}

/** What may be tuned: the half-life of time decay, in days, a convention. */
export interface AttributionSettings {
  version: string;
  halfLifeDays: number;
}

export const usualAttribution: AttributionSettings = { version: 'attribution-1', halfLifeDays: 7 };

const count = (n: number): number => (Number.isFinite(n) && n > 0 ? n : 0);

/** Paths that can be counted: at least one channel, and somebody who took them. */
const usable = (paths: readonly Path[]): Path[] =>
  paths
    .map((one) => ({ ...one, conv: count(one.conv), null: count(one.null) }))
    .filter((one) => one.path.length > 0 && one.conv + one.null > 0);

/** Hands out the conversions of each path by weights per position; each path's weights are made to sum to 1. */
function handOut(paths: readonly Path[], weightsOf: (path: Path) => readonly number[]): Credit {
  const credit = new Map<string, number>();
  for (const { path } of paths) for (const channel of path) credit.set(channel, credit.get(channel) ?? 0);
  for (const one of paths) {
    if (one.conv === 0) continue;
    const weights = weightsOf(one);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    one.path.forEach((channel, i) => {
      credit.set(channel, credit.get(channel)! + (one.conv * weights[i]!) / sum);
    });
  }
  return Object.fromEntries(credit);
}

const positionWeights = (length: number): number[] => {
  if (length <= 2) return new Array<number>(length).fill(1 / length);
  return Array.from({ length }, (_, i) => (i === 0 || i === length - 1 ? 0.4 : 0.2 / (length - 2)));
};

/** Each distinct channel of a path shares alike: the closed form of Shapley's value here (Zhao, Mahboobi & Bagheri 2018). */
function distinctWeights(path: readonly string[]): number[] {
  const times = new Map<string, number>();
  for (const channel of path) times.set(channel, (times.get(channel) ?? 0) + 1);
  return path.map((channel) => 1 / (times.size * times.get(channel)!));
}

/** The transitions of all paths: from each channel (and the start), with what weight to which channel, conversion or end. */
function transitionsOf(paths: readonly Path[]) {
  const channels = [...new Set(paths.flatMap(({ path }) => path))].sort();
  const index = new Map(channels.map((channel, i) => [channel, i]));
  const n = channels.length;
  // Row n is the start; column n is conversion. What goes nowhere else ends.
  const weight = Array.from({ length: n + 1 }, () => new Float64Array(n + 1));
  const total = new Float64Array(n + 1);
  for (const { path, conv, null: lost } of paths) {
    const both = conv + lost;
    let at = n;
    for (const channel of path) {
      const next = index.get(channel)!;
      weight[at]![next]! += both;
      total[at]! += both;
      at = next;
    }
    weight[at]![n]! += conv;
    total[at]! += both;
  }
  return { channels, share: (i: number, j: number) => (total[i]! > 0 ? weight[i]![j]! / total[i]! : 0) };
}

/**
 * Markov chain attribution by removal (Anderl, Becker, von Wangenheim & Schumann, IJRM 2016), solved exactly: (I − Q) f = c gives each channel's chance
 * of conversion. A channel removed sends its traffic to the end; removal effects are scaled to the number of conversions.
 */
export function markovCredit(paths: readonly Path[]): MarkovCredit | null {
  const known = usable(paths);
  const conversions = known.reduce((sum, { conv }) => sum + conv, 0);
  if (conversions === 0) return null;
  const { channels, share } = transitionsOf(known);
  const n = channels.length;
  const all = channels.map((_, i) => i);
  const chance = (removed: number | null): number | null => {
    const left = all.filter((i) => i !== removed);
    const solved = solveLinear(
      left.map((i) => left.map((j) => (i === j ? 1 : 0) - share(i, j))),
      left.map((i) => share(i, n)),
    );
    return solved && left.reduce((sum, i, at) => sum + share(n, i) * solved[at]!, 0);
  };
  const pConv = chance(null);
  if (pConv === null || !(pConv > 0)) return null;
  const effects = all.map((i) => Math.max(0, 1 - (chance(i) ?? 0) / pConv));
  const sum = effects.reduce((total, one) => total + one, 0);
  return {
    pConv,
    removal: Object.fromEntries(channels.map((channel, i) => [channel, effects[i]!])),
    credit: Object.fromEntries(channels.map((channel, i) => [channel, (conversions * effects[i]!) / sum])),
  };
}

/**
 * Who gets credit for the conversions, by every model. Each hands out exactly the number of conversions: first, last, linear, position (all |
 * half and half | 40, 20, 40 %), time decay (half-life 7 days, a convention), Shapley (Shao & Li, KDD 2011), Markov removal. Peer
 * reviews and service contacts are channels like any other. Without a conversion every model is `null`.
 */
export function attribution(
  paths: readonly Path[],
  settings: AttributionSettings = usualAttribution,
): Attribution {
  const { halfLifeDays } = settings;
  const known = usable(paths);
  const conversions = known.reduce((sum, { conv }) => sum + conv, 0);
  const n = known.reduce((sum, one) => sum + one.conv + one.null, 0);
  if (conversions === 0)
    return {
      conversions: 0,
      n,
      settings: settings.version,
      first: null,
      last: null,
      linear: null,
      position: null,
      timeDecay: null,
      shapley: null,
      markov: null,
    };
  const dated = known.every(
    ({ conv, path, daysBefore }) =>
      conv === 0 ||
      (daysBefore?.length === path.length &&
        daysBefore.every((days) => days >= 0 && days < 1000 * halfLifeDays)),
  );
  return {
    conversions,
    n,
    settings: settings.version,
    first: handOut(known, ({ path }) => path.map((_, i) => (i === 0 ? 1 : 0))),
    last: handOut(known, ({ path }) => path.map((_, i) => (i === path.length - 1 ? 1 : 0))),
    linear: handOut(known, ({ path }) => path.map(() => 1)),
    position: handOut(known, ({ path }) => positionWeights(path.length)),
    timeDecay:
      dated && halfLifeDays > 0
        ? handOut(known, ({ daysBefore }) => daysBefore!.map((days) => halved(days, halfLifeDays)))
        : null,
    shapley: handOut(known, ({ path }) => distinctWeights(path)),
    markov: markovCredit(known),
  };
}
