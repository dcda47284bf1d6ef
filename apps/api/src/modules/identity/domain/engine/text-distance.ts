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
  if (matches === 0) return 0;
  let swapped = 0;
  let other = 0;
  for (let index = 0; index < lengthA; index += 1) {
    if (usedA[index] === 0) continue;
    while (usedB[other] === 0) other += 1;
    if (a[fromA + index] !== b[fromB + other]) swapped += 1;
    other += 1;
  }
  const jaro = (matches / lengthA + matches / lengthB + (matches - swapped / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a[fromA + prefix] === b[fromB + prefix])
    prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** A text as a pool of its own. */
export function codesOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = text.charCodeAt(index);
  return codes;
}
