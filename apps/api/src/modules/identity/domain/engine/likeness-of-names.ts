import type { Dictionary } from './record-table.ts';
import { damerauOf, jaroWinklerFrom } from './text-distance.ts';

/** A variant that many people bear is a name of its own: "maria" is no typo of "mario". */
const established = 4;

const [part, initial, fair, different] = [4, 5, 6, 8] as const;

/** Levels of two given names; those of `features.ts`. Never called with equal names. */
export function compareGiven(dictionary: Dictionary, x: number, y: number): number {
  const { start, code, fact } = dictionary;
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  const shortest = Math.min(toX - fromX, toY - fromY);
  if (shortest === 1) return code[fromX] === code[fromY] ? initial : different;
  for (let i = 1; i < 4; i += 1)
    for (let j = 1; j < 4; j += 1) if (fact[x * 4 + i] !== 0 && fact[x * 4 + i] === fact[y * 4 + j]) return 2;
  const likeness = similar(dictionary, x, y, fromX, toX, fromY, toY, 3, fair, different);
  if (likeness === 3 && hasOtherEnd(dictionary, x, y)) return fair;
  return likeness !== 3 && holds(code, fromX, toX, fromY, toY) ? part : likeness;
}

/** Levels of two family names. Never called with equal names. */
export function compareFamily(dictionary: Dictionary, x: number, y: number): number {
  const { start, code } = dictionary;
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  if (Math.min(toX - fromX, toY - fromY) === 1) return code[fromX] === code[fromY] ? 4 : 5;
  if (holdsWords(code, fromX, toX, fromY, toY)) return 2;
  return similar(dictionary, x, y, fromX, toX, fromY, toY, 3, 4, 5);
}

function similar(
  { code, fact, count, letters }: Dictionary,
  x: number,
  y: number,
  fromX: number,
  toX: number,
  fromY: number,
  toY: number,
  near: number,
  fair: number,
  different: number,
): number {
  const likeness = jaroWinklerFrom(0.72, code, fromX, toX, letters[x]!, code, fromY, toY, letters[y]!);
  if (likeness < 0.72) return different;
  const sounds = fact[x * 4] !== 0 && fact[x * 4] === fact[y * 4];
  const longestName = Math.max(toX - fromX, toY - fromY);
  const slips = longestName >= 8 ? 2 : longestName >= 4 ? 1 : 0;
  const close =
    (sounds && likeness >= 0.76) ||
    (fair === 4 && likeness >= 0.92) ||
    damerauOf(code, fromX, toX, code, fromY, toY, slips) <= slips;
  if (close) return count[x]! > established && count[y]! > established && !sounds ? fair : near;
  return likeness >= 0.84 ? fair : different;
}

// "michel" and "michelle", "vincenzo" and "vincenza": both borne by many, and only the ending differs: a man's and a woman's name.
function hasOtherEnd({ start, code, count }: Dictionary, x: number, y: number): boolean {
  if (count[x]! <= established || count[y]! <= established) return false;
  const shortest = Math.min(start[x + 1]! - start[x]!, start[y + 1]! - start[y]!);
  return shortest > 3 && beginsAlike(code, start[x]!, start[y]!, shortest - 1);
}

function beginsAlike(code: Uint16Array, fromX: number, fromY: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (code[fromX + index] !== code[fromY + index]) return false;
  return true;
}

// "manda" of "amanda", "al" of "alfred": the shorter whole in the longer, two letters only at its beginning.
function holds(code: Uint16Array, fromX: number, toX: number, fromY: number, toY: number): boolean {
  const [long, longEnd, short, shortEnd] =
    toX - fromX > toY - fromY ? [fromX, toX, fromY, toY] : [fromY, toY, fromX, toX];
  const length = shortEnd - short;
  const last = length < 3 ? long : longEnd - length;
  for (let at = long; at <= last; at += 1) if (beginsAlike(code, at, short, length)) return true;
  return false;
}

const space = 32;

// All words of the shorter are words of the longer, at its beginning or end: "sentosa" of "medina sentosa".
function holdsWords(code: Uint16Array, fromX: number, toX: number, fromY: number, toY: number): boolean {
  const [long, longEnd, short, shortEnd] =
    toX - fromX > toY - fromY ? [fromX, toX, fromY, toY] : [fromY, toY, fromX, toX];
  const length = shortEnd - short;
  if (length < 3 || longEnd - long <= length) return false;
  if (code[long + length] === space && beginsAlike(code, long, short, length)) return true;
  return code[longEnd - length - 1] === space && beginsAlike(code, longEnd - length, short, length);
}
