/** How things to be grouped stand to each other. */
export interface Linkage {
  /** log2 of the odds of two of them. */
  bits(a: number, b: number): number;
  /** Two that can never be together. */
  apart(a: number, b: number): boolean;
  /** log2 of the odds of two groups, by all that is known of each. */
  profile(a: readonly number[], b: readonly number[]): number;
}

/** Odds of a pair count within these bounds when odds are averaged, as in a batch (`engine/cluster.ts`). */
const lowest = -10;
const highest = 14;

/**
 * Groups units (of one thing or of several that are one already) as the engine groups a component: best first by average linkage (Sokal
 * and Michener 1958), helped by profiles where things are sparse. Gives for each thing the smallest of its group; −1 for what is in no unit.
 */
export function groupByAverages(
  units: readonly (readonly number[])[],
  { bits, apart, profile }: Linkage,
  things: number,
): Int32Array {
  const size = units.length;
  const groups: (number[] | null)[] = units.map((unit) => [...unit]);
  const sum = new Float64Array(size * size);
  const never = new Uint8Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = i + 1; j < size; j += 1)
      for (const a of units[i]!)
        for (const b of units[j]!) {
          const one = Math.max(lowest, Math.min(highest, bits(a, b)));
          sum[i * size + j]! += one;
          sum[j * size + i]! += one;
          if (apart(a, b)) never[i * size + j] = never[j * size + i] = 1;
        }
  for (;;) {
    const pair = bestByAverage() ?? bestByProfile();
    if (!pair) break;
    unite(...pair);
  }
  const group = new Int32Array(things).fill(-1);
  for (const one of groups) if (one) for (const at of one) group[at] = Math.min(...one);
  return group;

  function average(i: number, j: number): number {
    return sum[i * size + j]! / (groups[i]!.length * groups[j]!.length);
  }

  function bestByAverage(): [number, number] | null {
    let [best, found]: [number, [number, number] | null] = [0, null];
    for (const [i, j] of openPairs())
      if (average(i, j) > best || (!found && average(i, j) === best)) [best, found] = [average(i, j), [i, j]];
    return found;
  }

  function bestByProfile(): [number, number] | null {
    let [best, found]: [number, [number, number] | null] = [3, null];
    for (const [i, j] of openPairs()) {
      if (groups[i]!.length + groups[j]!.length === 2 || average(i, j) < -6) continue;
      const odds = profile(groups[i]!, groups[j]!);
      if (odds > best) [best, found] = [odds, [i, j]];
    }
    return found;
  }

  function* openPairs(): Generator<[number, number]> {
    for (let i = 0; i < size; i += 1)
      if (groups[i])
        for (let j = i + 1; j < size; j += 1) if (groups[j] && never[i * size + j] === 0) yield [i, j];
  }

  function unite(left: number, right: number): void {
    groups[left] = [...groups[left]!, ...groups[right]!];
    groups[right] = null;
    for (let k = 0; k < size; k += 1) {
      if (!groups[k] || k === left) continue;
      sum[left * size + k]! += sum[right * size + k]!;
      sum[k * size + left] = sum[left * size + k]!;
      if (never[right * size + k] === 1) never[left * size + k] = never[k * size + left] = 1;
    }
  }
}
