import { LISTS } from '../names/names.ts';
import type { Phone } from '../phones.ts';
import { Random } from '../random.ts';
import { Frequencies, mandelbrot } from './frequency.ts';
import { hashOf, STOCK } from './names.ts';
import { fixedLineAt } from './numbers.ts';
import { type Country, LANGUAGE_OF } from './stock/stock.ts';

/** Where people live. */
export interface Dwelling {
  country: Country;
  street: string;
  /** The number of the house. */
  house: string;
  /** The flat, where there are several. */
  unit?: string;
  city: string;
  state?: string;
  postcode: string;
  /** The line in the hall, where there is one. */
  line?: Phone;
}

/** A place with the post codes that begin like it. */
interface Place {
  city: string;
  code: string;
  state?: string;
}

const AMERICAN: readonly (readonly [string, string, string])[] = [
  ['New York', '100', 'NY'],
  ['Los Angeles', '900', 'CA'],
  ['Chicago', '606', 'IL'],
  ['Houston', '770', 'TX'],
  ['Phoenix', '850', 'AZ'],
  ['Philadelphia', '191', 'PA'],
  ['San Antonio', '782', 'TX'],
  ['San Diego', '921', 'CA'],
  ['Dallas', '752', 'TX'],
  ['Columbus', '432', 'OH'],
  ['Charlotte', '282', 'NC'],
  ['Seattle', '981', 'WA'],
  ['Denver', '802', 'CO'],
  ['Boston', '021', 'MA'],
  ['Portland', '972', 'OR'],
  ['St. Louis', '631', 'MO'],
  ['Miami', '331', 'FL'],
  ['Minneapolis', '554', 'MN'],
];
/** How long the part of a post code is that a place decides. */
const CODE_DIGITS: Readonly<Record<Country, number>> = { GB: 0, US: 3, IT: 3, FR: 3, RO: 4 };
const SMALL_TOWNS = 600;

function smallTowns(country: Country): Place[] {
  const { townStems, townEndings } = STOCK[LANGUAGE_OF[country]];
  const names = townStems.flatMap((stem) => townEndings.map((ending) => stem + ending));
  const states = AMERICAN.map(([, , state]) => state);
  return names
    .sort((a, b) => hashOf(country + a) - hashOf(country + b))
    .slice(0, SMALL_TOWNS)
    .map((city) => {
      const h = hashOf(`post ${country} ${city}`);
      const british = LISTS.en.cities[h % LISTS.en.cities.length]![1];
      const code =
        country === 'GB'
          ? british
          : String(10 ** (CODE_DIGITS[country] - 1) + (h % (9 * 10 ** (CODE_DIGITS[country] - 1))));
      return country === 'US' ? { city, code, state: states[h % states.length]! } : { city, code };
    });
}

function placesOf(country: Country): Frequencies<Place> {
  const cities: Place[] =
    country === 'US'
      ? AMERICAN.map(([city, code, state]) => ({ city, code, state }))
      : LISTS[LANGUAGE_OF[country]].cities.map(([city, code]) => ({
          city,
          code: code.padEnd(CODE_DIGITS[country], '0'),
        }));
  // A third live in the large cities, the others all over the country.
  const large = mandelbrot(2);
  const small = mandelbrot(120);
  return new Frequencies([...cities, ...smallTowns(country)], (rank) =>
    rank < cities.length ? large(rank) : small(rank) * 3,
  );
}

const places = new Map<Country, Frequencies<Place>>();
const streets = new Map<Country, Frequencies<string>>();

function placeIn(random: Random, country: Country): Place {
  const known = places.get(country) ?? placesOf(country);
  places.set(country, known);
  return known.draw(random);
}

function streetIn(random: Random, country: Country): string {
  const { streetKinds, streetNames, townStems, townEndings, frequent } = STOCK[LANGUAGE_OF[country]];
  const known =
    streets.get(country) ??
    new Frequencies(
      [
        ...streetNames,
        ...frequent,
        ...townStems.flatMap((stem) => townEndings.slice(0, 8).map((ending) => stem + ending)),
      ],
      mandelbrot(25),
    );
  streets.set(country, known);
  return random.weighted(streetKinds).replace('{name}', known.draw(random));
}

function postcodeIn(random: Random, country: Country, code: string): string {
  if (country === 'GB') {
    const letters = 'ABDEFGHJLNPQRSTUWXYZ';
    const letter = () => letters[random.between(0, letters.length - 1)]!;
    return `${code}${random.between(1, 28)} ${random.between(1, 9)}${letter()}${letter()}`;
  }
  const digits = (country === 'RO' ? 6 : 5) - code.length;
  return code + String(random.between(0, 10 ** digits - 1)).padStart(digits, '0');
}

/** How many households share a front door, by country (Eurostat ilc_lvho01, rounded: flats are more than half in Italy). */
const FLATS: Readonly<Record<Country, number>> = { GB: 0.16, US: 0.26, IT: 0.53, FR: 0.35, RO: 0.36 };
const DOORS = 12;

/** The n-th dwelling of a country; flats of one house stand next to each other in the count. */
export function dwellingAt(seed: number, country: Country, n: number, line: number): Dwelling {
  const random = new Random(seed, 'dwelling', country, n);
  const isFlat = random.chance(FLATS[country]);
  const door = isFlat ? new Random(seed, 'house', country, Math.floor(n / (DOORS * 8))) : random;
  const { city, code, state } = placeIn(door, country);
  const dwelling: Dwelling = {
    country,
    city,
    postcode: postcodeIn(door, country, code),
    street: streetIn(door, country),
    house:
      String(1 + Math.floor(door.next() ** 1.6 * 180)) +
      (door.chance(0.05) ? door.pick(['A', 'B', 'bis']) : ''),
  };
  if (state) dwelling.state = state;
  if (isFlat) dwelling.unit = String(random.between(1, 48));
  // Every second household still has a line of its own (guess; falling everywhere).
  if (random.chance(0.45)) dwelling.line = fixedLineAt(country, seed, line);
  return dwelling;
}
