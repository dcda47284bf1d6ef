import type { Random } from '../../random.ts';
import type { Country } from '../stock/stock.ts';

const QWERTY = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const AZERTY = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const DIGITS = ['789', '456', '123', '0'];

/** For each key, those beside, above and below it. */
function neighbours(rows: readonly string[]): ReadonlyMap<string, string> {
  const beside = new Map<string, string>();
  rows.forEach((row, y) => {
    [...row].forEach((key, x) => {
      const near = [
        row[x - 1],
        row[x + 1],
        rows[y - 1]?.[x],
        rows[y - 1]?.[x + 1],
        rows[y + 1]?.[x],
        rows[y + 1]?.[x - 1],
      ];
      beside.set(key, near.filter(Boolean).join(''));
    });
  });
  return beside;
}

const qwerty = neighbours(QWERTY);
const azerty = neighbours(AZERTY);
const digits = neighbours(DIGITS);

function besideKey(random: Random, key: string, country: Country): string {
  const lower = key.toLowerCase();
  const near = digits.get(lower) ?? (country === 'FR' ? azerty : qwerty).get(lower);
  if (!near) return key;
  const hit = near[random.between(0, near.length - 1)]!;
  return key === lower ? hit : hit.toUpperCase();
}

/**
 * One slip of the finger: a neighbouring key instead, a letter lost, two exchanged, one doubled, or a neighbouring key as
 * well. The first letter is hit less often, because people look at it.
 */
export function slipped(random: Random, text: string, country: Country): string {
  if (text.length < 2) return text;
  let at = random.between(0, text.length - 1);
  if (at === 0 && random.chance(0.6)) at = random.between(1, text.length - 1);
  const key = text[at]!;
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const kind = random.next();
  if (kind < 0.35) return before + besideKey(random, key, country) + after;
  if (kind < 0.6) return before + after;
  if (kind < 0.8)
    return after ? before + after[0] + key + after.slice(1) : before.slice(0, -1) + key + before.slice(-1);
  if (kind < 0.9) return before + key + key + after;
  return before + key + besideKey(random, key, country) + after;
}

/** Each word of a text slips with a chance of its own. */
export function typedText(random: Random, text: string, chance: number, country: Country): string {
  if (chance === 0 || !text) return text;
  if (!text.includes(' ')) return random.chance(chance) ? slipped(random, text, country) : text;
  return text
    .split(' ')
    .map((word) => (random.chance(chance) ? slipped(random, word, country) : word))
    .join(' ');
}
