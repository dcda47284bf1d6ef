import { newId } from '#kernel/id';
import type { ReadRow, Signal } from '#modules/house';
import type { FileRow } from './begin-row.ts';
import { type CellsAgain, cellsAgain } from './reading/cells-again.ts';
import type { Taking } from './taking.ts';

/**
 * A set of rows on its way from the thread that read them: few large pieces, since what it costs to hand something over hangs on the
 * number of pieces. A signal travels as the text that is kept of it, from which the rest is read again.
 */
export interface PackedSet {
  /** Line of each row in its file. */
  lines: Uint32Array<ArrayBuffer>;
  /** How many signals each row has; those without one are among `others`. */
  counts: Uint16Array<ArrayBuffer>;
  /** By their place, rows that do not go in, and the JSON of cells that cannot be read again from a text. */
  others: { place: number; row?: Pick<FileRow, 'read' | 'begun'>; cells: string }[];
  /** Of each signal, one after the other: event id, subject key, time, hash, and what is kept of it. */
  texts: Uint8Array<ArrayBuffer>;
  /** Whether each letter of `texts` is one byte. */
  isPlain: boolean;
  /** Of each signal: the place of its kind among `kinds`, and how many characters each of its texts has. */
  sizes: Uint32Array<ArrayBuffer>;
  kinds: string[];
  /** What the cells of each row can be read from again, which is done only where a row is refused. */
  sources: Uint8Array<ArrayBuffer>;
  /** Where the source of each row ends. */
  sourceEnds: Uint32Array<ArrayBuffer>;
  again: CellsAgain;
}

/** What of a packed set is moved and not copied. */
export const movedOf = ({ lines, counts, texts, sizes, sources, sourceEnds }: PackedSet): ArrayBuffer[] => [
  lines.buffer,
  counts.buffer,
  texts.buffer,
  sizes.buffer,
  sources.buffer,
  sourceEnds.buffer,
];

/** The rows of a packed set, as they were. */
export function unpackSet(packed: PackedSet): FileRow[] {
  const takings = new Takings(packed);
  const others = new Map(packed.others.map((other) => [other.place, other]));
  const cells = cellsOf(packed);
  const rows: FileRow[] = [];
  for (const [place, count] of packed.counts.entries()) {
    const other = others.get(place);
    const row = other?.row ?? takings.next(count);
    rows.push(
      new UnpackedRow(packed.lines[place]!, row, place, other ? () => JSON.parse(other.cells) : cells),
    );
  }
  return rows;
}

/** A row whose cells are read when somebody first asks. A class, because an object that is copied and then gets more costs a hundred times as much. */
class UnpackedRow implements FileRow {
  readonly line: number;
  readonly read: FileRow['read'];
  readonly begun: FileRow['begun'];
  private readonly place: number;
  private readonly cellsAt: (place: number) => Record<string, unknown>;

  constructor(
    line: number,
    { read, begun }: Pick<FileRow, 'read' | 'begun'>,
    place: number,
    cellsAt: UnpackedRow['cellsAt'],
  ) {
    this.line = line;
    this.read = read;
    this.begun = begun;
    this.place = place;
    this.cellsAt = cellsAt;
  }

  get cells(): Record<string, unknown> {
    return this.cellsAt(this.place);
  }
}

/** The signals of a set, in order. All their texts are parts of one, which is neither copied nor collected before the last of them. */
class Takings {
  private readonly text: string;
  private readonly sizes: Uint32Array;
  private readonly kinds: readonly string[];
  private at = 0;
  private size = 0;

  constructor({ texts, isPlain, sizes, kinds }: PackedSet) {
    this.text = bufferOf(texts).toString(isPlain ? 'latin1' : 'utf8');
    this.sizes = sizes;
    this.kinds = kinds;
  }

  /** So many of them, as those of one row. */
  next(count: number): Pick<FileRow, 'read' | 'begun'> {
    const signals: Signal[] = [];
    const begun: Taking[] = [];
    for (let place = 0; place < count; place += 1) {
      const taking = this.unpack();
      begun.push(taking);
      signals.push(taking.signal);
    }
    return { read: { signals }, begun };
  }

  private unpack(): Taking {
    const kind = this.kinds[this.nextSize()]!;
    const eventId = this.cut(this.nextSize());
    const subjectKey = this.cut(this.nextSize());
    const at = this.cut(this.nextSize());
    const hash = this.cut(hashSigns);
    const body = this.cut(this.nextSize());
    const kept = JSON.parse(body) as Pick<Signal, 'person' | 'others' | 'companies' | 'body'>;
    const signal: Signal = { kind, eventId, subjectKey, at, ...kept };
    return { signal, signalId: newId(), at: new Date(at), body, hash };
  }

