import { hashText } from './hash.ts';
import { InputTrouble } from './input-trouble.ts';
import { dictionaryOf, uint32In, wordsOf } from './lay-dictionary.ts';
import { Numbers, ownRoom, type Room, sharedRoom } from './numbers.ts';
import { Column, columns, type NormalRecord } from './record.ts';
import { type Dictionary, type Lists, type RecordTable, writeHeads } from './record-table.ts';
import { packTexts, type TablePiece, unpackTexts } from './table-piece.ts';
import { weighValues } from './weigh-values.ts';

export { ownRoom };

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
    this.sources.push(this.sourceNumber(source));
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

  private sourceNumber(source: string): number {
    let number = this.sourceNumbers.get(source);
    if (number === undefined) {
      number = this.sourceNumbers.size;
      this.sourceNumbers.set(source, number);
    }
    return number;
  }

  /** What was added so far, for the builder of another thread. This one is spent afterwards. */
  piece(): TablePiece {
    return {
      ids: packTexts(this.ids),
      sources: [...this.sourceNumbers.keys()],
      source: this.sources.taken(),
      kind: this.kinds.taken(),
      suffix: this.suffixes.taken(),
      start: this.starts.map((start) => start.taken()),
      value: this.values.map((value) => value.taken()),
      texts: this.known.map((known) => packTexts([...known.keys()])),
    };
  }

  /** Adds the records of a piece: the same as adding them one by one. */
  append(piece: TablePiece): void {
    for (const id of unpackTexts(piece.ids)) this.ids.push(id);
    const sources = piece.sources.map((source) => this.sourceNumber(source));
    this.sources.append(piece.source, (source) => sources[source]!);
    this.kinds.append(piece.kind, (kind) => kind);
    this.suffixes.append(piece.suffix, (suffix) => suffix);
    piece.texts.forEach((texts, column) => {
      const known = this.known[column]!;
      const numbers = new Uint32Array(texts.end.length);
      unpackTexts(texts).forEach((text, at) => {
        const number = known.get(text);
        numbers[at] = number ?? known.size;
        if (number === undefined) known.set(text, known.size);
      });
      const [starts, values] = [this.starts[column]!, this.values[column]!];
      const before = values.length;
      starts.append(piece.start[column]!, (start) => start + before);
      values.append(piece.value[column]!, (value) => numbers[value]!);
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
