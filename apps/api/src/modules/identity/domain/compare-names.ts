import { damerau } from './damerau.ts';
import { isNameless, type Name } from './name.ts';
import { areFormsOfOneName, isKnownName } from './nicknames.ts';

/** How two names stand to each other. */
export type NameVerdict =
  /** The same words. */
  | 'same'
  /** Could well be one person: a nickname, an initial, words swapped, a typo, a part left out. */
  | 'compatible'
  /** One word agrees and one does not (a new surname), or too little is known. */
  | 'unclear'
  /** The family name agrees and the given name does not: relatives. */
  | 'relatives'
  /** Senior and junior. */
  | 'suffix'
  | 'different'
  /** One of the two has no name. */
  | 'unknown';

/** Compares two names taken apart by `readName`. Symmetric. */
export function compareNames(a: Name, b: Name): NameVerdict {
  if (isNameless(a) || isNameless(b)) return 'unknown';
  const verdict = compareWords(a, b);
  if (a.suffix === b.suffix) return verdict;
  if (verdict !== 'same' && verdict !== 'compatible') return verdict;
  return a.suffix && b.suffix ? 'suffix' : 'unclear';
}

function compareWords(a: Name, b: Name): NameVerdict {
  const wholeA = [...a.given, ...a.family].sort().join(' ');
  if (wholeA === [...b.given, ...b.family].sort().join(' ')) return 'same';
  if (isPart(a) && isPart(b)) return bestVerdict([comparePart(a, b), comparePart(b, a)]);
  if (isPart(a)) return comparePart(a, b);
  if (isPart(b)) return comparePart(b, a);
  const given = givenAgree(a.given, b.given);
  const family = familyAgree(a.family, b.family);
  if (given && family) return 'compatible';
  if (givenAgree(a.given, b.family) && familyAgree(a.family, b.given)) return 'compatible';
  if (givenAgree(b.given, a.family) && familyAgree(b.family, a.given)) return 'compatible';
  if (holds(a, b) || holds(b, a)) return 'compatible';
  if (family) return 'relatives';
  if (given) return 'unclear';
  return 'different';
}

const isPart = ({ given, family }: Name): boolean => given.length === 0 || family.length === 0;

// "Maria Garcia" of "Maria Garcia Lopez": every word of a whole name, beginning with the same one.
function holds(long: Name, short: Name): boolean {
  const words = [...long.given, ...long.family];
  const some = [...short.given, ...short.family];
  return words.length > some.length && words[0] === some[0] && some.every((word) => words.includes(word));
}

// The part is only a given name, only a surname, or a word of which we cannot know.
function comparePart(part: Name, whole: Name): NameVerdict {
  const words = [...part.given, ...part.family];
  if (words.some((word) => word.length === 1)) return 'unclear';
  const others = [...whole.given, ...whole.family];
  if (givenAgree(words, whole.given.length > 0 ? whole.given : others)) return 'compatible';
  if (words.length > 1 && words.every((word) => others.some((other) => givenWordsAgree(word, other))))
    return 'compatible';
  return familyAgree(words, others) ? 'unclear' : 'different';
}

function givenAgree(a: string[], b: string[]): boolean {
  if (a.join('') === b.join('')) return true;
  const [first, other] = [a[0], b[0]];
  if (!first || !other) return false;
  if (givenWordsAgree(first, other)) {
    // "Anne Marie" and "Anne Lise" are two people; "Anne Marie" and "Anne" may be one.
    const [second, otherSecond] = [a[1], b[1]];
    return !second || !otherSecond || givenWordsAgree(second, otherSecond);
  }
  return a.length + b.length > 2 && a.length !== b.length && (a.includes(other) || b.includes(first));
}

function givenWordsAgree(a: string, b: string): boolean {
  if (a === b || areFormsOfOneName(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  // "Mario" and "Maria", "Daniel" and "Daniela": a different ending is a different person; so is a different beginning.
  if (Math.min(a.length, b.length) < 5 || a[0] !== b[0] || a.at(-1) !== b.at(-1)) return false;
  if (isKnownName(a) && isKnownName(b)) return false;
  return damerau(a, b, 1) <= 1;
}

function familyAgree(a: string[], b: string[]): boolean {
  const [wholeA, wholeB] = [a.join(''), b.join('')];
  if (wholeA === wholeB) return true;
  if (a.length === 1 && b.length === 1 && (wholeA.length === 1 || wholeB.length === 1))
    return wholeA[0] === wholeB[0];
  const shortest = Math.min(wholeA.length, wholeB.length);
  const allowed = shortest >= 8 ? 2 : shortest >= 4 ? 1 : 0;
  if (allowed > 0 && damerau(wholeA, wholeB, allowed) <= allowed) return true;
  return a.some((word) => word.length > 3 && b.includes(word));
}

/** How much each verdict speaks for one person. */
export const weightOfName: Record<NameVerdict, number> = {
  same: 3,
  compatible: 2,
  unknown: 0,
  unclear: -1,
  relatives: -3,
  suffix: -3,
  different: -4,
};

/** The verdict on somebody with several names: the best, unless one of them is the senior or junior of it. */
export function bestVerdict(verdicts: readonly NameVerdict[]): NameVerdict {
  if (verdicts.includes('suffix')) return 'suffix';
  const known = verdicts.filter((verdict) => verdict !== 'unknown');
  if (known.length === 0) return 'unknown';
  return known.reduce((best, verdict) => (weightOfName[verdict] > weightOfName[best] ? verdict : best));
}
