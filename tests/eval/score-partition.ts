/** Scores of a partition against the truth. */
export interface PartitionScore {
  precision: number;
  recall: number;
  f1: number;
  b3: number;
  largest: number;
}

const pairsIn = (count: number): number => (count * (count - 1)) / 2;

/** Pairwise and B³ (Bagga and Baldwin 1998) scores; with `sources` only pairs of different sources count for the pairwise ones. */
export function scorePartition(
  truth: readonly string[],
  found: readonly (string | number)[],
  sources?: readonly string[],
): PartitionScore {
  const count = (keyOf: (at: number) => string) => {
    const sizes = new Map<string, Map<string, number>>();
    truth.forEach((_, at) => {
      const key = keyOf(at);
      const group = sizes.get(key) ?? new Map<string, number>();
      const source = sources?.[at] ?? '';
      group.set(source, (group.get(source) ?? 0) + 1);
      sizes.set(key, group);
    });
    let pairs = 0;
    for (const group of sizes.values()) {
      let all = 0;
      for (const size of group.values()) {
        all += size;
        if (sources) pairs -= pairsIn(size);
      }
      pairs += pairsIn(all);
    }
    return { pairs, sizes };
  };
  const total = (group: Map<string, number>) => [...group.values()].reduce((sum, size) => sum + size, 0);
  const ofTruth = count((at) => truth[at]!);
  const ofFound = count((at) => String(found[at]));
  const ofBoth = count((at) => `${truth[at]}\u0000${found[at]}`);
  const precision = ofFound.pairs > 0 ? ofBoth.pairs / ofFound.pairs : 1;
  const recall = ofTruth.pairs > 0 ? ofBoth.pairs / ofTruth.pairs : 1;
  let [b3precision, b3recall] = [0, 0];
  for (const [key, group] of ofBoth.sizes) {
    const [one, other] = key.split('\u0000') as [string, string];
    const size = total(group);
    b3precision += size ** 2 / total(ofFound.sizes.get(other)!);
    b3recall += size ** 2 / total(ofTruth.sizes.get(one)!);
  }
  b3precision /= truth.length;
  b3recall /= truth.length;
  return {
    precision,
    recall,
    f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    b3: (2 * b3precision * b3recall) / (b3precision + b3recall),
    largest: [...ofFound.sizes.values()].reduce((most, group) => Math.max(most, total(group)), 0),
  };
}
