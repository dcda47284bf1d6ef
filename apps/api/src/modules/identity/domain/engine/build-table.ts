import { formsOfName } from '../nicknames.ts';
import { hashText } from './hash.ts';
import { InputTrouble } from './input-trouble.ts';
import { Column, columns, type NormalRecord } from './record.ts';
import { type Dictionary, type Lists, type RecordTable, type Words, writeHeads } from './record-table.ts';
import { soundOf } from './sound.ts';
import { lettersOf } from './text-distance.ts';
import { weighValues } from './weigh-values.ts';

/** Where the columns of a table lie: in memory that threads share, or in memory of one's own, which is made much faster. */
export type Room = (bytes: number) => ArrayBufferLike;
const sharedRoom: Room = (bytes) => new SharedArrayBuffer(bytes);
/** For the small tables of a set of signals, which no other thread looks at. */
export const ownRoom: Room = (bytes) => new ArrayBuffer(bytes);

class Numbers {
  // Grows fast enough for millions, and costs little where a table holds one record.
  array = new Uint32Array(8);
  length = 0;
  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }
}

/** Takes records one by one and lays them into a table. */
export class TableBuilder {
  private readonly ids: string[] = [];
  private readonly sourceNumbers = new Map<string, number>();
  private readonly sources = new Numbers();
  private readonly kinds = new Numbers();
  private readonly suffixes = new Numbers();
  private readonly starts: Numbers[];
  private readonly values: Numbers[];
  private readonly known: Map<string, number>[];

  /** `firstSources` are those that a model knows; others may come. */
  constructor(
    private readonly others: readonly string[] = [],
    private readonly firstSources: readonly string[] = [],
    private readonly room: Room = sharedRoom,
  ) {
    for (const source of firstSources) this.sourceNumbers.set(source, this.sourceNumbers.size);

    const width = columns.length + others.length;
    this.starts = Array.from({ length: width }, () => new Numbers());
    this.values = Array.from({ length: width }, () => new Numbers());
    this.known = Array.from({ length: width }, () => new Map<string, number>());
  }

  /** Adds one record; ids must differ. */
  add(id: string, source: string, record: NormalRecord): void {
    this.ids.push(id);
    let number = this.sourceNumbers.get(source);
    if (number === undefined) {
      number = this.sourceNumbers.size;
      this.sourceNumbers.set(source, number);
    }
    this.sources.push(number);
    this.kinds.push(record.kind === 'organisation' ? 1 : 0);
    this.suffixes.push(record.suffix);
    record.values.forEach((list, column) => {
      this.starts[column]!.push(this.values[column]!.length);
      const known = this.known[column]!;
      for (const text of list) {
        let value = known.get(text);
        if (value === undefined) {
          value = known.size;
          known.set(text, value);
        }
        this.values[column]!.push(value);
      }
    });
  }

  /** Lays the table; throws `InputTrouble` when an id came twice. The builder is spent afterwards. */
  build(): RecordTable {
    const { room } = this;
    const size = this.ids.length;
    const mark = Float64Array.from(this.ids, (id) => hashText(id, 1));
    const order = Uint32Array.from({ length: size }, (_, index) => index);
    order.sort((a, b) => mark[a]! - mark[b]! || (this.ids[a]! < this.ids[b]! ? -1 : 1));
    const rowOf = new Uint32Array(size);
    for (let row = 0; row < size; row += 1) {
      rowOf[order[row]!] = row;
      if (row > 0 && this.ids[order[row]!] === this.ids[order[row - 1]!])
        throw new InputTrouble(`Two records have the id ${this.ids[order[row]!]}.`);
    }
    const width = this.known.length;
    const lists: Lists = { start: [], value: [], width, heads: new Int32Array(room(size * width * 4)) };
    const dictionaries: Dictionary[] = [];
    this.known.forEach((known, column) => {
      const from = this.starts[column]!;
      const all = this.values[column]!;
      const start = uint32In(room, size + 1);
      const value = uint32In(room, all.length);
      const count = uint32In(room, known.size);
      let at = 0;
      for (let row = 0; row < size; row += 1) {
        start[row] = at;
        const old = order[row]!;
        const end = old + 1 < size ? from.array[old + 1]! : all.length;
        for (let index = from.array[old]!; index < end; index += 1) {
          value[at++] = all.array[index]!;
          count[all.array[index]!]! += 1;
        }
      }
      start[size] = at;
      lists.start.push(start);
      lists.value.push(value);
      dictionaries.push(dictionaryOf(column, known, count, room));
    });
    writeHeads(lists, size);
    const words = wordsOf(this.known[Column.organisation]!, dictionaries[Column.organisation]!.count, room);
    for (const known of this.known) known.clear();
    const sources = [
      ...this.firstSources,
      ...[...this.sourceNumbers.keys()].filter((name) => !this.firstSources.includes(name)).sort(),
    ];
    const sourceRank = new Map(sources.map((name, rank) => [this.sourceNumbers.get(name)!, rank]));
    const table: RecordTable = {
      size,
      ids: Array.from(order, (old) => this.ids[old]!),
      rowOf,
      sources,
      source: new Uint16Array(room(size * 2)),
      kind: new Uint8Array(room(size)),
      suffix: new Uint8Array(room(size)),
      lists,
      dictionaries,
      words,
      others: [...this.others],
    };
    for (let row = 0; row < size; row += 1) {
      table.source[row] = sourceRank.get(this.sources.array[order[row]!]!)!;
      table.kind[row] = this.kinds.array[order[row]!]!;
      table.suffix[row] = this.suffixes.array[order[row]!]!;
    }
    weighValues(table);
    return table;
  }
}

