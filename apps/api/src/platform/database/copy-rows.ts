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

/** Text as a cell of COPY's text format. */
export const copyText = (text: string): string =>
  /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign]!)
    : text;

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

/** Reads the answer of a statement line by line with COPY, holding little of it. Cells are as COPY's text format has them. */
export async function* copyOut(tx: Tx, sql: string): AsyncGenerator<string[]> {
  const client = await lineOf(tx);
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of client.query(copyTo(`COPY (${sql}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.split('\t');
  }
}

/** A cell of `copyOut` as the text that it stands for. */
export const copiedText = (cell: string): string =>
  cell.includes('\\')
    ? cell.replace(
        /\\(.)/g,
        (_, sign: string) => ({ t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' })[sign] ?? sign,
      )
    : cell;
