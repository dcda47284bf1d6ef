import type { Agreement } from './agreement.ts';
import { compareAreas } from './compare-areas.ts';
import { compareMailboxes } from './compare-mailboxes.ts';
import { compareNames } from './compare-names.ts';
import { compareDays, comparePhones } from './compare-numbers.ts';
import { compareOrganisations } from './compare-organisations.ts';
import { compareStreets } from './compare-streets.ts';
import { FeatureNumber, sharedMailbox, sharedPhone, swappedLevel } from './features.ts';
import { Column } from './record.ts';
import { type Dictionary, type Lists, nothingSaid, type RecordTable } from './record-table.ts';
import { damerauOf, jaroWinklerFrom } from './text-distance.ts';

const differentGiven = 8;

/**
 * Compares record `a` of one set of lists with record `b` of another (both over the table's dictionaries) and writes the levels.
 * A record here may be a profile: the union of several. Of several values the best agreement counts. Symmetric.
 */
export function comparePair(
  table: RecordTable,
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  into: Agreement,
): void {
  compareNames(table.dictionaries, A, a, B, b, into);
  bestOf(table, A, a, B, b, Column.middle, FeatureNumber.middle, compareMiddles, into);
  compareOrganisations(table, A, a, B, b, into);
  bestOf(table, A, a, B, b, Column.email, FeatureNumber.email, compareMailboxes, into);
  bestOf(table, A, a, B, b, Column.phone, FeatureNumber.phone, comparePhones, into);
  bestOf(table, A, a, B, b, Column.birth, FeatureNumber.birth, compareDays, into);
  bestOf(table, A, a, B, b, Column.street, FeatureNumber.street, compareStreets, into);
  compareAreas(table.dictionaries, A, a, B, b, into);
  bestOf(table, A, a, B, b, Column.id, FeatureNumber.id, compareIds, into);
  bestOf(table, A, a, B, b, Column.web, FeatureNumber.web, compareExactly, into);
  bestOf(table, A, a, B, b, Column.gender, FeatureNumber.gender, compareExactly, into);
  for (let other = 0; other < table.others.length; other += 1)
    bestOf(table, A, a, B, b, Column.other + other, FeatureNumber.other + other, compareTexts, into);
  const given = into.level[FeatureNumber.given]!;
  const mailbox = into.level[FeatureNumber.email]!;
  // That a mailbox is of several is told by others: two of different names would say it themselves.
  if (given === differentGiven) {
    if (mailbox === sharedMailbox) into.level[FeatureNumber.email] = 1;
    if (into.level[FeatureNumber.phone] === sharedPhone) into.level[FeatureNumber.phone] = 1;
  }
  // Two mailboxes made out of one name say again what the names have said; that they are two says something else.
  if ((mailbox === 3 || mailbox === 4) && (given === 1 || given === 2 || given === swappedLevel))
    into.level[FeatureNumber.email] = 5;
  // Mailboxes that differ just as the names differ that they are made of are no slip.
  if (
    mailbox === 2 &&
    given !== 1 &&
    (eachOfItsName(table, A, a, B, b, Column.given) || eachOfItsName(table, A, a, B, b, Column.family))
  )
    into.level[FeatureNumber.email] = 5;
}

function eachOfItsName(
  table: RecordTable,
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  column: number,
): boolean {
  const x = firstOf(A, a, column);
  const y = firstOf(B, b, column);
  return x >= 0 && y >= 0 && x !== y && isOfName(table, A, a, column, x) && isOfName(table, B, b, column, y);
}

const firstOf = (lists: Lists, row: number, column: number): number => {
  const start = lists.start[column]!;
  return start[row] === start[row + 1] ? -1 : lists.value[column]![start[row]!]!;
};

// The mailbox has the whole name in it.
function isOfName(table: RecordTable, lists: Lists, row: number, column: number, name: number): boolean {
  const mailbox = firstOf(lists, row, Column.email);
  const names = table.dictionaries[column]!;
  const mailboxes = table.dictionaries[Column.email]!;
  const from = names.start[name]!;
  const length = names.start[name + 1]! - from;
  const last = mailboxes.start[mailbox]! + mailboxes.fact[mailbox * 4]! - length;
  if (length < 3) return false;
  for (let at = mailboxes.start[mailbox]!; at <= last; at += 1) {
    let same = 0;
    while (same < length && mailboxes.code[at + same] === names.code[from + same]) same += 1;
    if (same === length) return true;
  }
  return false;
}

