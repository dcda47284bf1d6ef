import { isUtf8 } from 'node:buffer';
import type { Encoding } from './file.ts';
import { markLength, withoutCutCharacter } from './sniff-encoding.ts';

/** Stands where bytes made no letter; a character that no text may hold, so that nothing real is mistaken for it. */
export const unreadableMark = '\uFDD0';

/**
 * The text of a file, piece by piece, without its byte order mark. Bytes that are no letter of the encoding become
 * `unreadableMark`, in their line only; halves of UTF-16 pairs stay as they are, to be refused with their row.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  hasByteOrderMark: boolean,
): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  let toSkip = hasByteOrderMark ? markLength(encoding) : 0;
  let carried: Uint8Array = new Uint8Array();
  for await (const arrived of bytes) {
    let chunk = carried.length ? Buffer.concat([carried, arrived]) : arrived;
    if (toSkip) {
      if (chunk.length < toSkip) {
        carried = chunk;
        continue;
      }
      chunk = chunk.subarray(toSkip);
      toSkip = 0;
    }
    const whole = wholeCharacters(chunk, encoding);
    carried = chunk.subarray(whole.length);
    if (whole.length) yield decode(whole);
  }
  if (carried.length && !toSkip) yield encoding.startsWith('utf-16') ? unreadableMark : decode(carried);
}

function wholeCharacters(chunk: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return withoutCutCharacter(chunk);
  if (!encoding.startsWith('utf-16')) return chunk;
  const even = chunk.length & ~1;
  const high = chunk[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0;
  return chunk.subarray(0, high >= 0xd8 && high < 0xdc ? even - 2 : even);
}

function decoderOf(encoding: Encoding): (bytes: Uint8Array) => string {
  if (encoding === 'utf-8') return decodeUtf8;
  if (encoding === 'utf-16le') return (bytes) => view(bytes).toString('utf16le');
  if (encoding === 'utf-16be') return (bytes) => Buffer.from(bytes).swap16().toString('utf16le');
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes);
}

function decodeUtf8(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return view(bytes).toString('utf8');
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(start, end);
    const text = view(line).toString('utf8');
    lines.push(isUtf8(line) ? text : text.replaceAll('\uFFFD', unreadableMark));
    start = end;
  }
  return lines.join('');
}

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
