/**
 * How long people wait for what follows from an import. Whoever is told of again after it was settled is folded again, so waiting pays
 * where that happens: a file in no order of customers, several files about the same. Where everybody is told of once, waiting gives nothing.
 */
export const shortestPatienceMs = 5_000;
/** New lines and new people are there at once; so long at most may a stage or a summary be behind them. */
export const longestPatienceMs = 20_000;

/** The share of those settled who had been before, above which it pays to wait longer, and below which it does not. */
const oftenAgain = 0.5;
const seldomAgain = 0.2;

/** How long to wait until the next time, after so many customers were settled, of whom some had been before. */
export function nextPatience(
  patienceMs: number,
  { settled, again }: { settled: number; again: number },
): number {
  if (settled === 0) return patienceMs;
  if (again / settled > oftenAgain) return Math.min(longestPatienceMs, patienceMs * 2);
  if (again / settled < seldomAgain) return Math.max(shortestPatienceMs, patienceMs / 2);
  return patienceMs;
}

/**
 * Whom an import has settled, in two megabytes whatever its size: a place for each customer, drawn from the random end of the id. Two who share
 * one are taken for each other; where millions were settled that is many, and then patience is what they ask for anyway.
 */
export class SettledBefore {
  private readonly places = new Uint8Array(2 ** 21);

  /** Notes them; answers how many of them had been noted before. */
  note(customerIds: Iterable<string>): number {
    let again = 0;
    for (const id of customerIds) {
      const place = Number.parseInt(id.slice(-6), 16);
      const bit = 1 << (place & 7);
      if (this.places[place >>> 3]! & bit) again += 1;
      else this.places[place >>> 3]! |= bit;
    }
    return again;
  }
}
