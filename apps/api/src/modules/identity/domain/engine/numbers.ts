/** Where the columns of a table lie: in memory that threads share, or in memory of one's own, which is made much faster. */
export type Room = (bytes: number) => ArrayBufferLike;
/** Memory that threads share. */
export const sharedRoom: Room = (bytes) => new SharedArrayBuffer(bytes);
const nothing = new ArrayBuffer(0);

/** For the small tables of a set of signals, which no other thread looks at. Most columns of one person have nothing in them. */
export const ownRoom: Room = (bytes) => (bytes === 0 ? nothing : new ArrayBuffer(bytes));

/** About so many rows are in a set of signals: until then a column grows in few steps. */
const aSet = 512;

/** A growing column of whole numbers. */
export class Numbers {
  // Grows fast enough for millions, and costs little where a table holds one record.
  array = new Uint32Array(8);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) this.grow(this.length * (this.length < aSet ? 8 : 2));
    this.array[this.length++] = value;
  }

  /** Adds others, each as something else. */
  append(others: Uint32Array, as: (one: number) => number): void {
    const length = this.length + others.length;
    if (length > this.array.length) this.grow(Math.max(this.length * 2, length));
    for (let at = 0; at < others.length; at += 1) this.array[this.length + at] = as(others[at]!);
    this.length = length;
  }

  /** What is there so far, in memory of its own; afterwards there is nothing. */
  taken(): Uint32Array {
    const taken = this.array.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private grow(room: number): void {
    const larger = new Uint32Array(room);
    larger.set(this.array.subarray(0, this.length));
    this.array = larger;
  }
}
