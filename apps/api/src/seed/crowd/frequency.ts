import type { Random } from '../random.ts';

/** Items with weights, drawn by binary search: a draw costs the same however long the list is. */
export class Frequencies<Item> {
  readonly items: readonly Item[];
  #until: Float64Array;

  /** @param weight Any number above 0 for the item at a rank (from 0). */
  constructor(items: readonly Item[], weight: (rank: number) => number) {
    this.items = items;
    this.#until = new Float64Array(items.length);
    let sum = 0;
    for (let rank = 0; rank < items.length; rank++) {
      sum += weight(rank);
      this.#until[rank] = sum;
    }
  }

  /** One item. */
  draw(random: Random): Item {
    const until = this.#until;
    const wanted = random.next() * until[until.length - 1]!;
    let low = 0;
    let high = until.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (until[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return this.items[low]!;
  }

  /** The share of draws that give the item at a rank. */
  share(rank: number): number {
    const until = this.#until;
    return (until[rank]! - (until[rank - 1] ?? 0)) / until[until.length - 1]!;
  }
}

/**
 * The weight of a rank after Zipf and Mandelbrot (1953): 1 / (rank + shift)^exponent, rank from 1. The larger the shift,
 * the flatter the head.
 */
export const mandelbrot =
  (shift: number, exponent = 1) =>
  (rank: number): number =>
    (rank + 1 + shift) ** -exponent;
