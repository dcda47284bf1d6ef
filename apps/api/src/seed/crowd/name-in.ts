import { inCase } from '../people/noise.ts';
import type { Random } from '../random.ts';
import { on } from './calendar.ts';
import type { PersonRow } from './columns.ts';
import type { Look } from './look.ts';
import { nicknamesOf, STOCK } from './names.ts';
import type { CrowdPerson } from './person.ts';
import { LANGUAGE_OF } from './stock/stock.ts';

/** How a source calls somebody: in one field or several, with what friends say, with old names, and sometimes backwards. */
export function nameIn(look: Look): PersonRow {
  const { random, world, person, source, day } = look;
  const { profile } = world;
  const nicknames = nicknamesOf(person.nameLanguage, person.given);
  let given = nicknames.length && random.chance(profile.nick) ? random.pick(nicknames) : person.given;
  let family = on(person.family, day);
  if (random.chance(0.012)) given = given[0]! + (random.chance(0.5) ? '.' : '');
  given = look.fills('given') ? look.slip(given) : '';
  family = look.fills('family') ? look.slip(family) : '';
  const middle = person.middle && look.fills('middle') ? person.middle : '';
  const middlePart = middle && random.chance(0.6) ? middle[0]! : middle;
  const suffix = person.suffix && random.chance(0.5) ? person.suffix : '';
  if (given && family && random.chance(profile.swapped)) [given, family] = [family, given];
  given = inCase(random, given);
  family = inCase(random, family);
  if (source.wholeName) return { full_name: wholeName(random, person, given, middlePart, family, suffix) };
  const row: PersonRow = { given_name: given, family_name: family };
  if (middlePart) row.middle_name = middlePart;
  if (suffix && source.name === 'crm') row.name_suffix = suffix + (random.chance(0.3) ? '.' : '');
  else if (suffix && family) row.family_name = `${family} ${suffix}`;
  return row;
}

function wholeName(
  random: Random,
  person: CrowdPerson,
  given: string,
  middle: string,
  family: string,
  suffix: string,
): string {
  const first = middle ? `${given} ${middle}` : given;
  const last = suffix ? `${family} ${suffix}` : family;
  if (!first || !last) return first || last;
  const language = LANGUAGE_OF[person.country];
  // Forms and offices on the continent put the family name first.
  const reversed = language === 'en' ? 1 : 9;
  const written = random.weighted([
    [`${first} ${last}`, 80],
    [`${last} ${first}`, reversed],
    [`${last}, ${first}`, 4],
    [`${last.toUpperCase()} ${first}`, reversed / 2],
  ]);
  return random.chance(0.05) ? `${random.pick(STOCK[language].prefixes[person.gender])} ${written}` : written;
}
