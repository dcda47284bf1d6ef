import type { Random } from '../../random.ts';

/** What a scanner takes for something else: pairs that look alike in print and in hand. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['vv', 'w'],
  ['ii', 'u'],
  ['ri', 'n'],
  ['li', 'h'],
  ['l', '1'],
  ['1', 'l'],
  ['i', 'l'],
  ['l', 'i'],
  ['I', 'l'],
  ['o', '0'],
  ['0', 'O'],
  ['O', '0'],
  ['e', 'c'],
  ['c', 'e'],
  ['a', 'o'],
  ['h', 'b'],
  ['n', 'u'],
  ['u', 'v'],
  ['f', 't'],
  ['t', 'f'],
  ['g', 'q'],
  ['S', '5'],
  ['5', 'S'],
  ['B', '8'],
  ['8', '3'],
  ['Z', '2'],
  ['G', '6'],
  ['6', 'b'],
  ['7', '1'],
  ['4', '9'],
];

/** One misreading, if anything in the text can be misread. */
export function misread(random: Random, text: string): string {
  const start = random.between(0, ALIKE.length - 1);
  for (let turn = 0; turn < ALIKE.length; turn++) {
    const [seen, read] = ALIKE[(start + turn) % ALIKE.length]!;
    const at = text.indexOf(seen, text.length > 3 ? random.between(0, 1) : 0);
    if (at >= 0) return text.slice(0, at) + read + text.slice(at + seen.length);
  }
  return text;
}
