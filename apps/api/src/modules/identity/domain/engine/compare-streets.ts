import { otherKind } from './features.ts';
import type { Dictionary } from './record-table.ts';
import { jaroWinklerFrom } from './text-distance.ts';

/** Levels of two different addresses: 2 nearly the same, 3 same street, 4 same number, 5 different, 6 a street and an avenue of one name. */
export function compareStreets({ start, code, fact, letters }: Dictionary, x: number, y: number): number {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  const numberX = fact[x * 4]!;
  const numberY = fact[y * 4]!;
  const restX = numberX > 0 ? fromX + numberX + 1 : fromX;
  const restY = numberY > 0 ? fromY + numberY + 1 : fromY;
  const sameNumber = numberX > 0 && numberX === numberY && equal(code, fromX, fromY, numberX);
  const lacks = numberX === 0 || numberY === 0;
  const likeness = jaroWinklerFrom(0.86, code, restX, toX, letters[x]!, code, restY, toY, letters[y]!);
  const shortest = Math.min(toX - restX, toY - restY);
  const begins = shortest >= 4 && equal(code, restX, restY, shortest);
  const alike = likeness >= 0.9 || begins || (sameNumber && likeness >= 0.86);
  const [kindX, kindY] = [fact[x * 4 + 1]!, fact[y * 4 + 1]!];
  if (alike && sameNumber) return kindX !== 0 && kindY !== 0 && kindX !== kindY ? otherKind : 2;
  if (alike) return lacks && likeness === 1 ? 2 : 3;
  return sameNumber ? 4 : 5;
}

function equal(code: Uint16Array, fromX: number, fromY: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (code[fromX + index] !== code[fromY + index]) return false;
  return true;
}