  private nextSize(): number {
    const size = this.sizes[this.size]!;
    this.size += 1;
    return size;
  }

  private cut(length: number): string {
    const from = this.at;
    this.at += length;
    return this.text.slice(from, this.at);
  }
}

/** How many signs the hash of a signal has. */
const hashSigns = 64;

/** The cells of the row at a place, read when somebody first asks. */
function cellsOf({
  sources,
  sourceEnds,
  lines,
  again,
}: PackedSet): (place: number) => Record<string, unknown> {
  const bytes = bufferOf(sources);
  return (place) => {
    const source = bytes.toString('utf8', place ? sourceEnds[place - 1]! : 0, sourceEnds[place]!);
    return cellsAgain(source, lines[place]!, again);
  };
}

/** What reading a row gave that was not taken: what it would have told stays behind. */
const withoutSignals = (read: ReadRow): ReadRow => ('signals' in read ? { signals: [] } : read);

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Packs rows one by one, so that nothing of a row is needed any more when it is packed. One packer makes one set after the other. */
export class SetPacker {
  private readonly again: CellsAgain;
  private readonly texts = new GrowingBytes();
  private readonly sources = new GrowingBytes();
  private lines: number[] = [];
  private counts: number[] = [];
  private sizes: number[] = [];
  private sourceEnds: number[] = [];
  private kinds: string[] = [];
  private others: PackedSet['others'] = [];
  private characters = 0;

  constructor(again: CellsAgain) {
    this.again = again;
  }

  /** How many rows are packed. */
  get rows(): number {
    return this.lines.length;
  }

  /** @param source What the reading of the file says that the row's cells can be read from again. */
  add({ line, cells, read, begun }: FileRow, source: string | undefined): void {
    if (Array.isArray(begun)) {
      this.counts.push(begun.length);
      for (const taking of begun) this.addTaking(taking);
      if (source !== undefined) this.sources.write(source);
      else this.others.push({ place: this.lines.length, cells: JSON.stringify(cells) });
    } else {
      const row = { read: withoutSignals(read), begun };
      this.others.push({ place: this.lines.length, row, cells: JSON.stringify(cells) });
      this.counts.push(0);
    }
    this.sourceEnds.push(this.sources.length);
    this.lines.push(line);
  }

  private addTaking({ signal: { kind, eventId, subjectKey, at }, hash, body }: Taking): void {
    let kindAt = this.kinds.indexOf(kind);
    if (kindAt < 0) kindAt = this.kinds.push(kind) - 1;
    this.sizes.push(kindAt, eventId.length, subjectKey.length, at.length, body.length);
    const text = `${eventId}${subjectKey}${at}${hash}${body}`;
    this.characters += text.length;
    this.texts.write(text);
  }

  /** The set of what was added since the last one. */
  take(): PackedSet {
    const packed: PackedSet = {
      lines: Uint32Array.from(this.lines),
      counts: Uint16Array.from(this.counts),
      others: this.others,
      isPlain: this.characters === this.texts.length,
      texts: this.texts.take(),
      sizes: Uint32Array.from(this.sizes),
      kinds: this.kinds,
      sources: this.sources.take(),
      sourceEnds: Uint32Array.from(this.sourceEnds),
      again: this.again,
    };
    this.lines = [];
    this.counts = [];
    this.sizes = [];
    this.sourceEnds = [];
    this.kinds = [];
    this.others = [];
    this.characters = 0;
    return packed;
  }
}

const roomAtFirst = 512 * 1024;

/** Texts as UTF-8, one after the other, in memory that is used again. */
class GrowingBytes {
  length = 0;
  private room = Buffer.allocUnsafeSlow(roomAtFirst);

  write(text: string): void {
    const most = this.length + text.length * 3;
    if (most > this.room.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(this.room.length * 2, most));
      this.room.copy(larger, 0, 0, this.length);
      this.room = larger;
    }
    this.length += this.room.write(text, this.length);
  }

  /** A copy of its own, so that it can be moved. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.room.subarray(0, this.length));
    this.length = 0;
    // One set of long texts does not hold its room for ever.
    if (this.room.length > 8 * roomAtFirst) this.room = Buffer.allocUnsafeSlow(roomAtFirst);
    return taken;
  }
}
