import type { Dictionary } from './record-table.ts';
import { damerauOf, jaroWinklerOf } from './text-distance.ts';

/** Levels of two different mailboxes: 2 a slip of the keyboard, 3 same name at another provider, 4 similar name, 5 different. */
export function compareMailboxes({ start, code, fact }: Dictionary, x: number, y: number): number {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  const shortest = Math.min(toX - fromX, toY - fromY);
  const slips = shortest >= 14 ? 2 : 1;
  if (shortest >= 8 && damerauOf(code, fromX, toX, code, fromY, toY, slips) <= slips) return 2;
  const atX = fromX + fact[x * 4]!;
  const atY = fromY + fact[y * 4]!;
  if (atX === fromX || atY === fromY) return 5;
  const likeness = jaroWinklerOf(code, fromX, atX, code, fromY, atY);
  if (likeness === 1) return atX - fromX >= 4 ? 3 : 4;
  return likeness >= 0.9 && Math.min(atX - fromX, atY - fromY) >= 5 ? 4 : 5;
}
