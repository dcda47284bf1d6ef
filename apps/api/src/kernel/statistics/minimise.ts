/** Where a function is lowest, as far as the search saw. */
export interface Minimum {
  at: number[];
  value: number;
  turns: number;
}

/**
 * Nelder & Mead's simplex search (Computer Journal 1965) for the lowest value of `f` near `start`. It needs no derivative
 * and uses no chance. Points where `f` is not finite count as infinitely high. It stops when the simplex is smaller than
 * `tolerance`, both in place and in height, and is begun anew at the best point until that gains nothing.
 */
export function minimise(
  f: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, turns: mostTurns = 5_000 } = {},
): Minimum {
  const height = (at: readonly number[]): number => {
    const value = f(at);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  let best = { at: [...start], value: height(start) };
  let turns = 0;
  for (let round = 0; round < 6; round++) {
    const before = best.value;
    const size = round === 0 ? step : step / 5;
    const simplex = [best, ...start.map((_, i) => corner(best.at, i, size))];
    simplex.sort(byHeight);
    for (let turn = 0; turn < mostTurns; turn++, turns++) {
      const worst = simplex.at(-1)!;
      const spread = Math.max(
        ...simplex
          .slice(1)
          .map((point) => Math.max(...point.at.map((v, i) => Math.abs(v - simplex[0]!.at[i]!)))),
      );
      if (spread < tolerance && worst.value - simplex[0]!.value < tolerance) break;
      const centre = start.map((_, i) => {
        let sum = 0;
        for (let p = 0; p < simplex.length - 1; p++) sum += simplex[p]!.at[i]!;
        return sum / (simplex.length - 1);
      });
      const along = (factor: number) => {
        const at = centre.map((c, i) => c + factor * (worst.at[i]! - c));
        return { at, value: height(at) };
      };
      const mirrored = along(-1);
      const secondWorst = simplex.at(-2)!;
      let next = mirrored;
      if (mirrored.value < simplex[0]!.value) {
        const further = along(-2);
        if (further.value < mirrored.value) next = further;
      } else if (mirrored.value >= secondWorst.value) {
        next = mirrored.value < worst.value ? along(-0.5) : along(0.5);
        if (next.value >= Math.min(worst.value, mirrored.value)) {
          const low = simplex[0]!;
          for (let p = 1; p < simplex.length; p++) {
            const at = simplex[p]!.at.map((v, i) => low.at[i]! + 0.5 * (v - low.at[i]!));
            simplex[p] = { at, value: height(at) };
          }
          simplex.sort(byHeight);
          continue;
        }
      }
      simplex[simplex.length - 1] = next;
      simplex.sort(byHeight);
    }
    best = simplex[0]!;
    if (before - best.value < tolerance && round > 0) break;
  }
  return { ...best, turns };

  function corner(at: readonly number[], i: number, size: number) {
    const moved = [...at];
    moved[i]! += size;
    return { at: moved, value: height(moved) };
  }
}

const byHeight = (a: { value: number }, b: { value: number }): number =>
  a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
