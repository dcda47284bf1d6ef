import { betaCdf, betaDensity, lnBeta } from './special.ts';

/** A Beta distribution: what is believed of a share after `a` − 1 successes and `b` − 1 failures. */
export type Beta = readonly [a: number, b: number];

const isBeta = ([a, b]: Beta): boolean => a > 0 && b > 0 && Number.isFinite(a) && Number.isFinite(b);

/** Simpson's rule over `nodes` (odd in number) points from `from` to `to`. */
function simpson(f: (x: number) => number, from: number, to: number, nodes: number): number {
  const h = (to - from) / (nodes - 1);
  let sum = f(from) + f(to);
  for (let i = 1; i < nodes - 1; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** The integral over `from`…`to`, in pieces that end where one of the other Betas begins or ceases to matter. */
function integrate(f: (x: number) => number, [from, to]: [number, number], others: readonly Beta[]): number {
  const inside = others.flatMap(windowOf).filter((edge) => edge > from && edge < to);
  const edges = [from, ...inside.sort((a, b) => a - b), to];
  return edges.slice(1).reduce((sum, edge, i) => sum + simpson(f, edges[i]!, edge, 401), 0);
}

/** Where all of a Beta that matters lies: ten deviations around its mean. */
function windowOf([a, b]: Beta): [number, number] {
  const mean = a / (a + b);
  const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  return [Math.max(0, mean - 10 * sd), Math.min(1, mean + 10 * sd)];
}

/**
 * P(X > Y) for X and Y Beta distributed. With a whole number of successes in X it is the exact finite sum
 * Σ B(aᵧ+i, bₓ+bᵧ) / ((bₓ+i) B(1+i, bₓ) B(aᵧ, bᵧ)), i < aₓ; else Simpson's rule (about 1e-9).
 */
export function probabilityGreater(x: Beta, y: Beta): number | null {
  if (!isBeta(x) || !isBeta(y)) return null;
  const [ax, bx] = x;
  const [ay, by] = y;
  if (Number.isInteger(ax) && ax <= 200_000) {
    let sum = 0;
    const last = lnBeta(ay, by);
    for (let i = 0; i < ax; i++)
      sum += Math.exp(lnBeta(ay + i, bx + by) - Math.log(bx + i) - lnBeta(1 + i, bx) - last);
    return Math.min(1, Math.max(0, sum));
  }
  return Math.min(
    1,
    integrate((p) => betaDensity(p, ax, bx) * betaCdf(p, ay, by), windowOf(x), [y]),
  );
}

/** E[max(X − Y, 0)]: what one loses on average by taking Y although X may be better. */
export function expectedLoss(x: Beta, y: Beta): number | null {
  if (!isBeta(x) || !isBeta(y)) return null;
  const xGreater = probabilityGreater([x[0] + 1, x[1]], y)!;
  const xGreaterThanMoreY = probabilityGreater(x, [y[0] + 1, y[1]])!;
  return Math.max(0, (x[0] / (x[0] + x[1])) * xGreater - (y[0] / (y[0] + y[1])) * xGreaterThanMoreY);
}

/** The probability of each Beta to be the highest, by Simpson's rule (about 1e-7); they sum to 1. */
export function probabilityBest(betas: readonly Beta[]): number[] | null {
  if (betas.length === 0 || !betas.every(isBeta)) return null;
  const best = betas.map((beta, i) => {
    const others = betas.filter((_, j) => j !== i);
    const winsAt = (p: number) =>
      others.reduce(
        (product, [a, b]) => (product === 0 ? 0 : product * betaCdf(p, a, b)),
        betaDensity(p, ...beta),
      );
    return integrate(winsAt, windowOf(beta), others);
  });
  const sum = best.reduce((total, one) => total + one, 0);
  return best.map((one) => one / sum);
}

/** P(X < fraction · Y): is X hopeless beside Y? By Simpson's rule (about 1e-7). */
export function probabilityBelowFraction(x: Beta, y: Beta, fraction: number): number | null {
  if (!isBeta(x) || !isBeta(y) || !(fraction > 0)) return null;
  const [from, to] = windowOf(x);
  const inside = (p: number) => betaDensity(p, ...y) * betaCdf(p * fraction, ...x);
  // X matters where p · fraction is in its window: cut there, too.
  const cuts = [from / fraction, to / fraction].filter((cut) => cut > 0 && cut < 1);
  const [low, high] = windowOf(y);
  const points = [low, ...cuts.filter((cut) => cut > low && cut < high).sort((a, b) => a - b), high];
  const sum = points.slice(1).reduce((total, end, i) => total + simpson(inside, points[i]!, end, 401), 0);
  return Math.min(1, Math.max(0, sum));
}