const uint32In = (room: Room, length: number): Uint32Array => new Uint32Array(room(length * 4));

function dictionaryOf(
  column: number,
  known: ReadonlyMap<string, number>,
  count: Uint32Array,
  room: Room,
): Dictionary {
  let letters = 0;
  for (const text of known.keys()) letters += text.length;
  const start = uint32In(room, known.size + 1);
  const code = new Uint16Array(room(letters * 2));
  const hasFacts =
    column === Column.given ||
    column === Column.family ||
    column === Column.email ||
    column === Column.street;
  const fact = new Int32Array(room(hasFacts ? known.size * 16 : 0));
  const lettersIn = new Int32Array(room(known.size * 4));
  let at = 0;
  let value = 0;
  for (const text of known.keys()) {
    start[value] = at;
    for (let index = 0; index < text.length; index += 1) code[at++] = text.charCodeAt(index);
    if (hasFacts) writeFacts(column, text, fact, value * 4);
    const from = start[value]!;
    const first = column === Column.street && fact[value * 4]! > 0 ? from + fact[value * 4]! + 1 : from;
    lettersIn[value] = lettersOf(code, first, column === Column.email ? from + fact[value * 4]! : at);
    value += 1;
  }
  start[value] = at;
  return {
    start,
    code,
    count,
    names: uint32In(room, known.size),
    holders: 0,
    share: new Float32Array(room(known.size * 4)),
    common: new Uint8Array(room(known.size)),
    shared: new Uint8Array(room(known.size)),
    letters: lettersIn,
    fact,
  };
}

// "smithfamily", "famille.roux", "familia_pop": a mailbox that says itself whose it is.
const householdWord = /famil|famigl|household|haushalt/;

function writeFacts(column: number, text: string, fact: Int32Array, at: number): void {
  if (column === Column.given || column === Column.family) {
    const sound = soundOf(text);
    fact[at] = sound.length > 1 ? hashText(sound, 2) | 0 : 0;
    if (column === Column.given) {
      const forms = formsOfName(text);
      for (let index = 0; index < 3; index += 1) fact[at + 1 + index] = (forms[index] ?? -1) + 1;
    }
  } else if (column === Column.email) {
    fact[at] = Math.max(0, text.lastIndexOf('@'));
    fact[at + 1] = Number(householdWord.test(text.slice(0, fact[at])));
  } else {
    fact[at] = /^\d/.test(text) ? Math.max(0, text.indexOf(' ')) : 0;
  }
}

function wordsOf(known: ReadonlyMap<string, number>, count: Uint32Array, room: Room): Words {
  const numbers = new Map<string, number>();
  const seen: number[] = [];
  const start = uint32In(room, known.size + 1);
  const list = new Numbers();
  let total = 0;
  let value = 0;
  for (const text of known.keys()) {
    start[value] = list.length;
    total += count[value]!;
    for (const word of new Set(text.split(' '))) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        seen.push(0);
      }
      seen[number]! += count[value]!;
      list.push(number);
    }
    value += 1;
  }
  start[value] = list.length;
  const word = uint32In(room, list.length);
  word.set(list.array.subarray(0, list.length));
  const texts = [...numbers.keys()];
  const letters = uint32In(room, texts.length + 1);
  const code = new Uint16Array(room(texts.join('').length * 2));
  const bits = new Float32Array(room(texts.length * 4));
  let at = 0;
  texts.forEach((text, number) => {
    letters[number] = at;
    for (let index = 0; index < text.length; index += 1) code[at++] = text.charCodeAt(index);
    bits[number] = Math.max(0.3, Math.log2((total + 10) / (seen[number]! + 1)));
  });
  letters[texts.length] = at;
  return { start, word, letters, code, bits };
}
