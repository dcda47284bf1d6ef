import { betaCdf, betaDensity, lnBeta } from './special.ts';

/** A Beta distribution: what is believed of a share after `a` − 1 successes and `b` − 1 failures. */
export type Beta = readonly [a: number, b: number];

const isBeta = ([a, b]: Beta): boolean => a > 0 && b > 0 && Number.isFinite(a) && Number.isFinite(b);

/** Nodes and weights of Gauss and Legendre on −1…1 (Numerical methods: Golub & Welsch 1969; here by Newton's method on Pₙ). */
function legendre(n: number): { node: number; weight: number }[] {
  return Array.from({ length: n }, (_, i) => {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let turn = 0; turn < 100; turn++) {
      let [before, now] = [1, x];
      for (let k = 2; k <= n; k++) [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      slope = (n * (x * now - before)) / (x * x - 1);
      const step = now / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    return { node: x, weight: 2 / ((1 - x * x) * slope * slope) };
  });
}

const rule = legendre(16);
const panels = 6;

/** The integral from `from` to `to` in panels of 16 points each; it never looks at the very ends. */
function integral(f: (x: number) => number, from: number, to: number): number {
  const half = (to - from) / panels / 2;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const middle = from + (2 * panel + 1) * half;
    for (const { node, weight } of rule) sum += weight * f(middle + half * node);
  }
  return sum * half;
}

/** The integral of what one Beta weighs: over its window, cut where it or another begins or ceases to matter. */
function integrateOver(beta: Beta, cuts: readonly number[], f: (x: number) => number): number {
  const [from, to] = windowOf(beta);
  const inside = [...coreOf(beta), ...cuts].filter((cut) => cut > from && cut < to);
  const edges = [from, ...inside.sort((a, b) => a - b), to];
  return edges.slice(1).reduce((sum, edge, i) => sum + integral(f, edges[i]!, edge), 0);
}

/** `deviations` around the mean of a Beta, within 0…1. */
function around([a, b]: Beta, deviations: number): [number, number] {
  const mean = a / (a + b);
  const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  return [Math.max(0, mean - deviations * sd), Math.min(1, mean + deviations * sd)];
}

/** Where all of a Beta that matters lies: even a tail that falls like e⁻ˣ has less than 1e-15 beyond it. */
const windowOf = (beta: Beta): [number, number] => around(beta, 40);

/** Where most of it lies: the integral is cut there, so that a narrow peak is never stepped over. */
const coreOf = (beta: Beta): [number, number] => around(beta, 8);

/**
 * P(X > Y) for X and Y Beta distributed. With a whole number of successes in X it is the exact finite sum
 * Σ B(aᵧ+i, bₓ+bᵧ) / ((bₓ+i) B(1+i, bₓ) B(aᵧ, bᵧ)), i < aₓ; else by quadrature (about 1e-9).
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
    integrateOver(x, coreOf(y), (p) => betaDensity(p, ax, bx) * betaCdf(p, ay, by)),
  );
}

/** E[max(X − Y, 0)]: what one loses on average by taking Y although X may be better. */
export function expectedLoss(x: Beta, y: Beta): number | null {
  if (!isBeta(x) || !isBeta(y)) return null;
  const xGreater = probabilityGreater([x[0] + 1, x[1]], y)!;
  const xGreaterThanMoreY = probabilityGreater(x, [y[0] + 1, y[1]])!;
  return Math.max(0, (x[0] / (x[0] + x[1])) * xGreater - (y[0] / (y[0] + y[1])) * xGreaterThanMoreY);
}

/** The probability of each Beta to be the highest, by quadrature (about 1e-9); they sum to 1. */
export function probabilityBest(betas: readonly Beta[]): number[] | null {
  if (betas.length === 0 || !betas.every(isBeta)) return null;
  const best = betas.map((beta, i) => {
    const others = betas.filter((_, j) => j !== i);
    const winsAt = (p: number) =>
      others.reduce(
        (product, [a, b]) => (product === 0 ? 0 : product * betaCdf(p, a, b)),
        betaDensity(p, ...beta),
      );
    return integrateOver(beta, others.flatMap(coreOf), winsAt);
  });
  const sum = best.reduce((total, one) => total + one, 0);
  return best.map((one) => one / sum);
}

/** P(X < fraction · Y): is X hopeless beside Y? By quadrature (about 1e-9). */
export function probabilityBelowFraction(x: Beta, y: Beta, fraction: number): number | null {
  if (!isBeta(x) || !isBeta(y) || !(fraction > 0)) return null;
  // X matters where p · fraction is in its core.
  const cuts = coreOf(x).map((edge) => edge / fraction);
  const sum = integrateOver(y, cuts, (p) => betaDensity(p, ...y) * betaCdf(p * fraction, ...x));
  return Math.min(1, Math.max(0, sum));
}
