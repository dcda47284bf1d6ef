import { type Phone, US_AREAS } from '../phones.ts';
import { hashOf } from './names.ts';

/*
 * Reserved ranges hold some ten thousand numbers; a crowd needs a million, and half of them mobile. So: 555 in the
 * United States, and elsewhere blocks that to our knowledge are not given out (subscriber numbers that begin with zeros,
 * the last mobile blocks of a plan). Nobody may dial them; they are for machines to compare.
 */
const MOBILE: Readonly<Record<Phone['country'], { prefixes: readonly string[]; digits: number }>> = {
  GB: { prefixes: ['0720'], digits: 7 },
  US: { prefixes: US_AREAS.map((area) => `${area}555`), digits: 4 },
  IT: { prefixes: ['398'], digits: 7 },
  FR: { prefixes: ['079'], digits: 7 },
  RO: { prefixes: ['0709', '0708', '0799'], digits: 6 },
};
const FIXED: typeof MOBILE = {
  GB: {
    prefixes: ['0113', '0117', '0121', '0141', '0151', '0161', '0200'].map((area) => `${area}0`),
    digits: 6,
  },
  US: MOBILE.US,
  IT: { prefixes: ['010', '011', '051', '055', '06', '080', '081'].map((area) => `${area}00`), digits: 5 },
  FR: { prefixes: ['0100', '0200', '0300', '0500'], digits: 6 },
  RO: { prefixes: Array.from({ length: 40 }, (_, n) => `02${n + 30}0`), digits: 5 },
};
// Coprime with every count above: each ordinal meets a number of its own, far from its neighbour's.
const STEP = 7_368_787;

function numberAt(plan: typeof MOBILE, country: Phone['country'], seed: number, ordinal: number): Phone {
  const { prefixes, digits } = plan[country];
  const each = 10 ** digits;
  const all = prefixes.length * each;
  const place = ((((ordinal % all) * STEP) % all) + (hashOf(`numbers ${seed}`) % all)) % all;
  const prefix = prefixes[Math.floor(place / each)]!;
  return { country, national: prefix + String(place % each).padStart(digits, '0') };
}

// In the United States one cannot tell a mobile number: even ordinals there are mobile, odd ones fixed.
/** The n-th mobile number of a country: a different one for each n until the plan is used up. */
export const mobileAt = (country: Phone['country'], seed: number, ordinal: number): Phone =>
  numberAt(MOBILE, country, seed, country === 'US' ? ordinal * 2 : ordinal);

/** The n-th fixed line of a country. */
export const fixedLineAt = (country: Phone['country'], seed: number, ordinal: number): Phone =>
  numberAt(FIXED, country, seed, country === 'US' ? ordinal * 2 + 1 : ordinal);
