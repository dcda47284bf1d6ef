import type { Agreement } from './agreement.ts';
import { FeatureNumber } from './features.ts';
import { Column } from './record.ts';
import { type Lists, nothingSaid, type RecordTable, type Words } from './record-table.ts';
import { jaroWinklerOf } from './text-distance.ts';

/**
 * Compares names of organisations word by word, rare words counting more (soft TF–IDF after Cohen, Ravikumar, Fienberg 2003).
 * Levels: 1 same, 2 nearly (0.8 of the weight), 3 the shorter is part of the longer or 0.6, 4 some words (0.35), 5 different.
 */
export function compareOrganisations(
  table: RecordTable,
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  into: Agreement,
): void {
  const column = Column.organisation;
  into.level[FeatureNumber.organisation] = 0;
  into.share[FeatureNumber.organisation] = 0;
  if (A.heads[a * A.width + column] === nothingSaid || B.heads[b * B.width + column] === nothingSaid) return;
  const dictionary = table.dictionaries[column]!;
  let level = 0;
  let share = 1;
  for (let at = A.start[column]![a]!; at < A.start[column]![a + 1]!; at += 1)
    for (let to = B.start[column]![b]!; to < B.start[column]![b + 1]!; to += 1) {
      const x = A.value[column]![at]!;
      const y = B.value[column]![to]!;
      const found = x === y ? 1 : compareWords(table.words, x, y);
      if (found === 1) share = Math.min(share, dictionary.share[x]!, dictionary.share[y]!);
      if (level === 0 || found < level) level = found;
    }
  into.level[FeatureNumber.organisation] = level;
  into.share[FeatureNumber.organisation] = level === 1 ? share : 0;
}

function compareWords(words: Words, x: number, y: number): number {
  const { start, word, bits } = words;
  let shared = 0;
  let ofX = 0;
  let ofY = 0;
  for (let at = start[x]!; at < start[x + 1]!; at += 1) {
    const bitsX = bits[word[at]!]!;
    ofX += bitsX;
    let best = 0;
    for (let to = start[y]!; to < start[y + 1]!; to += 1) {
      const likeness = likenessOf(words, word[at]!, word[to]!);
      const counted = likeness * Math.min(bitsX, bits[word[to]!]!);
      if (counted > best) best = counted;
    }
    shared += best;
  }
  for (let to = start[y]!; to < start[y + 1]!; to += 1) ofY += bits[word[to]!]!;
  const dice = (2 * shared) / (ofX + ofY);
  if (dice >= 0.97) return 1;
  if (dice >= 0.8) return 2;
  if (dice >= 0.6 || shared / Math.min(ofX, ofY) >= 0.9) return 3;
  return dice >= 0.35 ? 4 : 5;
}

function likenessOf({ letters, code }: Words, x: number, y: number): number {
  if (x === y) return 1;
  const [fromX, toX, fromY, toY] = [letters[x]!, letters[x + 1]!, letters[y]!, letters[y + 1]!];
  const shortest = Math.min(toX - fromX, toY - fromY);
  if (shortest < 2 || code[fromX] !== code[fromY]) return 0;
  const likeness = jaroWinklerOf(code, fromX, toX, code, fromY, toY);
  if (likeness >= 0.9) return likeness;
  return shortest >= 3 && begins(code, fromX, fromY, shortest) ? 0.8 : 0;
}

function begins(code: Uint16Array, fromX: number, fromY: number, length: number): boolean {
  for (let index = 0; index < length; index += 1)
    if (code[fromX + index] !== code[fromY + index]) return false;
  return true;
}
