import type { Dictionary } from './record-table.ts';
import { damerauOf } from './text-distance.ts';

/** Levels of two different phone numbers: 1 same but for the country, 2 same last seven digits, 3 one digit, 4 different. */
export function comparePhones({ start, code }: Dictionary, x: number, y: number): number {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  const shortest = Math.min(toX - fromX, toY - fromY);
  let same = 0;
  while (same < shortest && code[toX - 1 - same] === code[toY - 1 - same]) same += 1;
  if (same === shortest && same >= 8) return 1;
  if (same >= 7) return 2;
  return shortest >= 7 && damerauOf(code, fromX, toX, code, fromY, toY, 1) <= 1 ? 3 : 4;
}

/** Levels of two different days (`YYYYMMDD`): 2 one digit or day and month turned round, 3 two parts, 4 year or two digits, 5 different. */
export function compareDays({ start, code }: Dictionary, x: number, y: number): number {
  const fromX = start[x]!;
  const fromY = start[y]!;
  const year = equal(code, fromX, fromY, 4);
  const month = equal(code, fromX + 4, fromY + 4, 2);
  const day = equal(code, fromX + 6, fromY + 6, 2);
  if (year && equal(code, fromX + 4, fromY + 6, 2) && equal(code, fromX + 6, fromY + 4, 2)) return 2;
  const edits = damerauOf(code, fromX, fromX + 8, code, fromY, fromY + 8, 2);
  if (edits <= 1) return 2;
  if (Number(year) + Number(month) + Number(day) === 2) return 3;
  return year || edits <= 2 ? 4 : 5;
}

function equal(code: Uint16Array, fromX: number, fromY: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (code[fromX + index] !== code[fromY + index]) return false;
  return true;
}
