import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connections } from './connections.ts';
import type { Tx } from './db.ts';

/** The connection of a transaction, with everything asked so far sent. */
async function lineOf(tx: Tx): Promise<PoolClient> {
  const client = connections.get(tx);
  if (!client) throw new Error('Rows are copied inside of a transaction.');
  // What was written without waiting goes first.
  await tx.query('SELECT');
  return client;
}

/** How much text travels at once. */
const piece = 256 * 1024;

function* inPieces(lines: Iterable<string>): Generator<string> {
  let waiting = '';
  for (const line of lines) {
    waiting += line;
    if (waiting.length < piece) continue;
    yield waiting;
    waiting = '';
  }
  if (waiting) yield waiting;
}

/**
 * Writes any number of rows with COPY, the fastest way in. Lines are of COPY's text format: cells (`copyText`) with tabs
 * between them and a line feed at the end. Table and columns are ours, never a caller's text.
 */
export async function copyIn(
  tx: Tx,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  const client = await lineOf(tx);
  await pipeline(
    Readable.from(inPieces(lines)),
    client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`)),
  );
}

/** Begin and end of what COPY reads in its binary format. */
const binaryBegin = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const binaryEnd = Buffer.from([0xff, 0xff]);

function* framed(rows: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield binaryBegin;
  yield* rows;
  yield binaryEnd;
}

/** The same in COPY's binary format: `rows` are any number of whole rows at a time. */
export async function copyInBinary(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<Uint8Array>,
): Promise<void> {
  const client = await lineOf(tx);
  await pipeline(
    Readable.from(framed(rows), { objectMode: false }),
    client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN WITH (FORMAT binary)`)),
  );
}

const lineFeed = 10;
/** How much text comes at once: some thousands of rows. */
const outPiece = 1024 * 1024;

/** Reads the answer of a statement with COPY, holding little of it: some lines at a time, each piece in memory of its own, to be handed to a thread. */
export async function* copyOutPieces(tx: Tx, sql: string): AsyncGenerator<Uint8Array> {
  const client = await lineOf(tx);
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of client.query(copyTo(`COPY (${sql}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    length += chunk.length;
    // Within a cell a line feed is written as two other signs.
    const end = length < outPiece ? 0 : chunk.lastIndexOf(lineFeed) + 1;
    if (end === 0) continue;
    const whole = new Uint8Array(length - chunk.length + end);
    let at = 0;
    for (const one of waiting) {
      whole.set(one === chunk ? chunk.subarray(0, end) : one, at);
      at += one.length;
    }
    yield whole;
    waiting = [chunk.subarray(end)];
    length = chunk.length - end;
  }
  if (length > 0) yield Uint8Array.from(Buffer.concat(waiting));
}
