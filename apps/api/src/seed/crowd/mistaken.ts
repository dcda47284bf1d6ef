import type { Random } from '../random.ts';
import { wrongDate } from './noise/dates.ts';
import { typedText } from './noise/keyboard.ts';
import { garbledText, hasSpecialLetters, respelt } from './noise/letters.ts';
import { misread } from './noise/scanner.ts';
import type { CrowdSource } from './sources.ts';
import type { Country } from './stock/stock.ts';
import type { World } from './world.ts';

/** A text, an address or a number with the mistakes of whoever wrote it down in this source. */
export function mistaken(
  random: Random,
  world: World,
  source: Pick<CrowdSource, 'haste' | 'paper'>,
  country: Country,
  text: string,
): string {
  const { profile } = world;
  if (!text) return text;
  let written = text;
  if (hasSpecialLetters(text) && !/[@\d]/.test(text)) {
    if (random.chance(profile.unaccented)) written = respelt(random, written);
    else if (random.chance(profile.garbled)) written = garbledText(random, written);
  }
  written = typedText(random, written, profile.typing * source.haste, country);
  return source.paper && random.chance(profile.scanning) ? misread(random, written) : written;
}

/** A birth date (ISO 8601) as this source has it. */
export function mistakenDate(
  random: Random,
  { profile }: World,
  { paper }: Pick<CrowdSource, 'paper'>,
  date: string,
): string {
  const said = random.chance(profile.dates) ? wrongDate(random, date) : date;
  return paper && random.chance(profile.scanning * 0.5) ? misreadDigit(random, said) : said;
}

/** A digit of a date taken for one that looks like it. */
function misreadDigit(random: Random, date: string): string {
  const at = random.pick([3, 6, 9]);
  const other =
    { '1': '7', '7': '1', '3': '8', '8': '3', '5': '6', '6': '5', '0': '6', '4': '9', '9': '4', '2': '7' }[
      date[at]!
    ] ?? '0';
  return date.slice(0, at) + other + date.slice(at + 1);
}
