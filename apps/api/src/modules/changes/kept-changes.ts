import { type Change, comparePositions, type Position } from './domain/change.ts';

/** The youngest changes of the feed in memory, so that whoever was away for a moment is told without asking PostgreSQL. */
export interface KeptChanges {
  /** Changes that were just handed out, in order. */
  keep(changes: readonly Change[]): void;
  /** Older ones, down to `from`; they stand before all that are kept. */
  keepOlder(changes: readonly Change[], from: Position): void;
  /** Everything after a place, or `undefined` when that is further back than is kept. */
  after(place: Position): Change[] | undefined;
  /** All that came after this place is kept. */
  from(): Position;
}

/** Keeps at least the last `atLeast` changes of those that came after `from`. */
export function keepChanges(from: Position, atLeast: number): KeptChanges {
  let kept: Change[] = [];
  let start = from;
  return {
    keep(changes) {
      for (const change of changes) kept.push(change);
      // Half of it goes at once: moving the rest for every single one would cost as much as there is.
      if (kept.length < 2 * atLeast) return;
      start = kept.at(-atLeast - 1)!.position;
      kept = kept.slice(-atLeast);
    },
    keepOlder(changes, from) {
      kept = [...changes, ...kept];
      start = from;
    },
    after(place) {
      if (comparePositions(place, start) < 0) return undefined;
      let [low, high] = [0, kept.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (comparePositions(kept[middle]!.position, place) <= 0) low = middle + 1;
        else high = middle;
      }
      return kept.slice(low);
    },
    from: () => start,
  };
}
