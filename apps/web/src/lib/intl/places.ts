import { locales } from './locales.ts';

/** ISO 3166 codes of the countries that people live in. */
export const countryCodes: readonly string[] =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

/** BCP 47 tags of the languages that customers are most likely written to in. */
export const languageCodes: readonly string[] =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku ky lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  );

type PlaceKind = 'region' | 'language';

const spelled = new Map<PlaceKind, ReadonlyMap<string, string>>();

// Exports write countries and languages in words, in the language of whoever exported.
function codesOf(kind: PlaceKind): ReadonlyMap<string, string> {
  const known = spelled.get(kind);
  if (known) return known;
  const made = new Map<string, string>();
  for (const locale of locales) {
    const names = new Intl.DisplayNames(locale, { type: kind });
    for (const code of kind === 'region' ? countryCodes : languageCodes)
      made.set((names.of(code) ?? code).toLocaleLowerCase(), code);
  }
  spelled.set(kind, made);
  return made;
}

/** The code of a country or language that is written as a code or in words of one of our languages; other words as they are. */
export function placeCode(kind: PlaceKind, text: string): string {
  const code = text.trim();
  if (kind === 'region' && /^[a-z]{2}$/i.test(code)) return code.toUpperCase();
  if (kind === 'language' && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)) return code;
  return codesOf(kind).get(code.toLocaleLowerCase()) ?? code;
}

/** A language or country in the reader's language; what nobody knows stays as the source writes it. */
export function placeText(locale: string, kind: PlaceKind, text: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: kind }).of(placeCode(kind, text)) ?? text;
  } catch {
    return text;
  }
}

/** All countries or languages that one may choose, in the reader's language and in its order. */
export const placesByName = (locale: string, kind: PlaceKind): { code: string; name: string }[] =>
  (kind === 'region' ? countryCodes : languageCodes)
    .map((code) => ({ code, name: placeText(locale, kind, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));

/** Whose clock a time zone is, in the reader's language: "United Kingdom Time", "Ora Regno Unito"; a zone that nobody knows stays as it is written. */
export function zoneText(locale: string, timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(
      0,
    );
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}
