/** What a stream of chance is named by: the seed first, then for whom and for what. */
export type RandomKey = readonly (string | number)[];

/** One 32-bit word from a text: FNV-1a from `start`, finished with the murmur3 mix. */
function word(text: string, start: number): number {
  let h = start;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A seeded stream of chance: sfc32 (Chris Doty-Humphrey, PractRand; 128 bits of state). Every person and purpose has
 * a stream of its own, named by its key, so that more people never reshuffle the ones before them.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count: number;

  constructor(...key: RandomKey) {
    const text = key.join('\u001f');
    this.#a = word(text, 0x811c9dc5);
    this.#b = word(text, 0x9e3779b9);
    this.#c = word(text, 0x243f6a88);
    this.#count = word(text, 0xb7e15162);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One item of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** One item of pairs of item and weight. */
  weighted<Item>(pairs: readonly (readonly [Item, number])[]): Item {
    let sum = 0;
    for (let at = 0; at < pairs.length; at++) sum += pairs[at]![1];
    let left = this.next() * sum;
    for (let at = 0; at < pairs.length; at++) {
      left -= pairs[at]![1];
      if (left < 0) return pairs[at]![0];
    }
    return pairs[pairs.length - 1]![0];
  }

  /** A draw from the normal distribution with mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** A draw from a log-normal distribution, given by its median and the deviation of its logarithm. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** How often something with this mean happened (Poisson, by Knuth's product; for means below about 50). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }
}
