/** Texts one behind the other, as UTF-16 codes, each with a hash: they cross to another thread as they are. */
export interface LaidTexts {
  code: Uint16Array;
  /** Where each ends. */
  end: Uint32Array;
  hash: Int32Array;
}

/** Distinct texts, numbered in the order in which they came. Their letters stand in one pool: millions of them are no objects. */
export class Lexicon {
  /** How many there are. */
  size = 0;
  private code = none16;
  private end = none32;
  private hash = noneInt;
  /** Of each place: the number of a text, plus one, and its hash. */
  private places = noneInt;

  /** The letters of all texts. */
  get letters(): number {
    return this.size === 0 ? 0 : this.end[this.size - 1]!;
  }

  /** The number of a text; a new one is added. */
  numberOf(text: string): number {
    const from = this.letters;
    this.makeRoom(text.length);
    const { code } = this;
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
      const letter = text.charCodeAt(index);
      code[from + index] = letter;
      hash = Math.imul(hash ^ letter, 0x5bd1e995);
      hash ^= hash >>> 15;
    }
    return this.numbered(from, from + text.length, hash);
  }

  /** Adds texts laid by another lexicon; gives the number of each. */
  append({ code, end, hash }: LaidTexts): Uint32Array {
    const numbers = new Uint32Array(end.length);
    let from = 0;
    for (let at = 0; at < end.length; at += 1) {
      const letters = end[at]! - from;
      this.makeRoom(letters);
      const to = this.letters;
      for (let index = 0; index < letters; index += 1) this.code[to + index] = code[from + index]!;
      numbers[at] = this.numbered(to, to + letters, hash[at]!);
      from = end[at]!;
    }
    return numbers;
  }

  /** A text again. */
  textOf(number: number): string {
    const from = number === 0 ? 0 : this.end[number - 1]!;
    return String.fromCharCode.apply(
      null,
      this.code.subarray(from, this.end[number]!) as unknown as number[],
    );
  }

  /** Writes where each text begins, with the end of the last behind it, and the letters of all. */
  writeInto(start: Uint32Array, code: Uint16Array): void {
    start.set(this.end.subarray(0, this.size), 1);
    code.set(this.code.subarray(0, this.letters));
  }

  /** What is there, in memory of its own; afterwards there is nothing. */
  taken(): LaidTexts {
    const laid = {
      code: this.code.slice(0, this.letters),
      end: this.end.slice(0, this.size),
      hash: this.hash.slice(0, this.size),
    };
    this.size = 0;
    this.places.fill(0);
    return laid;
  }

  // The text that stands behind the last one: the number of its like, or a new one.
  private numbered(from: number, to: number, hash: number): number {
    const { places, code, end } = this;
    const last = places.length - 2;
    let place = ((Math.imul(hash, 0x9e3779b1) >>> 7) << 1) & last;
    for (; places[place] !== 0; place = (place + 2) & last) {
      if (places[place + 1] !== hash) continue;
      const number = places[place]! - 1;
      let at = number === 0 ? 0 : end[number - 1]!;
      if (end[number]! - at !== to - from) continue;
      let index = from;
      while (index < to && code[at] === code[index]) {
        at += 1;
        index += 1;
      }
      if (index === to) return number;
    }
    const number = this.size++;
    places[place] = number + 1;
    places[place + 1] = hash;
    end[number] = to;
    this.hash[number] = hash;
    return number;
  }

  // For one more text of so many letters.
  private makeRoom(letters: number): void {
    const needed = this.letters + letters;
    if (needed > this.code.length) {
      const larger = new Uint16Array(Math.max(64, needed, this.code.length * 2));
      larger.set(this.code);
      this.code = larger;
    }
    if (this.size < this.end.length) return;
    const room = Math.max(4, this.size * 2);
    const end = new Uint32Array(room);
    end.set(this.end);
    this.end = end;
    const hash = new Int32Array(room);
    hash.set(this.hash);
    this.hash = hash;
    // Half of the places stay free.
    this.places = new Int32Array(room * 4);
    const last = this.places.length - 2;
    for (let number = 0; number < this.size; number += 1) {
      let place = ((Math.imul(hash[number]!, 0x9e3779b1) >>> 7) << 1) & last;
      while (this.places[place] !== 0) place = (place + 2) & last;
      this.places[place] = number + 1;
      this.places[place + 1] = hash[number]!;
    }
  }
}

const none16 = new Uint16Array(0);
const none32 = new Uint32Array(0);
const noneInt = new Int32Array(0);
