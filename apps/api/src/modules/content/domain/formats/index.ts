import { libraryItems } from './library-items.ts';
import { libraryUses } from './library-uses.ts';
import { zendeskArticles } from './zendesk-articles.ts';

/** The export formats whose words content knows. */
export const contentFormats = [libraryItems, libraryUses, zendeskArticles];
