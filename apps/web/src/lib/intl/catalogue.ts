import type { MessageFormatElement } from 'react-intl';
import type { Locale } from './locales.ts';

/** Words of one language, parsed when the app was built. */
export type Catalogue = Record<string, MessageFormatElement[]>;

type Part = () => Promise<{ default: Record<string, string | MessageFormatElement[]> }>;

const parts: Record<Locale, { first: Part; later: Part }> = {
  en: { first: () => import('virtual:messages/en'), later: () => import('virtual:messages/en/later') },
  it: { first: () => import('virtual:messages/it'), later: () => import('virtual:messages/it/later') },
  fr: { first: () => import('virtual:messages/fr'), later: () => import('virtual:messages/fr/later') },
  ro: { first: () => import('virtual:messages/ro'), later: () => import('virtual:messages/ro/later') },
};

// Plain words travel as they are; the formatter wants every message as a list of parts (0 is a literal).
const unpack = (packed: Record<string, string | MessageFormatElement[]>): Catalogue =>
  Object.fromEntries(
    Object.entries(packed).map(([id, message]) => [
      id,
      typeof message === 'string' ? [{ type: 0, value: message } as MessageFormatElement] : message,
    ]),
  );

/** Fetches the words that the first screens need. */
export const loadFirstWords = async (locale: Locale): Promise<Catalogue> =>
  unpack((await parts[locale].first()).default);

/** Fetches all words of a language. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  const [first, later] = await Promise.all([parts[locale].first(), parts[locale].later()]);
  return unpack({ ...first.default, ...later.default });
}
