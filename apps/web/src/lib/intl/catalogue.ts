import type { MessageFormatElement } from 'react-intl';
import type { Locale } from './locales.ts';

/** The words of one language, parsed when the app was built. */
export type Catalogue = Record<string, MessageFormatElement[]>;

const loaders: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  en: () => import('virtual:messages/en'),
  it: () => import('virtual:messages/it'),
  fr: () => import('virtual:messages/fr'),
  ro: () => import('virtual:messages/ro'),
};

/** Fetches the words of a language; each language is its own small file. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  return (await loaders[locale]()).default;
}
