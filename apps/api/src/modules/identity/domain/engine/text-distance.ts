const rowA = new Int32Array(260);
const rowB = new Int32Array(260);
const rowC = new Int32Array(260);
const usedA = new Uint8Array(256);
const usedB = new Uint8Array(256);

/** The longest text that is compared letter by letter; what is beyond is not looked at. */
export const longest = 255;

/**
 * Optimal string alignment distance (Damerau 1964, restricted): insertions, deletions, substitutions and swaps of neighbours.
 * Texts are slices `[from, to)` of pools of UTF-16 codes. Gives up with `most + 1` as soon as more than `most` edits are certain.
 */
export function damerauOf(
  a: Uint16Array,
  fromA: number,
  toA: number,
  b: Uint16Array,
  fromB: number,
  toB: number,
  most: number,
): number {
  let endA = Math.min(toA, fromA + longest);
  let endB = Math.min(toB, fromB + longest);
  while (fromA < endA && fromB < endB && a[fromA] === b[fromB]) {
    fromA += 1;
    fromB += 1;
  }
  while (endA > fromA && endB > fromB && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const lengthA = endA - fromA;
  const lengthB = endB - fromB;
  if (Math.abs(lengthA - lengthB) > most) return most + 1;
  if (lengthA === 0) return lengthB;
  if (lengthB === 0) return lengthA;
  // Both ends differ now, so one edit alone is one letter for another, or two neighbours that changed places.
  if (most === 1) {
    if (lengthA === 1 && lengthB === 1) return 1;
    const turned = lengthA === 2 && lengthB === 2 && a[fromA] === b[fromB + 1] && a[fromA + 1] === b[fromB];
    return turned ? 1 : 2;
  }
  let before = rowA;
  let above = rowB;
  let current = rowC;
  for (let column = 0; column <= lengthB; column += 1) above[column] = column;
  for (let row = 1; row <= lengthA; row += 1) {
    current[0] = row;
    let least = row;
    const code = a[fromA + row - 1];
    for (let column = 1; column <= lengthB; column += 1) {
      const other = b[fromB + column - 1];
      let cost = above[column - 1]! + (code === other ? 0 : 1);
      if (above[column]! + 1 < cost) cost = above[column]! + 1;
      if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
      if (
        row > 1 &&
        column > 1 &&
        code === b[fromB + column - 2] &&
        a[fromA + row - 2] === other &&
        before[column - 2]! + 1 < cost
      )
        cost = before[column - 2]! + 1;
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    const oldest = before;
    before = above;
    above = current;
    current = oldest;
  }
  return Math.min(above[lengthB]!, most + 1);
}

/**
 * Jaro–Winkler similarity, 0 to 1 (Jaro 1989; Winkler 1990 with prefix weight 0.1, at most four letters, without a threshold).
 * Texts are slices `[from, to)` of pools of UTF-16 codes; two empty texts are equal.
 */
export function jaroWinklerOf(
  a: Uint16Array,
  fromA: number,
  toA: number,
  b: Uint16Array,
  fromB: number,
  toB: number,
): number {
  const lengthA = Math.min(toA - fromA, longest);
  const lengthB = Math.min(toB - fromB, longest);
  if (lengthA === 0 || lengthB === 0) return lengthA === lengthB ? 1 : 0;
  const reach = Math.max(0, Math.floor(Math.max(lengthA, lengthB) / 2) - 1);
  const matches =
    lengthA <= 31 && lengthB <= 31 && isPlain(a, fromA, lengthA) && isPlain(b, fromB, lengthB)
      ? matchBits(a, fromA, lengthA, b, fromB, lengthB, reach)
      : matchLetters(a, fromA, lengthA, b, fromB, lengthB, reach);
  if (matches === 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + (matches - swaps / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a[fromA + prefix] === b[fromB + prefix])
    prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

// How many matched letters stand in another order: what the last count of matches found beside its answer.
let swaps = 0;

function matchLetters(
  a: Uint16Array,
  fromA: number,
  lengthA: number,
  b: Uint16Array,
  fromB: number,
  lengthB: number,
  reach: number,
): number {
  for (let index = 0; index < lengthA; index += 1) usedA[index] = 0;
  for (let index = 0; index < lengthB; index += 1) usedB[index] = 0;
  let matches = 0;
  for (let index = 0; index < lengthA; index += 1) {
    const code = a[fromA + index];
    const last = Math.min(lengthB - 1, index + reach);
    for (let other = Math.max(0, index - reach); other <= last; other += 1) {
      if (usedB[other] === 1 || b[fromB + other] !== code) continue;
      usedA[index] = 1;
      usedB[other] = 1;
      matches += 1;
      break;
    }
  }
  swaps = 0;
  let other = 0;
  for (let index = 0; index < lengthA && matches > 0; index += 1) {
    if (usedA[index] === 0) continue;
    while (usedB[other] === 0) other += 1;
    if (a[fromA + index] !== b[fromB + other]) swaps += 1;
    other += 1;
  }
  return matches;
}

/** Where in the second text each letter stands: a bit for each place. Empty between two calls. */
const places = new Int32Array(128);

function isPlain(code: Uint16Array, from: number, length: number): boolean {
  let all = 0;
  for (let index = 0; index < length; index += 1) all |= code[from + index]!;
  return all < 128;
}

// The same for texts of at most 31 plain letters: the places of the second text are bits of one number.
function matchBits(
  a: Uint16Array,
  fromA: number,
  lengthA: number,
  b: Uint16Array,
  fromB: number,
  lengthB: number,
  reach: number,
): number {
  for (let index = 0; index < lengthB; index += 1) places[b[fromB + index]!]! |= 1 << index;
  let matches = 0;
  let used = 0;
  for (let index = 0; index < lengthA; index += 1) {
    const last = index + reach;
    const near = (last >= 31 ? -1 : (1 << (last + 1)) - 1) & (index > reach ? -1 << (index - reach) : -1);
    const free = places[a[fromA + index]!]! & near & ~used;
    if (free === 0) continue;
    used |= free & -free;
    matched[matches++] = a[fromA + index]!;
  }
  for (let index = 0; index < lengthB; index += 1) places[b[fromB + index]!] = 0;
  swaps = 0;
  let at = 0;
  for (let left = used; left !== 0; left &= left - 1) {
    if (b[fromB + 31 - Math.clz32(left & -left)] !== matched[at]) swaps += 1;
    at += 1;
  }
  return matches;
}

const matched = new Uint16Array(32);

/** The letters of a text as bits: one for each of a to z, the digits and all other signs sharing the last six. */
export function lettersOf(code: Uint16Array, from: number, to: number): number {
  let bits = 0;
  for (let index = from; index < to; index += 1) {
    const letter = code[index]! - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26 + (code[index]! % 6));
  }
  return bits;
}

/** How many bits of a number are set. */
export function bitsSet(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The likeness of `jaroWinklerOf` where it may be `least` or more; 0 where the letters of the two (`lettersOf`) already say that it
 * cannot be: who has letters that the other lacks cannot match them.
 */
export function jaroWinklerFrom(
  least: number,
  a: Uint16Array,
  fromA: number,
  toA: number,
  lettersA: number,
  b: Uint16Array,
  fromB: number,
  toB: number,
  lettersB: number,
): number {
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  if (lengthA > 0 && lengthB > 0 && lengthA <= longest && lengthB <= longest) {
    const most = Math.min(lengthA - bitsSet(lettersA & ~lettersB), lengthB - bitsSet(lettersB & ~lettersA));
    if (most <= 0) return 0;
    let prefix = 0;
    while (prefix < 4 && prefix < lengthA && prefix < lengthB && a[fromA + prefix] === b[fromB + prefix])
      prefix += 1;
    const jaro = (most / lengthA + most / lengthB + 1) / 3;
    // Rounding may take the last digit either way.
    if (jaro + prefix * 0.1 * (1 - jaro) < least - 1e-9) return 0;
  }
  return jaroWinklerOf(a, fromA, toA, b, fromB, toB);
}

/** A text as a pool of its own. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = text.charCodeAt(index);
  return codes;
}
