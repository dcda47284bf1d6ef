import { asJson } from './json-text.ts';

/** A list as it goes over the wire in PostgreSQL's binary form, and how many rows it holds. */
export class WireList {
  readonly bytes: Buffer;
  readonly rows: number;
  constructor(bytes: Buffer, rows: number) {
    this.bytes = bytes;
    this.rows = rows;
  }
  /** What pg asks of values that it does not know, outside of a conversation. */
  toPostgres(): Buffer {
    return this.bytes;
  }
}

const roomAtFirst = 256 * 1024;
// More than this is not kept for the next list.
const roomKept = 4 * 1024 * 1024;
let room = Buffer.allocUnsafeSlow(roomAtFirst);

/** Sees to it that so many bytes fit after a place. */
function reach(at: number, bytes: number): void {
  if (at + bytes <= room.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(room.length * 2, at + bytes));
  room.copy(larger, 0, 0, at);
  room = larger;
}

function int32(value: number, at: number): number {
  room[at] = value >>> 24;
  room[at + 1] = value >>> 16;
  room[at + 2] = value >>> 8;
  room[at + 3] = value;
  return at + 4;
}

/** So short that a loop is done before the way into the engine and back is. */
const shortText = 48;

/** Writes text with its length in bytes before it, after a leading byte if there is one (JSON's version). */
function writeText(text: string, start: number, version = 0): number {
  const { length } = text;
  reach(start, 5 + length * 3);
  let at = start + 4;
  if (version) room[at++] = version;
  const first = at;
  if (length <= shortText) {
    let place = 0;
    for (; place < length; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 127) break;
      room[at++] = code;
    }
    if (place === length) {
      int32(at - start - 4, start);
      return at;
    }
  }
  at = first + room.write(text, first);
  int32(at - start - 4, start);
  return at;
}

const nibble = new Int8Array(128).fill(-1);
for (let value = 0; value < 16; value += 1) {
  nibble[value.toString(16).charCodeAt(0)] = value;
  nibble[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

/** Writes an element after `at`, its length before it; −1 when the value is not what the type says. */
type WriteElement = (value: unknown, at: number) => number;

/** An id with its length before it. */
const idBytes = 20;
// Of many rows, the source and the import are the same: an id that was written just before is copied.
let idBefore: unknown;

const uuid: WriteElement = (value, start) => {
  if (typeof value !== 'string' || value.length !== 36) return -1;
  reach(start, idBytes);
  if (value === idBefore) {
    room.copyWithin(start, start - idBytes, start);
    return start + idBytes;
  }
  idBefore = value;
  let at = int32(16, start);
  let wrong = 0;
  for (let place = 0; place < 36; place += 2) {
    if (place === 8 || place === 13 || place === 18 || place === 23) {
      wrong |= value.charCodeAt(place) ^ 45;
      place += 1;
    }
    const high = value.charCodeAt(place);
    const low = value.charCodeAt(place + 1);
    const byte = (nibble[high & 127]! << 4) | nibble[low & 127]!;
    wrong |= (byte & ~0xff) | ((high | low) & ~127);
    room[at++] = byte;
  }
  return wrong === 0 ? at : -1;
};

const text: WriteElement = (value, at) => (typeof value === 'string' ? writeText(value, at) : -1);

/** What the lower half of eight bytes holds. */
const half = 0x1_0000_0000;
/** Milliseconds from 1970 to 2000, where PostgreSQL begins to count. */
const epoch = Date.UTC(2000, 0, 1);
const inUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

const moment: WriteElement = (value, start) => {
  const since1970 =
    value instanceof Date
      ? value.getTime()
      : typeof value === 'string' && inUtc.test(value)
        ? Date.parse(value)
        : Number.NaN;
  if (Number.isNaN(since1970)) return -1;
  reach(start, 12);
  // Microseconds of far years are more than a number holds: the two halves apart.
  const since = since1970 - epoch;
  const upper = Math.floor(since / half);
  const lower = (since - upper * half) * 1_000;
  const carried = Math.floor(lower / half);
  return int32(lower - carried * half, int32(upper * 1_000 + carried, int32(8, start)));
};

const whole =
  (bytes: 2 | 4 | 8, most: number): WriteElement =>
  (value, start) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value > most || value < -most - 1) return -1;
    reach(start, 12);
    const at = int32(bytes, start);
    if (bytes === 2) return room.writeInt16BE(value, at);
    if (bytes === 4) return int32(value, at);
    const high = Math.floor(value / half);
    return int32(value - high * half, int32(high, at));
  };

const double: WriteElement = (value, start) => {
  if (typeof value !== 'number') return -1;
  reach(start, 12);
  // In text form, -0 is 0.
  return room.writeDoubleBE(value + 0, int32(8, start));
};

const single: WriteElement = (value, start) => {
  if (typeof value !== 'number') return -1;
  reach(start, 8);
  return room.writeFloatBE(value + 0, int32(4, start));
};

const truth: WriteElement = (value, start) => {
  if (typeof value !== 'boolean') return -1;
  reach(start, 5);
  room[int32(1, start)] = value ? 1 : 0;
  return start + 5;
};

const bytes: WriteElement = (value, start) => {
  if (!Buffer.isBuffer(value)) return -1;
  reach(start, 4 + value.length);
  return int32(value.length, start) + value.copy(room, start + 4);
};

