import { isUtf8 } from 'node:buffer';
import type { Encoding } from './file.ts';

/** What the first bytes of a file say about its letters. */
export interface EncodingGuess {
  encoding: Encoding;
  hasByteOrderMark: boolean;
  /** What else it could be, likeliest first: offered to a person when the letters look wrong. */
  alternatives: Encoding[];
}

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
// Letters that Central European tables have where Western ones have signs, and the other way round (Romanian, French, Italian).
const central = new Set([0xba, 0xfe, 0xaa, 0xde, 0xe3, 0xc3]);
const western = new Set([0xe0, 0xe8, 0xea, 0xec, 0xf2, 0xf9, 0xfb, 0xc0, 0xc8, 0xf1]);

/** Bytes that a byte order mark takes at the beginning of such a file. */
export const markLength = (encoding: Encoding): number =>
  marks.find(([marked]) => marked === encoding)?.[1].length ?? 0;

/** Guesses the encoding from the first bytes of a file: a mark, valid UTF-8, the zeros of UTF-16, or the letters of one-byte tables. */
export function sniffEncoding(sample: Uint8Array): EncodingGuess {
  for (const [encoding, bytes] of marks) {
    if (bytes.every((byte, at) => sample[at] === byte)) {
      return { encoding, hasByteOrderMark: true, alternatives: [] };
    }
  }
  const wide = sniffZeros(sample);
  if (wide) return { encoding: wide, hasByteOrderMark: false, alternatives: ['utf-8'] };
  if (isUtf8(withoutCutCharacter(sample))) {
    return { encoding: 'utf-8', hasByteOrderMark: false, alternatives: ['windows-1252', 'iso-8859-2'] };
  }
  return { hasByteOrderMark: false, ...sniffTable(sample) };
}

/** Text in Latin letters has a zero in every second byte of UTF-16. */
function sniffZeros(sample: Uint8Array): Encoding | undefined {
  const pairs = Math.min(sample.length >> 1, 512);
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at++) {
    if (sample[2 * at] === 0) even++;
    if (sample[2 * at + 1] === 0) odd++;
  }
  if (pairs < 4) return undefined;
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  return even > pairs * 0.6 && odd < pairs * 0.1 ? 'utf-16be' : undefined;
}

function sniffTable(sample: Uint8Array): { encoding: Encoding; alternatives: Encoding[] } {
  let [centre, west, high] = [0, 0, 0];
  for (const byte of sample) {
    if (central.has(byte)) centre++;
    else if (western.has(byte)) west++;
    else if (byte >= 0x80 && byte < 0xa0) high++;
  }
  if (centre <= west)
    return { encoding: 'windows-1252', alternatives: ['iso-8859-2', 'windows-1250', 'utf-8'] };
  const [first, second]: Encoding[] = high ? ['windows-1250', 'iso-8859-2'] : ['iso-8859-2', 'windows-1250'];
  return { encoding: first!, alternatives: [second!, 'windows-1252', 'utf-8'] };
}

/** Without a character that the end of the sample may have cut in two. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  let at = bytes.length - 1;
  const furthest = Math.max(0, bytes.length - 4);
  while (at > furthest && (bytes[at]! & 0xc0) === 0x80) at--;
  const first = bytes[at] ?? 0;
  const needs = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return at >= 0 && bytes.length - at < needs ? bytes.subarray(0, at) : bytes;
}
