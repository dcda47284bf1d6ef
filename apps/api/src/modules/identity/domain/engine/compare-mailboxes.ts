import type { Dictionary } from './record-table.ts';
import { bitsSet, damerauOf, jaroWinklerFrom } from './text-distance.ts';

/** Levels of two different mailboxes: 2 a slip of the keyboard, 3 same name at another provider, 4 similar name, 5 different. */
export function compareMailboxes({ start, code, fact, letters }: Dictionary, x: number, y: number): number {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  const atX = fromX + fact[x * 4]!;
  const atY = fromY + fact[y * 4]!;
  const shortest = Math.min(toX - fromX, toY - fromY);
  // One slip changes two letters at most.
  if (shortest >= 8 && bitsSet(letters[x]! ^ letters[y]!) <= 2) {
    const slips = damerauOf(code, fromX, atX, code, fromY, atY, 1);
    if (slips <= 1 && slips + damerauOf(code, atX, toX, code, atY, toY, 2) <= 2)
      return isSlip(code, fromX, toX, atX, fromY, toY, atY) ? 2 : 4;
  }
  if (atX === fromX || atY === fromY) return 5;
  const likeness = jaroWinklerFrom(0.9, code, fromX, atX, letters[x]!, code, fromY, atY, letters[y]!);
  if (likeness === 1) return atX - fromX >= 4 ? 3 : 4;
  return likeness >= 0.9 && Math.min(atX - fromX, atY - fromY) >= 5 ? 4 : 5;
}

// Providers give "ada", "ada7" and "bada" to three people: another number, first or last letter is another mailbox, not a slip.
function isSlip(
  code: Uint16Array,
  fromX: number,
  toX: number,
  atX: number,
  fromY: number,
  toY: number,
  atY: number,
): boolean {
  let [x, y] = [fromX, fromY];
  while (x < toX && y < toY && code[x] === code[y]) {
    x += 1;
    y += 1;
  }
  let [endX, endY] = [toX, toY];
  while (endX > x && endY > y && code[endX - 1] === code[endY - 1]) {
    endX -= 1;
    endY -= 1;
  }
  if (x >= atX && y >= atY) return true;
  if (x - fromX < 1) return false;
  if (endX <= atX && endY <= atY && (endsWord(code[endX]!) || endsWord(code[endY]!) || code[x - 1] === dot))
    return false;
  for (let step = x; step < Math.min(endX, atX); step += 1) if (isDigit(code[step]!)) return false;
  for (let step = y; step < Math.min(endY, atY); step += 1) if (isDigit(code[step]!)) return false;
  return true;
}

const [dot, at] = [46, 64] as const;
const endsWord = (code: number): boolean =>
  code === dot || code === at || code === 95 || code === 45 || isDigit(code);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
