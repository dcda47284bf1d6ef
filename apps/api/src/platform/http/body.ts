import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A body that is not taken: too large, too slow, badly packed. `status` is what to answer. */
export class BodyRefusal extends Error {
  override name = 'BodyRefusal';
  readonly status: 400 | 408 | 413 | 415;
  constructor(status: 400 | 408 | 413 | 415, message: string) {
    super(message);
    this.status = status;
  }
}

/** How much of a body is taken, counted after unpacking, and how long it may take. */
export interface BodyLimits {
  readonly bytes: number;
  /** For `readBody`: until the end. For `bodyStream`: between two pieces. */
  readonly milliseconds?: number;
}

const tooLarge = (bytes: number) => new BodyRefusal(413, `The body is larger than ${bytes} bytes.`);

function unpacker(encoding: string) {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new BodyRefusal(415, 'Content-Encoding must be gzip, deflate, br or absent.');
  }
}

/** The unpacked body as a stream that fails as soon as it is too large or stops coming. */
export function bodyStream(request: IncomingMessage, limits: BodyLimits): Readable {
  const { bytes, milliseconds = 30_000 } = limits;
  if (Number(request.headers['content-length']) > bytes) throw tooLarge(bytes);
  const encoding = request.headers['content-encoding'];
  const unpack = encoding && encoding !== 'identity' ? unpacker(encoding) : undefined;
  let seen = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(tooLarge(bytes));
      else done(null, chunk);
    },
  });
  // A reader that has left must not turn a late failure into the end of the process.
  counted.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  counted.once('close', () => clearTimeout(timer));
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => counted.destroy(new BodyRefusal(408, 'The body stopped coming.')), milliseconds);
  };
  watch();
  request.on('data', watch);
  const ended = (error: NodeJS.ErrnoException | null) => {
    clearTimeout(timer);
    if (error && !counted.destroyed) counted.destroy(error);
  };
  if (unpack) {
    unpack.once('error', () => counted.destroy(new BodyRefusal(400, 'The body cannot be unpacked.')));
    pipeline(request, unpack, counted, ended);
  } else pipeline(request, counted, ended);
  return counted;
}

/** Reads a whole small body. */
export async function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  const { bytes, milliseconds = 30_000 } = limits;
  if (Number(request.headers['content-length']) > bytes) throw tooLarge(bytes);
  if (request.headers['content-encoding']) return gather(bodyStream(request, limits), milliseconds, Infinity);
  return gather(request, milliseconds, bytes);
}

const gather = (stream: Readable, milliseconds: number, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let seen = 0;
    let isOver = false;
    const timer = setTimeout(() => end(new BodyRefusal(408, 'The body took too long.')), milliseconds);
    const end = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      stream.removeAllListeners('data');
      if (error) reject(error);
      else resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
    };
    stream.on('data', (piece: Buffer) => {
      seen += piece.length;
      if (seen > most) end(tooLarge(most));
      else pieces.push(piece);
    });
    stream.once('end', () => end());
    stream.once('error', end);
    // Every request closes: an error made for nothing would cost more than all the rest of reading it.
    stream.once('close', () => isOver || end(new BodyRefusal(400, 'The body ended early.')));
  });
