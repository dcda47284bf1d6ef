/** Why somebody should look at a piece of content again. */
export const staleReasons = ['expired', 'expiring', 'untouched', 'language-missing'] as const;
export type StaleReason = (typeof staleReasons)[number];

/** Conventions about age: days before its end, and days without a change, after which content is worth a look. */
export const staleness = { expiringDays: 14, untouchedDays: 180 } as const;

/** Languages in which customers are to be answered. */
export const houseLanguages = ['en', 'it', 'fr', 'ro'] as const;
