import { hashText } from './hash.ts';
import { InputTrouble } from './input-trouble.ts';
import { dictionaryOf, uint32In, wordsOf } from './lay-dictionary.ts';
import { Lexicon } from './lexicon.ts';
import { Numbers, ownRoom, type Room, sharedRoom } from './numbers.ts';
import { Column, columns, type NormalRecord } from './record.ts';
import { type Dictionary, type Lists, manySaid, nothingSaid, type RecordTable } from './record-table.ts';
import { packTexts, type TablePiece, unpackTexts } from './table-piece.ts';
import { weighValues } from './weigh-values.ts';

export { ownRoom };

/** Takes records one by one and lays them into a table. */
export class TableBuilder {
  private ids: string[] = [];
  private readonly sourceNumbers = new Map<string, number>();
  private readonly sources = new Numbers();
  private readonly kinds = new Numbers();
  private readonly suffixes = new Numbers();
  private readonly starts: Numbers[];
  private readonly values: Numbers[];
  private readonly known: Lexicon[];

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
    this.known = Array.from({ length: width }, () => new Lexicon());
  }

  /** Adds one record; ids must differ. */
  add(id: string, source: string, record: NormalRecord): void {
    this.ids.push(id);
    this.sources.push(this.sourceNumber(source));
    this.kinds.push(record.kind === 'organisation' ? 1 : 0);
    this.suffixes.push(record.suffix);
    for (let column = 0; column < record.values.length; column += 1) {
      const list = record.values[column]!;
      const values = this.values[column]!;
      this.starts[column]!.push(values.length);
      for (let at = 0; at < list.length; at += 1) values.push(this.known[column]!.numberOf(list[at]!));
    }
  }

  private sourceNumber(source: string): number {
    let number = this.sourceNumbers.get(source);
    if (number === undefined) {
      number = this.sourceNumbers.size;
      this.sourceNumbers.set(source, number);
    }
    return number;
  }

  /** What was added so far, for the builder of another thread. This one is as new afterwards. */
  piece(): TablePiece {
    const piece = {
      ids: packTexts(this.ids),
      sources: [...this.sourceNumbers.keys()],
      source: this.sources.taken(),
      kind: this.kinds.taken(),
      suffix: this.suffixes.taken(),
      start: this.starts.map((start) => start.taken()),
      value: this.values.map((value) => value.taken()),
      texts: this.known.map((known) => known.taken()),
    };
    this.ids = [];
    return piece;
  }

  /** Adds the records of a piece: the same as adding them one by one. */
  append(piece: TablePiece): void {
    for (const id of unpackTexts(piece.ids)) this.ids.push(id);
    const sources = piece.sources.map((source) => this.sourceNumber(source));
    this.sources.append(piece.source, (source) => sources[source]!);
    this.kinds.append(piece.kind, (kind) => kind);
    this.suffixes.append(piece.suffix, (suffix) => suffix);
    piece.texts.forEach((texts, column) => {
      const numbers = this.known[column]!.append(texts);
      const [starts, values] = [this.starts[column]!, this.values[column]!];
      const before = values.length;
      starts.append(piece.start[column]!, (start) => start + before);
      values.append(piece.value[column]!, (value) => numbers[value]!);
    });
  }

  /**
   * Lays the table; throws `InputTrouble` when an id came twice. The builder is spent afterwards. `unweighed` leaves out how likely strangers
   * share each value: for whoever writes into the table what was learnt of that elsewhere.
   */
  build(unweighed = false): RecordTable {
    const { room } = this;
    const size = this.ids.length;
    const order = orderOf(this.ids);
    const rowOf = new Uint32Array(size);
    for (let row = 0; row < size; row += 1) {
      rowOf[order[row]!] = row;
      if (row > 0 && this.ids[order[row]!] === this.ids[order[row - 1]!])
        throw new InputTrouble(`Two records have the id ${this.ids[order[row]!]}.`);
    }
    const lists = this.listsIn(order);
    const dictionaries: Dictionary[] = this.known.map((known, column) => {
      const { array, length } = this.values[column]!;
      const count = uint32In(room, known.size);
      for (let at = 0; at < length; at += 1) count[array[at]!]! += 1;
      return dictionaryOf(column, known, count, room);
    });
    const words = wordsOf(this.known[Column.organisation]!, dictionaries[Column.organisation]!.count, room);
    this.known.length = 0;
    this.starts.length = 0;
    this.values.length = 0;
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
    if (!unweighed) weighValues(table);
    return table;
  }

  // The values of all records in another order. What a record has stands side by side, so that it is fetched at once.
  private listsIn(order: Uint32Array): Lists {
    const { starts, values, room } = this;
    const size = order.length;
    const width = starts.length;
    const heads = new Int32Array(room(size * width * 4));
    const start = starts.map(() => uint32In(room, size + 1));
    const value = values.map(({ length }) => uint32In(room, length));
    const found = new Int32Array(size * width);
    for (let old = 0; old < size; old += 1)
      for (let column = 0; column < width; column += 1) {
        const from = starts[column]!.array;
        const end = old + 1 < size ? from[old + 1]! : values[column]!.length;
        const many = end - from[old]!;
        found[old * width + column] =
          many === 1 ? values[column]!.array[from[old]!]! : many === 0 ? nothingSaid : manySaid;
      }
    const next = new Int32Array(width);
    for (let row = 0; row < size; row += 1) {
      const old = order[row]!;
      for (let column = 0; column < width; column += 1) {
        const head = found[old * width + column]!;
        heads[row * width + column] = head;
        start[column]![row] = next[column]!;
        if (head >= 0) value[column]![next[column]!++] = head;
        else if (head === manySaid) {
          const all = values[column]!;
          const from = starts[column]!.array;
          const end = old + 1 < size ? from[old + 1]! : all.length;
          for (let at = from[old]!; at < end; at += 1) value[column]![next[column]!++] = all.array[at]!;
        }
      }
    }
    for (let column = 0; column < width; column += 1) start[column]![size] = next[column]!;
    return { start, value, width, heads };
  }
}

/** The places of ids in the order of a hash of them: the same whatever order they came in. */
function orderOf(ids: readonly string[]): Uint32Array {
  const mark = Float64Array.from(ids, (id) => hashText(id, 1));
  let heaps = 1;
  while (heaps < ids.length && heaps < 2 ** 20) heaps *= 2;
  const wide = 2 ** 53 / heaps;
  const next = new Uint32Array(heaps + 1);
  for (let at = 0; at < mark.length; at += 1) next[Math.floor(mark[at]! / wide) + 1]! += 1;
  for (let heap = 0; heap < heaps; heap += 1) next[heap + 1]! += next[heap]!;
  const order = new Uint32Array(ids.length);
  for (let at = 0; at < mark.length; at += 1) order[next[Math.floor(mark[at]! / wide)]!++] = at;
  const isBefore = (a: number, b: number) =>
    mark[a]! < mark[b]! || (mark[a] === mark[b] && ids[a]! < ids[b]!);
  // A few stand in each heap.
  for (let at = 1; at < order.length; at += 1) {
    const one = order[at]!;
    let to = at;
    for (; to > 0 && isBefore(one, order[to - 1]!); to -= 1) order[to] = order[to - 1]!;
    order[to] = one;
  }
  return order;
}
