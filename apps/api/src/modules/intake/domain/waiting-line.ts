/** What waits at a door, and how much of the bounds it takes. */
export interface Waiting {
  /** Whose it is: what one source tells stays in its order. */
  readonly sourceId: string;
  readonly weight: number;
}

/** How much goes in together, how much may wait, and how many sets may be under way. */
export interface LineBounds {
  readonly setWeight: number;
  readonly waitingWeight: number;
  readonly sets: number;
}

/**
 * A short line at a door. Whatever waits for one source goes in together, in the order in which it came; sources take turns, and each has one
 * set under way at a time. The bounds hold for what waits; a thing that is heavier than a set goes alone.
 */
export class WaitingLine<Item extends Waiting> {
  /** By source, in the order in which their turns come. */
  private readonly lines = new Map<string, Item[]>();
  private readonly underWay = new Set<string>();
  private waiting = 0;
  private readonly bounds: LineBounds;

  constructor(bounds: LineBounds) {
    this.bounds = bounds;
  }

  /** Joins the line; `false` when it is too long, which it never is while nobody waits. */
  join(item: Item): boolean {
    if (this.waiting > 0 && this.waiting + item.weight > this.bounds.waitingWeight) return false;
    this.waiting += item.weight;
    const line = this.lines.get(item.sourceId);
    if (line) line.push(item);
    else this.lines.set(item.sourceId, [item]);
    return true;
  }

  /** The set whose turn it is, or nothing. Whoever takes it says `done` when the next one of its source may go. */
  next(): Item[] | undefined {
    if (this.underWay.size >= this.bounds.sets) return undefined;
    for (const [sourceId, line] of this.lines) {
      if (this.underWay.has(sourceId)) continue;
      let weight = 0;
      let count = 0;
      while (count < line.length && (count === 0 || weight + line[count]!.weight <= this.bounds.setWeight)) {
        weight += line[count]!.weight;
        count += 1;
      }
      const set = line.splice(0, count);
      this.waiting -= weight;
      // The next turn is another's.
      this.lines.delete(sourceId);
      if (line.length > 0) this.lines.set(sourceId, line);
      this.underWay.add(sourceId);
      return set;
    }
    return undefined;
  }

  /** Says that a source's set is over. */
  done(sourceId: string): void {
    this.underWay.delete(sourceId);
  }
}