/** Compares value `x` with another value `y` of one column; 0 when they cannot be compared. Never called with equal values. */
type CompareValues = (dictionary: Dictionary, x: number, y: number) => number;

function bestOf(
  table: RecordTable,
  A: Lists,
  a: number,
  B: Lists,
  b: number,
  column: number,
  feature: number,
  compare: CompareValues,
  into: Agreement,
): void {
  into.level[feature] = 0;
  into.share[feature] = 0;
  const headA = A.heads[a * A.width + column]!;
  if (headA === nothingSaid) return;
  const headB = B.heads[b * B.width + column]!;
  if (headB === nothingSaid) return;
  const dictionary = table.dictionaries[column]!;
  if (headA >= 0 && headB >= 0) {
    bestOfTwo(dictionary, headA, headB, feature, compare, into);
    return;
  }
  const startA = A.start[column]!;
  const startB = B.start[column]!;
  const fromB = startB[b]!;
  const endB = startB[b + 1]!;
  const valueA = A.value[column]!;
  const valueB = B.value[column]!;
  let best = 0;
  let share = 1;
  let shared = 0;
  for (let at = startA[a]!; at < startA[a + 1]!; at += 1) {
    const x = valueA[at]!;
    if (dictionary.common[x] === 1) continue;
    for (let to = fromB; to < endB; to += 1) {
      const y = valueB[to]!;
      if (x === y && dictionary.shared[x] === 1) {
        if (shared === 0 || dictionary.share[x]! < shared) shared = dictionary.share[x]!;
      } else if (x === y) {
        best = 1;
        if (dictionary.share[x]! < share) share = dictionary.share[x]!;
      } else if (best !== 1 && dictionary.common[y] === 0) {
        const level = compare(dictionary, x, y);
        if (level === 1 && (dictionary.shared[x] === 1 || dictionary.shared[y] === 1)) {
          shared = Math.max(shared, dictionary.share[x]!, dictionary.share[y]!);
          continue;
        }
        if (level === 1) share = Math.min(share, dictionary.share[x]!, dictionary.share[y]!);
        if (level !== 0 && (best === 0 || level < best)) best = level;
      }
    }
  }
  // What several people are seen with says less than what only these two have.
  if (shared !== 0 && best !== 1) best = feature === FeatureNumber.email ? sharedMailbox : sharedPhone;
  into.level[feature] = best;
  into.share[feature] = best === 1 ? share : best !== 0 && shared !== 0 ? shared : 0;
}

// What `bestOf` comes to where each of the two has one value, as most have.
function bestOfTwo(
  dictionary: Dictionary,
  x: number,
  y: number,
  feature: number,
  compare: CompareValues,
  into: Agreement,
): void {
  const { common, shared, share } = dictionary;
  if (common[x] === 1) return;
  let level = 1;
  if (x !== y) {
    if (common[y] === 1) return;
    level = compare(dictionary, x, y);
    if (level === 0) return;
  }
  into.level[feature] = level;
  if (level !== 1) return;
  const ofSeveral = shared[x] === 1 || shared[y] === 1;
  if (ofSeveral) {
    into.level[feature] = feature === FeatureNumber.email ? sharedMailbox : sharedPhone;
    into.share[feature] = x === y ? share[x]! : Math.max(share[x]!, share[y]!);
  } else into.share[feature] = Math.min(1, share[x]!, share[y]!);
}

const compareExactly: CompareValues = () => 2;

function compareMiddles({ start, code, letters }: Dictionary, x: number, y: number): number {
  const initial = start[x + 1]! - start[x]! === 1 || start[y + 1]! - start[y]! === 1;
  if (initial) return code[start[x]!] === code[start[y]!] ? 2 : 3;
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  return jaroWinklerFrom(0.88, code, fromX, toX, letters[x]!, code, fromY, toY, letters[y]!) >= 0.88 ? 2 : 3;
}

// The first letter of an id is its type; of two types nothing can be said.
function compareIds({ start, code }: Dictionary, x: number, y: number): number {
  if (code[start[x]!] !== code[start[y]!]) return 0;
  return damerauOf(code, start[x]!, start[x + 1]!, code, start[y]!, start[y + 1]!, 1) <= 1 ? 2 : 3;
}

function compareTexts({ start, code, letters }: Dictionary, x: number, y: number): number {
  const [fromX, toX, fromY, toY] = [start[x]!, start[x + 1]!, start[y]!, start[y + 1]!];
  return jaroWinklerFrom(0.9, code, fromX, toX, letters[x]!, code, fromY, toY, letters[y]!) >= 0.9 ? 2 : 3;
}
