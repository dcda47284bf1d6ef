import { Random } from '../random.ts';

/**
 * Gives things out in another order while holding at most `window` of them: each waits in a place of its own until
 * chance calls that place. What is neighbours when it comes in is not when it goes out.
 */
export class Shuffle<Item> {
  #waiting: Item[] = [];
  #random: Random;
  #window: number;

  constructor(seed: number, window: number) {
    this.#random = new Random(seed, 'shuffle');
    this.#window = window;
  }

  /** Takes one in; gives one out when the window is full. */
  pass(item: Item): Item | undefined {
    if (this.#waiting.length < this.#window) {
      this.#waiting.push(item);
      return undefined;
    }
    const at = this.#random.between(0, this.#window - 1);
    const out = this.#waiting[at]!;
    this.#waiting[at] = item;
    return out;
  }

  /** What still waits, in an order of chance. */
  *rest(): Generator<Item> {
    while (this.#waiting.length) {
      const at = this.#random.between(0, this.#waiting.length - 1);
      const last = this.#waiting.pop()!;
      if (at === this.#waiting.length) yield last;
      else {
        yield this.#waiting[at]!;
        this.#waiting[at] = last;
      }
    }
  }
}
