import { hashOf } from './names.ts';

const BITS = 2 ** 28;

/**
 * Remembers in 32 MiB, however many they are, what was given out: a filter after Bloom (1970) with four hashes. It may
 * take something free for taken (below one in a thousand with ten million given out), never the other way round: no
 * two people are given one mailbox.
 */
export class Taken {
  #words = new Uint32Array(BITS / 32);

  /** Takes it if it is free, and says whether it was. */
  take(text: string): boolean {
    const first = hashOf(text);
    const step = hashOf(`${text}\u001f`) | 1;
    let free = false;
    for (let turn = 0; turn < 4; turn++) {
      const bit = ((first + Math.imul(turn, step)) >>> 0) % BITS;
      const mask = 1 << (bit & 31);
      if (!(this.#words[bit >>> 5]! & mask)) {
        free = true;
        this.#words[bit >>> 5]! |= mask;
      }
    }
    return free;
  }
}
