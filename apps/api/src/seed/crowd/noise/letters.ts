import { folded } from '../../names/names.ts';
import { withCedillas } from '../../people/noise.ts';
import type { Random } from '../../random.ts';

// One letter that becomes two, or another letter altogether; what NFD does not take apart.
const SPELT: Readonly<Record<string, readonly [string, string]>> = {
  ß: ['ss', 'ss'],
  œ: ['oe', 'oe'],
  æ: ['ae', 'ae'],
  Œ: ['Oe', 'OE'],
  Æ: ['Ae', 'AE'],
  ø: ['o', 'oe'],
  Ø: ['O', 'Oe'],
  ł: ['l', 'l'],
  Ł: ['L', 'L'],
  đ: ['d', 'dj'],
  Đ: ['D', 'Dj'],
  ı: ['i', 'i'],
  þ: ['th', 'th'],
  Þ: ['Th', 'Th'],
  ü: ['u', 'ue'],
  ö: ['o', 'oe'],
  ä: ['a', 'ae'],
  Ü: ['U', 'Ue'],
  Ö: ['O', 'Oe'],
  å: ['a', 'aa'],
  Å: ['A', 'Aa'],
};

/** Latin letters only: `ß` → ss, `ø` → o; `asSpoken` takes the other custom where there are two (ø → oe, ü → ue). */
export const transliterated = (text: string, asSpoken = false): string =>
  folded(text.replace(/[ßœæŒÆøØłŁđĐıþÞüöäÜÖÄåÅ]/g, (letter) => SPELT[letter]?.[asSpoken ? 1 : 0] ?? letter));

/** An Italian accent at the end as typewriters wrote it: Nicolò → Nicolo'. */
const accentAfter = (text: string): string => text.replace(/([àèéìòù])$/i, (letter) => `${folded(letter)}'`);

/** Romanian â and î, whose rule changed in 1993: the same name is met with both. */
const otherI = (text: string): string =>
  text.includes('â') ? text.replaceAll('â', 'î') : text.replace(/(?<=.)î(?=.)/g, 'â');

/** An apostrophe typed another way, or lost. */
const otherApostrophe = (random: Random, text: string): string =>
  text.replace(/[’']/, random.pick(["'", '’', '', ' ', '`', '´']));

/** A name as a system or a person without the right keyboard writes it. */
export function respelt(random: Random, text: string): string {
  const ways: (readonly [string, number])[] = [
    [transliterated(text), 6],
    [transliterated(text, true), 1.5],
  ];
  if (/[șțȘȚ]/.test(text)) ways.push([withCedillas(text), 3]);
  if (/[âî]/.test(text)) ways.push([otherI(text), 2]);
  if (/[àèéìòù]$/.test(text)) ways.push([accentAfter(text), 3]);
  if (/[’']/.test(text)) ways.push([otherApostrophe(random, text), 6]);
  if (/^[^- ]+[- ][^- ]+$/.test(text)) ways.push([text.replace(/[- ]/g, random.pick([' ', '-', ''])), 1]);
  return random.weighted(ways);
}

/** True where `respelt` may change something. */
export const hasSpecialLetters = (text: string): boolean => /[^A-Za-z]/.test(text);

/** UTF-8 read as Latin-1, an apostrophe escaped for HTML, or a letter lost to a question mark. */
export function garbledText(random: Random, text: string): string {
  return random.weighted([
    [
      Buffer.from(text, 'utf8')
        .toString('latin1')
        .replace(/[\u0080-\u009f]/g, ''),
      5,
    ],
    [text.replace(/[’']/g, '&#39;').replaceAll('&', '&amp;'), 2],
    [text.replace(/\P{ASCII}/gu, '?'), 3],
  ]);
}
