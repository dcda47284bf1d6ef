import type { Agreement } from './agreement.ts';
import { FeatureNumber, swappedLevel } from './features.ts';
import { compareFamily, compareGiven } from './likeness-of-names.ts';
import { Column } from './record.ts';
import { type Dictionary, type Lists, nothingSaid } from './record-table.ts';
import { jaroWinklerFrom } from './text-distance.ts';

const [initial, swapped, different] = [5, swappedLevel, 8] as const;
const familyDifferent = 5;
let shareOf = 1;

/**
 * Compares names: given with given and family with family, or crosswise when that fits better. A name of one word is compared
 * with both. Of several names the best counts.
 */
export function compareNames(
  dictionaries: readonly Dictionary[],
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  into: Agreement,
): void {
  const given = dictionaries[Column.given]!;
  const family = dictionaries[Column.family]!;
  let first = bestName(given, Column.given, A, a, B, b, compareGiven, different, initial);
  const shareFirst = shareOf;
  let last = bestName(family, Column.family, A, a, B, b, compareFamily, familyDifferent, 4);
  const shareLast = shareOf;
  into.share[FeatureNumber.given] = first === 1 ? shareFirst : 0;
  into.share[FeatureNumber.family] = last === 1 ? shareLast : 0;
  const strong = strengthOfGiven(first) + strengthOfFamily(last);
  if (strong < 4) {
    const across = crosswise(dictionaries, A, a, B, b);
    const shareAcross = shareOf;
    const back = crosswise(dictionaries, B, b, A, a);
    const shareBack = shareOf;
    if (
      across + back >
      strong + (first === different || last === familyDifferent || first === 0 || last === 0 ? 0 : 1)
    ) {
      if (across > 0 && back > 0) {
        first = swapped;
        last = 0;
        into.share[FeatureNumber.given] = Math.max(1e-9, shareAcross * shareBack);
        into.share[FeatureNumber.family] = 0;
      } else {
        // A name of one word is what it is found to be: a family name says nothing of who bears it.
        const [one, many] = across > 0 ? [A, B] : [B, A];
        const [oneRow, manyRow] = across > 0 ? [a, b] : [b, a];
        const level = across + back === 2 ? 1 : 3;
        const share = level === 1 ? (across > 0 ? shareAcross : shareBack) : 0;
        if (lacks(many, manyRow, Column.given) && !lacks(one, oneRow, Column.family)) {
          first = level;
          last = 0;
          into.share[FeatureNumber.given] = share;
          into.share[FeatureNumber.family] = 0;
        } else if (lacks(one, oneRow, Column.family)) {
          first = 0;
          last = level;
          into.share[FeatureNumber.given] = 0;
          into.share[FeatureNumber.family] = share;
        }
      }
    }
  }
  // Of one person's records hardly ever both names differ: the family name is weighed in the light of the given name.
  if (first === different && last !== 0) last = last === 1 ? 6 : last === familyDifferent ? 8 : 7;
  into.level[FeatureNumber.given] = first;
  into.level[FeatureNumber.family] = last;
}

// How much two halves that agree weigh when it is decided whether names are swapped.
const strengthOfGiven = (level: number): number =>
  level === 0 || level === different ? 0 : level === 1 ? 2 : level === initial ? 1 : level === 6 ? 0.5 : 1.5;
const strengthOfFamily = (level: number): number =>
  level === 0 || level === familyDifferent ? 0 : level === 1 ? 2 : level === 4 ? 0.5 : 1.5;

const lacks = (lists: Lists, row: number, column: number): boolean =>
  lists.heads[row * lists.width + column] === nothingSaid;

