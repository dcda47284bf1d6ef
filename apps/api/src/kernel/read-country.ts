const languages = ['en', 'it', 'fr', 'ro', 'de', 'es'];
const others: Record<string, string> = {
  uk: 'GB',
  'united kingdom': 'GB',
  england: 'GB',
  'great britain': 'GB',
  scotland: 'GB',
  usa: 'US',
  'u s a': 'US',
  'united states of america': 'US',
  holland: 'NL',
  'czech republic': 'CZ',
  'republic of ireland': 'IE',
  'republic of moldova': 'MD',
  'south korea': 'KR',
  russia: 'RU',
};

let names: Map<string, string> | undefined;

function byName(): Map<string, string> {
  if (names) return names;
  names = new Map(Object.entries(others));
  const displays = languages.map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  );
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      for (const display of displays) {
        const name = display.of(code);
        const key = name && plainName(name);
        if (key && !names.has(key)) names.set(key, code);
      }
    }
  }
  return names;
}

const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();

/** ISO 3166 alpha-2 of a country as people write it (a code, or its name in our languages); `null` when it is none. */
export function readCountry(text: string | null | undefined): string | null {
  if (!text) return null;
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size > 10_000) read.clear();
  const country = parse(text);
  read.set(text, country);
  return country;
}

const read = new Map<string, string | null>();

function parse(text: string): string | null {
  const code = text.trim().toUpperCase();
  const found = byName().get(plainName(text));
  if (found) return found;
  return /^[A-Z]{2}$/.test(code) ? code : null;
}
