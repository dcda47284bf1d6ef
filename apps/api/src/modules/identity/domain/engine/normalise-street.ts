import { foldText } from '../fold.ts';

const shortForms: Record<string, string> = Object.fromEntries(
  `street st|str st|strasse st|strada st|avenue ave|av ave|road rd|drive dr|drv dr|boulevard blvd|boul blvd|blv blvd|bd blvd|bld blvd|bul blvd|bulevardul blvd|bulevard blvd|lane ln|court ct|place pl
  square sq|highway hwy|terrace ter|terr ter|gardens gdns|parkway pkwy|circuit cct|crescent cres|crescnt cres|circle cir|close cl|grove gr|north n|south s|east e|west w|northeast ne|northwest nw|southeast se
  southwest sw|mount mt|saint st|san s|santa s|first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th|ul ulica|ulitsa ulica|calea cal
  piazza pza|pzza pza|corso cso|viale vle|chemin ch|che ch|route rte|allee all|impasse imp`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/** Words that stand before a name in one letter. */
const firstWords: Record<string, string> = { r: 'rue', v: 'via' };
const units = new Set(
  'apt apartment appt flat unit suite ste room rm floor fl bloc bl scara sc etaj ap wohnung int interno no'.split(
    ' ',
  ),
);
const storeys = new Set(['floor', 'fl', 'etage', 'piano', 'etaj']);
/** A house number and nothing else: "101", "nr. 41", "59bis", "12/4". */
const numberAlone = /^#?(?:(?:nr|no|num|n)[.°º]?\s*)?\d+\s?(?:bis|ter|quater|[a-z])?(?:[-/]\d+[a-z]?)?$/i;
const flatBefore = /^\d+[a-z]?\/(?=\d+[a-z]?\s+\p{L})/iu;
const flatBehind = /(?<=\d(?:bis|ter|quater|[a-z])?)\/\d+$/i;
const houseAlone = /^\d+\s?(?:bis|ter|quater|[a-z])?$/i;
/** What stands before a number and says that it is one; "n" is north as well. */
const sign = /(?<=^|\s)(?:nr|no|num)[.°º\s]*$/i;
const shortSign = /\sn[.°º]?\s*$/i;
const anySign = /(?<=^|\s)(?:nr|no|num|n)[.°º\s]*$/i;

/** A street address as we compare it. */
export interface Street {
  /** House number first when there is one, then the words of the street: "12 high st". */
  text: string;
  /** A postcode or city found behind the street, when the address was written in one line. */
  postcode?: string;
}

/** Reads an address line; `number` is a house number said apart. Empty text when nothing is said. */
export function readStreet(line: string, number = ''): Street {
  const parts = /[,\n;]/.test(line) ? line.split(/[,\n;]/).map((part) => part.trim()) : [line.trim()];
  const found = parts.length > 1 ? streetAmong(parts) : 0;
  const main = parts[found] ?? '';
  const words = withoutUnits(shortWords(main));
  const told = number && (isNumber(number) ? numberOf(number) : (tokens(number)[0] ?? ''));
  const said = told || (parts.length > 1 ? numberBeside(parts, found) : '');
  const own = said ? '' : takeHouse(words);
  const street = words.filter((word) => word !== 'no').join(' ');
  const postcode = parts.length > 1 ? postcodeIn(parts.slice(Math.max(1, found + 1)).join(' ')) : undefined;
  const text = `${said || own} ${street}`.trim();
  return postcode ? { text, postcode } : { text };
}

// Which of the parts of a line is the street: one with a number of its own, or the name beside which a number stands.
function streetAmong(parts: readonly string[]): number {
  const isStreet = (part: string) => /\p{L}{2}/u.test(part) && !isUnit(part) && !isNumber(part);
  const name = parts.findIndex(isStreet);
  if (name >= 0 && !/\d/.test(parts[name]!) && isNumber(parts[name + 1] ?? '')) return name;
  const isTown = (part: string, at: number) =>
    at > name && /^\d{4,6}\s+\p{L}/u.test(part) && kindOfStreet(shortWords(part).join(' ')) === 0;
  const isWhole = (part: string, at: number) => isStreet(part) && /\d/.test(part) && !isTown(part, at);
  const plain = parts.findIndex((part, at) => isWhole(part, at) && /(?<=^|\s)\d+[a-z]?(?=\s|$)/i.test(part));
  const whole = plain >= 0 ? plain : parts.findIndex(isWhole);
  return whole >= 0 ? whole : Math.max(0, name);
}

// The house number that stands before a street, or behind one that has none.
function numberBeside(parts: readonly string[], street: number): string {
  const main = parts[street]!;
  if (/^\d+[a-z]?(?=\s|$)/i.test(main)) return '';
  const behind = /\d/.test(main) ? '' : (parts[street + 1] ?? '');
  const beside = parts.slice(0, street).find(isNumber) ?? behind;
  return isNumber(beside) ? numberOf(beside) : '';
}

function withoutUnits(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const next = words[index + 1];
    if (units.has(word) && next !== undefined && (/\d/.test(next) || next.length === 1) && kept.length > 0)
      index += 1;
    else kept.push(word);
  }
  return kept;
}

