import type { Lived, Moment } from './experience.fragment.ts';

/** A point of the curve: a moment and where it belongs. */
export interface CurvePoint {
  moment: Moment;
  lived: Lived;
  /** 0…100; `null`: nobody measured it. */
  score: number | null;
}

/** What a curve shows: the moments that fit, and the two that the memory is made of. */
export interface Curve {
  points: CurvePoint[];
  /** How many there are in all, and of how many it is known how they were. */
  all: number;
  known: number;
  /** Places among `points`; `null` without a known one. */
  peak: number | null;
  end: number | null;
}

/** Bad moments stand out twice: the same convention as the server’s. */
const standsOut = (valence: number): number => Math.abs(valence) * (valence < 0 ? 2 : 1);

/** The moments of interactions in the order of time, at most the last `most`, with the peak and the end among them. */
export function curveOf(interactions: readonly Lived[], most: number): Curve {
  const all = interactions
    .flatMap((lived) => lived.moments.map((moment) => ({ moment, lived })))
    .sort((a, b) => Date.parse(a.moment.at) - Date.parse(b.moment.at));
  const points = all.slice(-Math.max(1, most)).map(({ moment, lived }): CurvePoint => {
    const score = moment.valence === null ? null : 50 * (1 + moment.valence);
    return { moment, lived, score };
  });
  let peak: number | null = null;
  let end: number | null = null;
  let height = -1;
  points.forEach(({ moment: { valence } }, place) => {
    if (valence === null) return;
    end = place;
    if (standsOut(valence) >= height) {
      height = standsOut(valence);
      peak = place;
    }
  });
  return {
    points,
    all: all.length,
    known: all.filter(({ moment }) => moment.valence !== null).length,
    peak,
    end,
  };
}

/** A point on the paper. */
export interface Spot {
  x: number;
  y: number;
}

/**
 * A smooth line through points that never overshoots them (monotone cubic, Fritsch & Carlson 1980): a curve that dips below what was
 * lived would tell of a moment that was not.
 */
export function smoothPath(spots: readonly Spot[]): string {
  const [first] = spots;
  if (!first) return '';
  const slopes = spots.slice(1).map((to, i) => (to.y - spots[i]!.y) / (to.x - spots[i]!.x));
  const tangents = spots.map((_, i) => {
    const before = slopes[i - 1] ?? slopes[i] ?? 0;
    const after = slopes[i] ?? before;
    if (before * after <= 0) return 0;
    const limit = 3 * Math.min(Math.abs(before), Math.abs(after));
    const mean = (before + after) / 2;
    return Math.sign(mean) * Math.min(Math.abs(mean), limit);
  });
  const round = (value: number) => Math.round(value * 10) / 10;
  return spots.slice(1).reduce(
    (path, to, i) => {
      const from = spots[i]!;
      const third = (to.x - from.x) / 3;
      return `${path}C${round(from.x + third)} ${round(from.y + tangents[i]! * third)} ${round(to.x - third)} ${round(to.y - tangents[i + 1]! * third)} ${round(to.x)} ${round(to.y)}`;
    },
    `M${round(first.x)} ${round(first.y)}`,
  );
}
