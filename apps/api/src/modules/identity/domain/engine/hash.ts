/**
 * A hash of a text, 0 to 2^53 − 1: a safe integer in JavaScript and a `bigint` in PostgreSQL. `seed` (32 bits) keeps rules apart.
 * Two rounds of MurmurHash3's mixing; equal on every machine.
 */
export function hashText(text: string, seed: number): number {
  let low = seed ^ 0x9e3779b9;
  let high = seed ^ 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0xcc9e2d51);
    low = (low << 15) | (low >>> 17);
    high = Math.imul(high ^ code, 0x1b873593);
    high = (high << 13) | (high >>> 19);
  }
  return joined(mix(low ^ text.length), mix(high + text.length));
}

/** The hash that `hashText` gives the text of some UTF-16 codes, without making the text. */
export function hashCodes(code: Uint16Array, from: number, to: number, seed: number): number {
  let low = seed ^ 0x9e3779b9;
  let high = seed ^ 0x85ebca6b;
  for (let index = from; index < to; index += 1) {
    low = Math.imul(low ^ code[index]!, 0xcc9e2d51);
    low = (low << 15) | (low >>> 17);
    high = Math.imul(high ^ code[index]!, 0x1b873593);
    high = (high << 13) | (high >>> 19);
  }
  return joined(mix(low ^ (to - from)), mix(high + to - from));
}

/** A hash of two numbers (each a safe integer), 0 to 2^53 − 1. The order of the two counts. */
export function hashPair(first: number, second: number): number {
  const low = mix((first | 0) ^ mix(second | 0));
  const high = mix(
    ((first / 4294967296) | 0) ^ Math.imul((second / 4294967296) | 0, 0x27d4eb2f) ^ mix(low + (second | 0)),
  );
  return joined(mix(low ^ high), mix(high + Math.imul(first | 0, 0x165667b1)));
}

function mix(value: number): number {
  let mixed = value | 0;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const joined = (low: number, high: number): number => (low >>> 0) + (high & 0x1fffff) * 4294967296;
