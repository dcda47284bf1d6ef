/** Where the columns of a table lie: in memory that threads share, or in memory of one's own, which is made much faster. */
export type Room = (bytes: number) => ArrayBufferLike;
/** Memory that threads share. */
export const sharedRoom: Room = (bytes) => new SharedArrayBuffer(bytes);
/** For the small tables of a set of signals, which no other thread looks at. */
export const ownRoom: Room = (bytes) => new ArrayBuffer(bytes);

/** A growing column of whole numbers. */
export class Numbers {
  // Grows fast enough for millions, and costs little where a table holds one record.
  array = new Uint32Array(8);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) this.grow(this.length * 2);
    this.array[this.length++] = value;
  }

  /** Makes room for so many more. */
  expect(more: number): void {
    if (this.length + more > this.array.length) this.grow(Math.max(this.length * 2, this.length + more));
  }

  /** What is there so far, in memory of its own. */
  taken(): Uint32Array {
    return this.array.slice(0, this.length);
  }

  private grow(room: number): void {
    const larger = new Uint32Array(room);
    larger.set(this.array.subarray(0, this.length));
    this.array = larger;
  }
}
