import { newId } from '#kernel/id';
import type { ReadRow, Signal } from '#modules/house';
import type { FileRow } from './begin-row.ts';
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
  /** Rows that do not go in, by their place. */
  others: { place: number; row: Pick<FileRow, 'read' | 'begun'> }[];
  /** JSON of the cells of each row, one a line: looked at only where a row is refused. */
  cells: Uint8Array<ArrayBuffer>;
  /** Of each signal: kind, event id, subject key, time. */
  heads: string[];
  /** Of each signal: what is kept of it, as text. */
  bodies: string[];
  /** Of each signal, 32 bytes. */
  hashes: Uint8Array<ArrayBuffer>;
}

const headWords = 4;
const hashBytes = 32;

/** Packs a set of rows. */
export function packSet(rows: readonly FileRow[]): PackedSet {
  const takings = rows.flatMap(({ begun }) => (Array.isArray(begun) ? begun : []));
  const hashes = new Uint8Array(takings.length * hashBytes);
  for (const [place, { hash }] of takings.entries()) hashes.set(hash, place * hashBytes);
  return {
    lines: Uint32Array.from(rows, ({ line }) => line),
    counts: Uint16Array.from(rows, ({ begun }) => (Array.isArray(begun) ? begun.length : 0)),
    others: rows.flatMap(({ read, begun }, place) =>
      Array.isArray(begun) ? [] : [{ place, row: { read: withoutSignals(read), begun } }],
    ),
    cells: bytesOf(rows.map(({ cells }) => JSON.stringify(cells)).join('\n')),
    heads: takings.flatMap(({ signal: { kind, eventId, subjectKey, at } }) => [
      kind,
      eventId,
      subjectKey,
      at,
    ]),
    bodies: takings.map(({ body }) => body),
    hashes,
  };
}

/** What of a packed set is moved and not copied. */
export const movedOf = ({ lines, counts, cells, hashes }: PackedSet): ArrayBuffer[] => [
  lines.buffer,
  counts.buffer,
  cells.buffer,
  hashes.buffer,
];

/** The rows of a packed set, as they were. */
export function unpackSet(packed: PackedSet): FileRow[] {
  const takings = packed.bodies.map((body, place) => unpackTaking(packed, body, place));
  const others = new Map(packed.others.map(({ place, row }) => [place, row]));
  const cells = cellsOf(packed.cells);
  let next = 0;
  return Array.from(packed.counts, (count, place): FileRow => {
    const begun = takings.slice(next, next + count);
    next += count;
    const line = packed.lines[place]!;
    const row = others.get(place) ?? { read: { signals: begun.map(({ signal }) => signal) }, begun };
    return new UnpackedRow(line, row, place, cells);
  });
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

function unpackTaking({ heads, hashes }: PackedSet, body: string, place: number): Taking {
  const from = place * headWords;
  const at = heads[from + 3]!;
  const kept = JSON.parse(body) as Pick<Signal, 'person' | 'others' | 'companies' | 'body'>;
  return {
    signal: { kind: heads[from]!, eventId: heads[from + 1]!, subjectKey: heads[from + 2]!, at, ...kept },
    signalId: newId(),
    at: new Date(at),
    body,
    hash: Buffer.from(hashes.buffer, hashes.byteOffset + place * hashBytes, hashBytes),
  };
}

/** The cells of the row at a place, read when somebody first asks. */
function cellsOf(bytes: Uint8Array): (place: number) => Record<string, unknown> {
  let texts: string[] | undefined;
  return (place) => {
    texts ??= new TextDecoder().decode(bytes).split('\n');
    return JSON.parse(texts[place]!) as Record<string, unknown>;
  };
}

/** What reading a row gave that was not taken: what it would have told stays behind. */
const withoutSignals = (read: ReadRow): ReadRow => ('signals' in read ? { signals: [] } : read);

// Memory of their own, so that it can be moved: small buffers of Node share theirs.
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.byteLength(text));
  Buffer.from(bytes.buffer).write(text);
  return bytes;
}
