/** One bar of a waterfall: where it begins and how long it is, as parts of the whole width; `by` tells its direction. */
export interface Step {
  from: number;
  size: number;
  by: number;
}

/** The bars of a waterfall that begins at nothing, goes to the prior and then by each line; `zero` is where nothing stands. */
export function stepsOf(prior: number, bits: readonly number[]): { steps: Step[]; zero: number } {
  let sum = 0;
  const spans = [prior, ...bits].map((by) => {
    const before = sum;
    sum += by;
    return { low: Math.min(before, sum), high: Math.max(before, sum), by };
  });
  const least = Math.min(0, ...spans.map(({ low }) => low));
  const width = Math.max(0, ...spans.map(({ high }) => high)) - least || 1;
  return {
    steps: spans.map(({ low, high, by }) => ({
      from: (low - least) / width,
      size: (high - low) / width,
      by,
    })),
    zero: (0 - least) / width,
  };
}
