import { readStored, writeStored } from '../store/stored.ts';

/** The four languages of the house. */
export const locales = ['en', 'it', 'fr', 'ro'] as const;

/** One of the four languages of the house. */
export type Locale = (typeof locales)[number];

/** Each language by the name its speakers give it. */
export const localeNames: Record<Locale, string> = {
  en: 'English',
  it: 'Italiano',
  fr: 'Français',
  ro: 'Română',
};

/** Whether a value is one of the four languages. */
export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);

/** The language to begin with: the one chosen before, else the first of the browser's that we speak. */
export function firstLocale(wanted: readonly string[] = navigator.languages): Locale {
  const stored = readStored('locale', isLocale);
  if (stored) return stored;
  for (const tag of wanted) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'en';
}

/** Remembers the language and tells the document, so that screen readers pronounce it rightly. */
export function keepLocale(locale: Locale): void {
  writeStored('locale', locale);
  document.documentElement.lang = locale;
}
