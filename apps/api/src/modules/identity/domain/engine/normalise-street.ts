import { foldText } from '../fold.ts';

const shortForms: Record<string, string> = Object.fromEntries(
  `street st|str st|strasse str|avenue ave|av ave|road rd|drive dr|boulevard blvd|boul blvd|blv blvd|bd blvd|lane ln|court ct|place pl|terrace ter|square sq|highway hwy
  parkway pkwy|circuit cct|crescent cres|crescnt cres|circle cir|close cl|grove gr|north n|south s|east e|west w|northeast ne|northwest nw|southeast se|southwest sw|mount mt|saint st
  first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th|ul ulica|ulitsa ulica|calea cal|strada str|piazza pza|corso cso|viale vle`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
const units = new Set(
  'apt apartment appt flat unit suite ste room rm floor fl bloc bl scara sc etaj ap wohnung int interno no'.split(
    ' ',
  ),
);

/** A street address as we compare it. */
export interface Street {
  /** House number first when there is one, then the words of the street: "12 high st". */
  text: string;
  /** A postcode or city found behind the street, when the address was written in one line. */
  postcode?: string;
}

/** Reads an address line; `number` is a house number said apart. Empty text when nothing is said. */
export function readStreet(line: string, number = ''): Street {
  const parts = line.split(/[,\n;]/).map((part) => part.trim());
  const found =
    parts.length > 1
      ? parts.findIndex(
          (part) =>
            /\d/.test(part) && !/^#?\d+[-/\d]*$/.test(part) && /\p{L}{2}/u.test(part) && !isUnit(part),
        )
      : 0;
  const main = parts[Math.max(0, found)] ?? '';
  const bare = found >= 0 && parts.length > 1 && !/\d/.test(main) ? line : main;
  const before =
    parts.slice(0, Math.max(0, found)).find((part) => /^#?(?:no\.? ?)?\d+[a-z]?$/i.test(part)) ?? '';
  const words = tokens(bare).map((word) => shortForms[word] ?? word.replace(/(?<=.{4})strasse$/, 'str'));
  const kept: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    const next = words[index + 1];
    if (units.has(word) && next !== undefined && (/\d/.test(next) || next.length === 1) && kept.length > 0) {
      index += 1;
      continue;
    }
    kept.push(word);
  }
  const said = tokens(number)[0] ?? tokens(before).find((word) => /\d/.test(word));
  let house = said ?? '';
  if (!house) {
    const at = kept.findIndex((word) => /^\d+[a-z]?$/.test(word));
    if (at >= 0) house = kept.splice(at, 1)[0]!;
  }
  const street = kept.filter((word) => word !== 'no').join(' ');
  const postcode = parts.length > 1 ? postcodeIn(parts.slice(Math.max(1, found + 1)).join(' ')) : undefined;
  const text = `${house} ${street}`.trim();
  return postcode ? { text, postcode } : { text };
}

const isUnit = (part: string): boolean => units.has(foldText(part).split(' ')[0] ?? '');

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
