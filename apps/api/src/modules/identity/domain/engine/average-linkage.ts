/** How things to be grouped stand to each other. */
export interface Linkage {
  /** log2 of the odds of two of them. */
  bits(a: number, b: number): number;
  /** Two that can never be together. */
  apart(a: number, b: number): boolean;
  /** What is known of one group against what is known of another. */
  profile(a: readonly number[], b: readonly number[]): Profiled;
}

/** Two groups, by all that is known of each. */
export interface Profiled {
  /** log2 of the odds that they are one. */
  bits: number;
  /** They differ in what everybody has only one of. */
  contradicts: boolean;
}

/** Odds of a pair count within these bounds when odds are averaged: one strange pair does not decide alone. */
const lowest = -10;
const highest = 14;

/** From these odds on no profile is asked: with so much in common on average, one contradiction is a slip. */
const beyondDoubt = 8;

/**
 * Groups units (of one thing or of several that are one already): best first by average linkage (Sokal and Michener 1958), helped by
 * profiles where things are sparse, and held back by them where averages would join two who contradict each other: what a third, sparse
 * record has in common with both does not make father and son one. Gives for each thing the smallest of its group; −1 for what is in no unit.
 */
export function groupByAverages(
  units: readonly (readonly number[])[],
  { bits, apart, profile }: Linkage,
  things: number,
): Int32Array {
  const size = units.length;
  const groups: (readonly number[] | null)[] = [...units];
  // Of the square only the half above its diagonal is used: the smaller of two first.
  const sum = new Float64Array(size * size);
  const never = new Uint8Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1)
      for (const a of units[i]!)
        for (const b of units[j]!) {
          sum[i * size + j]! += Math.max(lowest, Math.min(highest, bits(a, b)));
          if (apart(a, b)) never[i * size + j] = 1;
        }
  for (;;) {
    const pair = bestByAverage() ?? bestByProfile();
    if (pair < 0) break;
    unite(Math.floor(pair / size), pair % size);
  }
  const group = new Int32Array(things).fill(-1);
  for (const one of groups) {
    if (!one) continue;
    const first = one.reduce((least, at) => Math.min(least, at));
    for (const at of one) group[at] = first;
  }
  return group;

  function average(i: number, j: number): number {
    return sum[i * size + j]! / (groups[i]!.length * groups[j]!.length);
  }

  function bestByAverage(): number | null {
    for (;;) {
      let [best, found] = [0, -1];
      eachOpenPair((i, j) => {
        const one = average(i, j);
        if (one > best || (found < 0 && one === best)) [best, found] = [one, i * size + j];
      });
      if (found < 0) return null;
      const [left, right] = [groups[Math.floor(found / size)]!, groups[found % size]!];
      if (left.length + right.length === 2 || best >= beyondDoubt) return found;
      const known = profile(left, right);
      if (known.bits >= 0 || !known.contradicts) return found;
      never[found] = 1;
    }
  }

  function bestByProfile(): number {
    let [best, found] = [3, -1];
    eachOpenPair((i, j) => {
      if (groups[i]!.length + groups[j]!.length === 2 || average(i, j) < -6) return;
      const odds = profile(groups[i]!, groups[j]!).bits;
      if (odds > best) [best, found] = [odds, i * size + j];
    });
    return found;
  }

  function eachOpenPair(visit: (i: number, j: number) => void): void {
    for (let i = 0; i < size; i += 1)
      if (groups[i])
        for (let j = i + 1; j < size; j += 1) if (groups[j] && never[i * size + j] === 0) visit(i, j);
  }

  function unite(left: number, right: number): void {
    groups[left] = [...groups[left]!, ...groups[right]!];
    groups[right] = null;
    for (let k = 0; k < size; k += 1) {
      if (!groups[k] || k === left) continue;
      const [into, from] = [placeOf(left, k), placeOf(right, k)];
      sum[into]! += sum[from]!;
      if (never[from] === 1) never[into] = 1;
    }
  }

  function placeOf(i: number, j: number): number {
    return i < j ? i * size + j : j * size + i;
  }
}