const json: WriteElement = (value, at) => (typeof value === 'string' ? writeText(value, at) : -1);
const jsonb: WriteElement = (value, at) => (typeof value === 'string' ? writeText(value, at, 1) : -1);

/** PostgreSQL's number of each type, and how an element of it is written. */
const types: Record<string, [oid: number, write: WriteElement]> = {
  uuid: [2950, uuid],
  text: [25, text],
  timestamptz: [1184, moment],
  smallint: [21, whole(2, 0x7fff)],
  integer: [23, whole(4, 0x7fff_ffff)],
  int: [23, whole(4, 0x7fff_ffff)],
  bigint: [20, whole(8, Number.MAX_SAFE_INTEGER)],
  'double precision': [701, double],
  real: [700, single],
  boolean: [16, truth],
  bytea: [17, bytes],
  json: [114, json],
  jsonb: [3802, jsonb],
};

/**
 * A list of values of one PostgreSQL type in its binary form, JSON given as text: neither side escapes, unescapes and reads text then. Null
 * when the type is not one of those known here or a value is not what the type says: such a list travels as text, and PostgreSQL judges it.
 */
export function wireList(type: string, items: readonly unknown[]): WireList | null {
  const known = types[type];
  if (!known) return null;
  const [oid, write] = known;
  const count = items.length;
  int32(count > 0 ? 1 : 0, 0);
  int32(0, 4);
  let at = int32(oid, 8);
  if (count > 0) at = int32(1, int32(count, at));
  let hasNothing = 0;
  idBefore = undefined;
  for (let place = 0; place < count; place += 1) {
    const item = items[place];
    if (item === null || item === undefined) {
      idBefore = undefined;
      reach(at, 4);
      at = int32(-1, at);
      hasNothing = 1;
      continue;
    }
    at = write(item, at);
    if (at < 0) return null;
  }
  int32(hasNothing, 4);
  const list = new WireList(Buffer.from(room.subarray(0, at)), count);
  if (room.length > roomKept) room = Buffer.allocUnsafeSlow(roomAtFirst);
  return list;
}

/** What COPY reads in its binary format begins with this, and ends with a row of −1 columns. */
const copyBegin = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const [copyData, copyDone] = [Buffer.from('d')[0]!, Buffer.from('c')[0]!];
/** About how many bytes of rows travel in one message: PostgreSQL holds a message whole. */
const piece = 32 * 1024;
/** How many rows tell how wide all of them are. */
const tried = 16;

/** A list within a row. An element that is nothing is not known here. */
const listWriter =
  (oid: number, write: WriteElement): WriteElement =>
  (value, start) => {
    if (!Array.isArray(value)) return -1;
    reach(start, 24);
    let at = int32(oid, int32(0, int32(value.length > 0 ? 1 : 0, start + 4)));
    if (value.length > 0) at = int32(1, int32(value.length, at));
    for (const item of value) {
      idBefore = undefined;
      at = item === null || item === undefined ? -1 : write(item, at);
      if (at < 0) return -1;
    }
    int32(at - start - 4, start);
    return at;
  };

const asText =
  (write: WriteElement): WriteElement =>
  (value, at) =>
    write(asJson(value), at);

/** How a column's values are written after one another in rows; null when its type is not known here. */
function writerOf({ type, isArray }: { type: string; isArray?: boolean }): WriteElement | null {
  const known = types[type];
  if (!known) return null;
  const [oid, write] = known;
  if (isArray) return type === 'json' || type === 'jsonb' ? null : listWriter(oid, write);
  return type === 'json' || type === 'jsonb' ? asText(write) : write;
}

/**
 * Rows as the messages that follow `COPY … FROM STDIN (FORMAT binary)`, the one that says that this is all included. JSON is given as plain
 * values, or as `JsonText`. Null when a column's type is not known here, a value is not what its type says, or the first rows have fewer than
 * `leastBytes`: such rows travel as lists.
 */
export function copyMessages(
  columns: readonly { property: string; type: string; isArray?: boolean }[],
  rows: readonly object[],
  leastBytes = 0,
): Buffer | null {
  const writers = columns.map(writerOf);
  if (writers.includes(null)) return null;
  const width = columns.length;
  const properties = columns.map(({ property }) => property);
  let message = 0;
  room[0] = copyData;
  let at = 5 + copyBegin.copy(room, 5);
  const first = at;
  for (let row = 0; row < rows.length; row += 1) {
    if (row === tried && at - first < tried * leastBytes) return null;
    reach(at, 16);
    if (at - message > piece) {
      int32(at - message - 1, message + 1);
      message = at;
      room[at] = copyData;
      at += 5;
    }
    room[at++] = width >>> 8;
    room[at++] = width;
    const values = rows[row] as Record<string, unknown>;
    for (let place = 0; place < width; place += 1) {
      const value = values[properties[place]!];
      if (value === null || value === undefined) {
        reach(at, 4);
        at = int32(-1, at);
        continue;
      }
      // What stands just before is another column's.
      idBefore = undefined;
      at = writers[place]!(value, at);
      if (at < 0) return null;
    }
  }
  reach(at, 16);
  room[at++] = 0xff;
  room[at++] = 0xff;
  int32(at - message - 1, message + 1);
  room[at++] = copyDone;
  const messages = Buffer.from(room.subarray(0, int32(4, at)));
  if (room.length > roomKept) room = Buffer.allocUnsafeSlow(roomAtFirst);
  return messages;
}
