import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import type { PortalLanguage, PortalWords } from './words/portal-words.ts';
import { ro } from './words/ro.ts';

/** All words of pages for customers. */
export const portalWords: Record<PortalLanguage, PortalWords> = { en, it, fr, ro };
