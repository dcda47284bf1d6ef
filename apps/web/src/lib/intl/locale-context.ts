import { createContext, useContext } from 'react';
import type { Locale } from './locales.ts';

/** The chosen language and how to choose another. */
export const LocaleContext = createContext<readonly [Locale, (locale: Locale) => void]>(['en', () => {}]);

/** The chosen language and how to choose another. */
export const useLocale = () => useContext(LocaleContext);
