/** A day that somebody names while writing, and how they named it. */
export interface NamedDay {
  phrase: string;
  /** `YYYY-MM-DD`. */
  day: string;
}

const languages = ['en', 'it', 'fr', 'ro'] as const;
const near: readonly (readonly [words: string, days: number])[] = [
  ["today|oggi|aujourd[’']hui|azi|astăzi", 0],
  ['tomorrow|domani|demain|mâine', 1],
];

/** Names of the days of the week in our languages; 0 is Sunday, as dates count them. */
const weekdays: readonly (readonly [name: string, weekday: number])[] = languages.flatMap((language) =>
  Array.from({ length: 7 }, (_, weekday) => {
    // The 7th of January 2024 was a Sunday.
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
      .format(Date.UTC(2024, 0, 7 + weekday))
      .toLowerCase();
    return [name, weekday] as const;
  }),
);

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words: readonly { pattern: RegExp; days: (weekday: number) => number }[] = [
  ...near.map(([word, days]) => ({ pattern: named(word), days: () => days })),
  ...weekdays.map(([name, wanted]) => ({
    pattern: named(name),
    // "By Friday", said on a Friday, is the next one.
    days: (weekday: number) => (wanted - weekday + 7) % 7 || 7,
  })),
];

/** A word by itself; not "3 luni", which are months. */
function named(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\d\\s)(?:${word}|${plain(word)})(?![\\p{L}\\p{N}])`, 'iu');
}

/** The first day that a text names in one of our languages, from today on; it may be promised, and never is by itself. */
export function dayIn(text: string, today: string): NamedDay | null {
  const at = new Date(`${today}T00:00:00Z`);
  const found = words
    .flatMap(({ pattern, days }) => {
      const match = pattern.exec(text);
      return match ? [{ index: match.index, phrase: match[0], days: days(at.getUTCDay()) }] : [];
    })
    .sort((one, other) => one.index - other.index || other.phrase.length - one.phrase.length)[0];
  if (!found) return null;
  at.setUTCDate(at.getUTCDate() + found.days);
  return { phrase: found.phrase, day: at.toISOString().slice(0, 10) };
}
