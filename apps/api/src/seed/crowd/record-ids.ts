/**
 * The name of the n-th record: a permutation of 32 bits (Feistel, four rounds), so that names are never given twice and
 * say nothing of who stands next to whom.
 */
export function recordId(seed: number, n: number, letter: string): string {
  let left = n >>> 16;
  let right = n & 0xffff;
  for (let round = 0; round < 4; round++) {
    let mixed = Math.imul(right ^ (seed * 4 + round), 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    [left, right] = [right, (left ^ (mixed >>> 16)) & 0xffff];
  }
  return letter + (((left << 16) | right) >>> 0).toString(36).padStart(7, '0');
}
