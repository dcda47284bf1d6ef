/** Growing columns of (key, row), each with something to remember of it. */
export class Keyed {
  keys = new Float64Array(4096);
  rows = new Uint32Array(4096);
  notes = new Uint32Array(4096);
  length = 0;
  push(key: number, row: number, note: number): void {
    if (this.length === this.keys.length) {
      const keys = new Float64Array(this.length * 2);
      keys.set(this.keys);
      this.keys = keys;
      const rows = new Uint32Array(this.length * 2);
      rows.set(this.rows);
      this.rows = rows;
      const notes = new Uint32Array(this.length * 2);
      notes.set(this.notes);
      this.notes = notes;
    }
    this.keys[this.length] = key;
    this.notes[this.length] = note;
    this.rows[this.length++] = row;
  }
}

/** Which entries share a key. */
export interface GroupedKeys {
  /** Of each entry its group; −1 where no other row has its key, and where its row was told the key before. */
  group: Int32Array;
  /** How many rows each group has: two and more. */
  rows: Int32Array;
}

/** So many entries are grouped at once: what is looked up lies near the processor. */
const atOnce = 8192;
const mostHeaps = 1024;
/** Of each place among the groups: the two halves of its key, how many rows have it, and the last of them, later the number of its group. */
const placeWidth = 4;

/** Groups equal keys; entries of one row stand together. Keys go into heaps by their hash first, so that each is looked up among few. */
export function groupKeys({ keys, rows, length }: Keyed): GroupedKeys {
  let shift = 32;
  while (shift > 22 && length >> (32 - shift) > atOnce) shift -= 1;
  const heaps = shift === 32 ? 1 : Math.min(mostHeaps, 2 ** (32 - shift));
  // A key's bits, as they are: equal keys have equal ones.
  const halves = new Int32Array(keys.buffer, keys.byteOffset, length * 2);
  const next = new Int32Array(heaps + 1);
  for (let at = 0; at < length; at += 1) next[heapOf(halves, at, heaps) + 1]! += 1;
  for (let heap = 0; heap < heaps; heap += 1) next[heap + 1]! += next[heap]!;
  const heaped = new Int32Array(length);
  for (let at = 0; at < length; at += 1) heaped[next[heapOf(halves, at, heaps)]!++] = at;

  const group = new Int32Array(length);
  let counts = new Int32Array(1024);
  let groups = 0;
  let places = new Int32Array(0);
  let from = 0;
  for (let heap = 0; heap < heaps; heap += 1) {
    const end = next[heap]!;
    let room = 64;
    while (room < (end - from) * 1.5) room *= 2;
    if (places.length < room * placeWidth) places = new Int32Array(room * placeWidth);
    else places.fill(0, 0, room * placeWidth);
    for (let index = from; index < end; index += 1) {
      const at = heaped[index]!;
      const low = halves[at * 2]!;
      const high = halves[at * 2 + 1]!;
      let slot = (Math.imul(low ^ (high >>> 3), 0x9e3779b1) >>> 8) & (room - 1);
      let place = slot * placeWidth;
      while (places[place + 2] !== 0 && (places[place] !== low || places[place + 1] !== high)) {
        slot = (slot + 1) & (room - 1);
        place = slot * placeWidth;
      }
      const row = rows[at]!;
      if (places[place + 2] === 0) {
        places[place] = low;
        places[place + 1] = high;
      } else if (places[place + 3] === row) {
        group[at] = -1;
        continue;
      }
      places[place + 2]! += 1;
      places[place + 3] = row;
      group[at] = place;
    }
    for (let place = 0; place < room * placeWidth; place += placeWidth) {
      if (places[place + 2]! < 2) {
        places[place + 3] = -1;
        continue;
      }
      if (groups === counts.length) {
        const larger = new Int32Array(groups * 2);
        larger.set(counts);
        counts = larger;
      }
      counts[groups] = places[place + 2]!;
      places[place + 3] = groups++;
    }
    for (let index = from; index < end; index += 1) {
      const at = heaped[index]!;
      if (group[at]! >= 0) group[at] = places[group[at]! + 3]!;
    }
    from = end;
  }
  return { group, rows: counts.subarray(0, groups) };
}

const heapOf = (halves: Int32Array, at: number, heaps: number): number =>
  (Math.imul(halves[at * 2]! ^ halves[at * 2 + 1]!, 0x85ebca6b) >>> 16) & (heaps - 1);
