import type { Agreement } from './agreement.ts';
import { FeatureNumber } from './features.ts';
import { Column } from './record.ts';
import { type Dictionary, type Lists, nothingSaid } from './record-table.ts';
import { bitsSet, damerauOf, jaroWinklerFrom } from './text-distance.ts';

/**
 * Compares where two records live: postcode, city and state speak of one thing and are counted once. Levels: 1 same postcode,
 * 2 same city, 3 nearly one of the two, 4 same state only, 5 different.
 */
export function compareAreas(
  dictionaries: readonly Dictionary[],
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  into: Agreement,
): void {
  let level = 0;
  let share = 1;
  for (let column: number = Column.postcode; column <= Column.state; column += 1) {
    const headA = A.heads[a * A.width + column]!;
    const headB = B.heads[b * B.width + column]!;
    if (headA === nothingSaid || headB === nothingSaid) continue;
    const dictionary = dictionaries[column]!;
    const here = column === Column.postcode ? 1 : column === Column.city ? 2 : 4;
    if (headA >= 0 && headB >= 0) {
      const found =
        headA === headB ? here : column === Column.state ? 5 : near(dictionary, headA, headB) ? 3 : 5;
      if (headA === headB && here < 4) share = Math.min(share, dictionary.share[headA]!);
      if (level === 0 || found < level) level = found;
      if (level < 3) break;
      continue;
    }
    for (let at = A.start[column]![a]!; at < A.start[column]![a + 1]!; at += 1)
      for (let to = B.start[column]![b]!; to < B.start[column]![b + 1]!; to += 1) {
        const x = A.value[column]![at]!;
        const y = B.value[column]![to]!;
        const found = x === y ? here : column === Column.state ? 5 : near(dictionary, x, y) ? 3 : 5;
        if (x === y && here < 4) share = Math.min(share, dictionary.share[x]!);
        if (level === 0 || found < level) level = found;
      }
    if (level !== 0 && level < 3) break;
  }
  into.level[FeatureNumber.area] = level;
  into.share[FeatureNumber.area] = level === 1 || level === 2 ? share : 0;
}

function near({ start, code, letters }: Dictionary, x: number, y: number): boolean {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  if (Math.min(toX - fromX, toY - fromY) < 4) return false;
  // One slip changes two letters at most.
  const slips = bitsSet(letters[x]! ^ letters[y]!) > 2 ? 2 : damerauOf(code, fromX, toX, code, fromY, toY, 1);
  if (slips <= 1) return true;
  const word = code[fromX]! > 57;
  return word && jaroWinklerFrom(0.86, code, fromX, toX, letters[x]!, code, fromY, toY, letters[y]!) >= 0.86;
}