function bestName(
  dictionary: Dictionary,
  column: number,
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  compare: (dictionary: Dictionary, x: number, y: number) => number,
  most: number,
  letter: number,
): number {
  shareOf = 1;
  const headA = A.heads[a * A.width + column]!;
  const headB = B.heads[b * B.width + column]!;
  if (headA === nothingSaid || headB === nothingSaid) return 0;
  const { start, share } = dictionary;
  if (headA >= 0 && headB >= 0) {
    if (headA !== headB) return Math.min(remembered(dictionary, column, headA, headB, compare), most);
    if (start[headA + 1]! - start[headA]! === 1) return letter;
    if (share[headA]! < 1) shareOf = share[headA]!;
    return 1;
  }
  const startB = B.start[column]!;
  let best = 0;
  for (let at = A.start[column]![a]!; at < A.start[column]![a + 1]!; at += 1) {
    const x = A.value[column]![at]!;
    for (let to = startB[b]!; to < startB[b + 1]!; to += 1) {
      const y = B.value[column]![to]!;
      const level =
        x === y
          ? start[x + 1]! - start[x]! === 1
            ? letter
            : 1
          : remembered(dictionary, column, x, y, compare);
      const taken = Math.min(level, most);
      if (best === 0 || taken < best) best = taken;
      if (level === 1 && share[x]! < shareOf) shareOf = share[x]!;
    }
  }
  return best;
}

// Among many records the same two names meet again and again: what they came to is kept for a while. One slot for each hash, the newest wins.
const slots = 1 << 17;
const keptPair = new Float64Array(slots).fill(-1);
const keptLevel = new Uint8Array(slots);
/** So many names of a column are compared before anything is kept: a set of signals is done sooner than a megabyte of slots is emptied for it. */
const untilKept = 50_000;

interface Kept {
  of: Dictionary | null;
  compared: number;
}
const keptGiven: Kept = { of: null, compared: 0 };
const keptFamily: Kept = { of: null, compared: 0 };

function remembered(
  dictionary: Dictionary,
  column: number,
  x: number,
  y: number,
  compare: (dictionary: Dictionary, x: number, y: number) => number,
): number {
  const isGiven = column === Column.given;
  const kept = isGiven ? keptGiven : keptFamily;
  if (kept.of !== dictionary) {
    kept.of = dictionary;
    kept.compared = 0;
  }
  if (kept.compared < untilKept) {
    kept.compared += 1;
    if (kept.compared === untilKept) keptPair.fill(-1);
    return compare(dictionary, x, y);
  }
  const [low, high] = x < y ? [x, y] : [y, x];
  const pair = (low * 33554432 + high) * 2 + (isGiven ? 0 : 1);
  const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b) ^ (isGiven ? 0 : 0x5bd1)) >>> 15;
  if (keptPair[slot] === pair) return keptLevel[slot]!;
  const level = compare(dictionary, x, y);
  keptPair[slot] = pair;
  keptLevel[slot] = level;
  return level;
}

// The given name of one against the family name of the other: 2 equal, 1.5 nearly, 0 neither or nothing to compare.
function crosswise(dictionaries: readonly Dictionary[], A: Lists, a: number, B: Lists, b: number): number {
  const given = dictionaries[Column.given]!;
  const family = dictionaries[Column.family]!;
  shareOf = 1;
  const headA = A.heads[a * A.width + Column.given]!;
  const headB = B.heads[b * B.width + Column.family]!;
  if (headA === nothingSaid || headB === nothingSaid) return 0;
  let best = 0;
  if (headA >= 0 && headB >= 0) {
    best = across(given, headA, family, headB);
    if (best > 0) shareOf = Math.max(given.share[headA]!, family.share[headB]!);
    return best;
  }
  for (let at = A.start[Column.given]![a]!; at < A.start[Column.given]![a + 1]!; at += 1) {
    const x = A.value[Column.given]![at]!;
    for (let to = B.start[Column.family]![b]!; to < B.start[Column.family]![b + 1]!; to += 1) {
      const y = B.value[Column.family]![to]!;
      const found = across(given, x, family, y);
      if (found <= best) continue;
      best = found;
      shareOf = Math.max(given.share[x]!, family.share[y]!);
    }
  }
  return best;
}

function across(given: Dictionary, x: number, family: Dictionary, y: number): number {
  // Who have no letter in common are not alike.
  const [lettersX, lettersY] = [given.letters[x]!, family.letters[y]!];
  if ((lettersX & lettersY) === 0) return 0;
  const [fromX, toX] = [given.start[x]!, given.start[x + 1]!];
  const [fromY, toY] = [family.start[y]!, family.start[y + 1]!];
  if (toX - fromX < 2 || toY - fromY < 2) return 0;
  const { code } = given;
  const likeness = jaroWinklerFrom(0.92, code, fromX, toX, lettersX, family.code, fromY, toY, lettersY);
  return likeness === 1 ? 2 : likeness >= 0.92 ? 1.5 : 0;
}
