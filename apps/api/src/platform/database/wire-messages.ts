const letter = (one: string): number => one.charCodeAt(0);

/** Execute of all rows, and Sync: always the same bytes. */
export const executeAndSync = Buffer.from([letter('E'), 0, 0, 0, 9, 0, 0, 0, 0, 0, letter('S'), 0, 0, 0, 4]);

/** Parse: prepares a statement under a name. */
export function parseMessage(name: string, sql: string): Buffer {
  const length = 4 + Buffer.byteLength(name) + 1 + Buffer.byteLength(sql) + 1 + 2;
  const message = Buffer.allocUnsafe(1 + length);
  let at = message.writeInt32BE(length, message.writeUInt8(letter('P'), 0));
  at = message.writeUInt8(0, at + message.write(name, at));
  at = message.writeUInt8(0, at + message.write(sql, at));
  message.writeInt16BE(0, at);
  return message;
}

/** Bind: a prepared statement with its values, bytes in binary form and words as text. What it gives comes as text. */
export function bindMessage(name: string, values: readonly (string | Buffer | null)[]): Buffer {
  const sizes = values.map((value) =>
    value === null ? 0 : typeof value === 'string' ? Buffer.byteLength(value) : value.length,
  );
  const length =
    4 +
    1 +
    Buffer.byteLength(name) +
    1 +
    2 +
    6 * values.length +
    sizes.reduce((sum, size) => sum + size, 0) +
    6;
  const message = Buffer.allocUnsafe(1 + length);
  let at = message.writeInt32BE(length, message.writeUInt8(letter('B'), 0));
  at = message.writeUInt8(0, at);
  at = message.writeUInt8(0, at + message.write(name, at));
  at = message.writeInt16BE(values.length, at);
  for (const value of values) at = message.writeInt16BE(Buffer.isBuffer(value) ? 1 : 0, at);
  at = message.writeInt16BE(values.length, at);
  values.forEach((value, place) => {
    at = message.writeInt32BE(value === null ? -1 : sizes[place]!, at);
    if (typeof value === 'string') at += message.write(value, at);
    else if (value) at += value.copy(message, at);
  });
  at = message.writeInt16BE(1, at);
  message.writeInt16BE(0, at);
  return message;
}

type Hear = (kind: number, text: Buffer | null, error: Error | undefined) => void;

/** Cuts what PostgreSQL sends into messages, and tells of those that matter to whoever asked for one text. */
export class MessageReader {
  static readonly parsed = letter('1');
  static readonly row = letter('D');
  static readonly error = letter('E');
  static readonly ready = letter('Z');

  private pieces: Buffer[] = [];
  private have = 0;
  private need = 5;
  private readonly hear: Hear;

  constructor(hear: Hear) {
    this.hear = hear;
  }

  /** Takes the next bytes, wherever they were torn apart. */
  read(chunk: Buffer): void {
    let bytes = chunk;
    if (this.pieces.length > 0) {
      this.pieces.push(chunk);
      this.have += chunk.length;
      if (this.have < this.need) return;
      bytes = Buffer.concat(this.pieces, this.have);
      this.pieces = [];
    }
    let at = 0;
    this.need = 5;
    while (bytes.length - at >= 5) {
      const end = at + 1 + bytes.readInt32BE(at + 1);
      if (end > bytes.length) {
        this.need = end - at;
        break;
      }
      this.tell(bytes, at, end);
      at = end;
    }
    if (at === bytes.length) return;
    this.pieces.push(at === 0 ? bytes : bytes.subarray(at));
    this.have = bytes.length - at;
  }

  private tell(bytes: Buffer, at: number, end: number): void {
    const kind = bytes[at]!;
    if (kind === MessageReader.row) {
      // One column: its length, or -1 for nothing, and its bytes.
      const size = bytes.readInt32BE(at + 7);
      this.hear(kind, size < 0 ? null : bytes.subarray(at + 11, at + 11 + size), undefined);
    } else if (kind === MessageReader.error) this.hear(kind, null, errorOf(bytes.subarray(at + 5, end)));
    else if (kind === MessageReader.ready || kind === MessageReader.parsed) this.hear(kind, null, undefined);
  }
}

/** An error as PostgreSQL tells it: letter, words, nought; again and again. */
function errorOf(bytes: Buffer): Error {
  const told: Record<string, string> = {};
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const end = bytes.indexOf(0, at);
    told[String.fromCharCode(bytes[at]!)] = bytes.toString('utf8', at + 1, end);
    at = end + 1;
  }
  return Object.assign(new Error(told.M), { code: told.C, severity: told.S, detail: told.D, hint: told.H });
}
