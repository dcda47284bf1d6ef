const halfLogTwoPi = 0.9189385332046728;
// Bernoulli numbers over 2k(2k-1): the asymptotic series of ln Γ (Abramowitz & Stegun 6.1.41).
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/** What Stirling's formula leaves over: ln Γ(x) − ((x−½) ln x − x + ½ ln 2π), for x ≥ 15. */
function stirlingRest(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * square + stirling[k]!;
  return sum * inverse;
}

/** ln Γ(x) for x > 0, to about 1e-15; +∞ for anything else. Stirling's series after moving x above 15. */
export function lnGamma(x: number): number {
  if (!(x > 0)) return Number.POSITIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let product = 1;
  let moved = x;
  while (moved < 15) {
    product *= moved;
    moved += 1;
  }
  return (moved - 0.5) * Math.log(moved) - moved + halfLogTwoPi + stirlingRest(moved) - Math.log(product);
}

/** ln B(a, b) for a, b > 0; for large a and b without the cancellation of three ln Γ. */
export function lnBeta(a: number, b: number): number {
  if (a < 15 || b < 15) return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
  const sum = a + b;
  return (
    halfLogTwoPi -
    0.5 * Math.log(b) +
    (a - 0.5) * Math.log(a / sum) +
    b * Math.log(b / sum) +
    stirlingRest(a) +
    stirlingRest(b) -
    stirlingRest(sum)
  );
}

/** ln of xᵃ(1−x)ᵇ / B(a, b). */
function lnBetaFront(x: number, a: number, b: number): number {
  if (a < 15 || b < 15) return a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b);
  const sum = a + b;
  // Near the mean both logarithms are small: nothing large is subtracted from anything large.
  return (
    a * Math.log((x * sum) / a) +
    b * Math.log(((1 - x) * sum) / b) +
    0.5 * Math.log((a / sum) * b) -
    halfLogTwoPi -
    stirlingRest(a) -
    stirlingRest(b) +
    stirlingRest(sum)
  );
}

const tiny = 1e-300;
const epsilon = 1e-16;
const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < epsilon) break;
  }
  return fraction;
}

/** The regularised incomplete beta function Iₓ(a, b), the distribution function of Beta(a, b); a, b > 0, x is held in [0, 1]. */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(x > 0)) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(lnBetaFront(x, a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** The density of Beta(a, b) at x. */
export const betaDensity = (x: number, a: number, b: number): number =>
  x <= 0 || x >= 1
    ? x === 0 && a === 1
      ? b
      : x === 1 && b === 1
        ? a
        : 0
    : Math.exp(lnBetaFront(x, a, b)) / (x * (1 - x));

/** The regularised upper incomplete gamma function Q(a, x); a > 0, x ≥ 0 (DLMF 8.2.4). */
export function gammaUpper(a: number, x: number): number {
  if (!(x > 0)) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 100_000 && Math.abs(term) > Math.abs(sum) * epsilon; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 100_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(an * d + b);
    c = awayFromZero(b + an / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < epsilon) break;
  }
  return front * fraction;
}

/** Gauss's hypergeometric function ₂F₁(a, b; c; z) by its series; 0 ≤ z < 1. `null` where it does not exist or does not settle. */
export function hypergeometric(a: number, b: number, c: number, z: number): number | null {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 200_000; n++) {
    if (c + n === 0) return null;
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (!Number.isFinite(sum)) return null;
    if (Math.abs(term) <= epsilon * Math.abs(sum)) return sum;
  }
  return null;
}