const isNumber = (part: string): boolean => numberAlone.test(part);

const numberOf = (part: string): string => {
  const [, digits, more] = /(\d+)\s?(bis|ter|quater|[a-z](?![a-z]))?/i.exec(part)!;
  return digits! + (more ?? '').toLowerCase();
};

// Takes the house number out of the words of an address, "12 bis" and "12/a" as one.
function takeHouse(words: string[]): string {
  const at = words.findIndex((word) => /^\d+(?:bis|ter|quater|[a-z])?$/.test(word));
  if (at < 0) return '';
  const next = words[at + 1] ?? '';
  const more = /^(?:bis|ter|quater)$/.test(next) && at === 0 ? true : at > 0 && /^[a-z]$/.test(next);
  return words.splice(at, more && /^\d+$/.test(words[at]!) ? 2 : 1).join('');
}

/** The words of an address in their short forms, without the sign before a number and the number of a flat behind a stroke. */
function shortWords(part: string): string[] {
  let plain = part;
  if (part.includes('-'))
    plain = plain.replace(/(?<=^|\s)b-dul\b/i, 'blvd').replace(/(?<=^|\s)s-tr\b/i, 'str');
  if (part.includes('/')) plain = plain.replace(flatBefore, '').replace(flatBehind, '');
  const digit = plain.search(/\d/);
  if (digit > 0) {
    const before = plain.slice(0, digit);
    const behind = plain.slice(digit);
    if (sign.test(before) || (shortSign.test(before) && houseAlone.test(behind)))
      plain = before.replace(anySign, '') + behind;
  }
  return tokens(plain).map((word, at, all) => {
    const letter = word.length === 1 && (at === 0 || (at === 1 && /^\d/.test(all[0]!)));
    if (letter && all.length > at + 1 && Object.hasOwn(firstWords, word)) return firstWords[word]!;
    return shortForms[word] ?? word.replace(/(?<=.{4})strasse$/, 'str');
  });
}

function isUnit(part: string): boolean {
  const [first = '', second = '', ...others] = foldText(part).split(' ');
  return units.has(first) || (others.length === 0 && storeys.has(second));
}

const tokens = (text: string): string[] => {
  const folded = foldText(text.replace(/#/g, ' '));
  return folded ? folded.split(' ') : [];
};

function postcodeIn(text: string): string | undefined {
  const british = /\b([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\b/i.exec(text);
  if (british) return british[1];
  const numbers = text.match(/\b\d{4,6}(?:-\d{4})?\b/g);
  return numbers?.at(-1);
}

const kinds = [
  'st',
  'ave',
  'rd',
  'dr',
  'blvd',
  'ln',
  'ct',
  'pl',
  'ter',
  'sq',
  'hwy',
  'pkwy',
  'cct',
  'cres',
  'cir',
  'cl',
  'gr',
];

/** What an address as we compare it says its street is, by its last word; 0 when it does not say. */
export const kindOfStreet = (text: string): number =>
  kinds.indexOf(text.slice(text.lastIndexOf(' ') + 1)) + 1;
