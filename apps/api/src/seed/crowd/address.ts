import type { Random } from '../random.ts';
import type { PersonRow } from './columns.ts';
import type { Dwelling } from './dwelling.ts';
import type { Country } from './stock/stock.ts';

const NAMES: Readonly<Record<Country, readonly (readonly [string, number])[]>> = {
  GB: [
    ['United Kingdom', 8],
    ['UK', 2],
    ['Great Britain', 1],
    ['England', 1],
  ],
  US: [
    ['United States', 7],
    ['USA', 4],
    ['US', 1],
  ],
  IT: [
    ['Italy', 6],
    ['Italia', 5],
  ],
  FR: [['France', 1]],
  RO: [
    ['Romania', 6],
    ['România', 4],
  ],
};

/** A country as somebody writes it. */
export const countryWritten = (random: Random, country: Country, as: 'name' | 'code'): string =>
  as === 'code' ? country : random.weighted(NAMES[country]);

// What people shorten. Longer words first, so that `Viale` is not read as `Via`.
const SHORT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bRoad$/, ['Rd', 'Rd.']],
  [/\bStreet$/, ['St', 'St.', 'Str']],
  [/\bAvenue$/, ['Ave', 'Av', 'Ave.']],
  [/\bLane$/, ['Ln', 'La']],
  [/\bDrive$/, ['Dr', 'Drv']],
  [/\bClose$/, ['Cl']],
  [/\bCourt$/, ['Ct']],
  [/\bPlace$/, ['Pl']],
  [/\bGardens$/, ['Gdns']],
  [/\bTerrace$/, ['Ter', 'Terr']],
  [/^Viale\b/, ['V.le', 'Vle']],
  [/^Via\b/, ['V.', 'via']],
  [/^Corso\b/, ['C.so', 'corso']],
  [/^Piazza\b/, ['P.za', 'P.zza', 'piazza']],
  [/^avenue\b/, ['av', 'av.', 'Avenue']],
  [/^boulevard\b/, ['bd', 'bld', 'Boulevard']],
  [/^chemin\b/, ['che', 'ch.']],
  [/^place\b/, ['pl', 'Place']],
  [/^rue\b/, ['r', 'Rue', 'r.']],
  [/^Strada\b/, ['Str.', 'str', 'S-tr']],
  [/^str\.(?= )/, ['strada', 'Str']],
  [/^(Bulevardul|Bd\.)/, ['B-dul', 'Bd', 'Blvd.']],
  [/\bSaint-/, ['St-', 'St ']],
  [/^Via San\b/, ['Via S.']],
];

function shortened(random: Random, street: string): string {
  const found = SHORT.find(([long]) => long.test(street));
  return found ? street.replace(found[0], random.pick(found[1])) : street;
}

function inOneLine(random: Random, { country, house, unit }: Dwelling, street: string): string {
  const flat = unit !== undefined && random.chance(0.6) ? unit : undefined;
  if (country === 'US')
    return `${house} ${street}${flat ? random.pick([` Apt ${flat}`, ` #${flat}`, `, Apt. ${flat}`]) : ''}`;
  if (country === 'GB')
    return flat
      ? random.pick([`Flat ${flat}, ${house} ${street}`, `${flat}/${house} ${street}`])
      : `${house} ${street}`;
  if (country === 'FR')
    return `${house}${random.pick([' ', ', '])}${street}${flat ? random.pick([` appt ${flat}`, ` apt ${flat}`]) : ''}`;
  const number =
    country === 'RO'
      ? random.pick([` nr. ${house}`, ` ${house}`, `, nr. ${house}`, ` nr.${house}`])
      : random.pick([` ${house}`, `, ${house}`, ` n. ${house}`]);
  return (
    street +
    number +
    (flat
      ? country === 'RO'
        ? random.pick([`, ap. ${flat}`, ` ap ${flat}`])
        : random.pick([` int. ${flat}`, `/${flat}`])
      : '')
  );
}

/** An address as one source holds it: in one line or in parts, with the short forms of its country. */
export function addressWritten(random: Random, home: Dwelling, inParts: boolean): PersonRow {
  const street = random.chance(0.3) ? shortened(random, home.street) : home.street;
  const row: PersonRow =
    inParts && random.chance(0.6)
      ? { street, street_number: home.house, ...(home.unit && random.chance(0.5) ? { unit: home.unit } : {}) }
      : { street: inOneLine(random, home, street) };
  const unspaced = home.country === 'GB' && random.chance(0.15);
  row.city = home.city;
  row.postcode = unspaced ? home.postcode.replace(' ', '') : home.postcode;
  if (home.state) row.state = home.state;
  return row;
}
