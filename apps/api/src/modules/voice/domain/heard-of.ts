import { z } from 'zod';
import { type Proportion, proportion } from '#kernel/statistics/proportion';
import { maybeWord, type Telling } from '#modules/house';
import type { Hung } from '#modules/sources';

/** How people hear of a company. `unknown`: they were asked and do not remember. */
export const heardWays = [
  'recommendation',
  'search',
  'social',
  'advertisement',
  'press',
  'shop',
  'event',
  'other',
  'unknown',
] as const;
export type HeardWay = (typeof heardWays)[number];

/** Where they were asked. */
export const heardVias = ['form', 'chat', 'portal', 'survey', 'agent', 'import'] as const;
export type HeardVia = (typeof heardVias)[number];

/** How a customer says they heard of us. */
export interface HeardOf extends Hung {
  way: HeardWay;
  words: string | null;
  via: HeardVia;
  at: Date;
}

/** What a source says of how somebody heard of us; the first of `others` is who recommended us, where they are known. */
export const heardOfBody = z.strictObject({
  way: z.enum(heardWays),
  /** In their own words. */
  words: maybeWord(500),
  via: z.enum(heardVias).default('import'),
});
export type HeardOfBody = z.output<typeof heardOfBody>;

const keys: readonly [HeardWay, RegExp][] = [
  [
    'recommendation',
    /friend|colleague|famil|neighbo|recommend|referr|word of mouth|amic|collegh|passaparola|consigli|\bami\b|\bamie|bouche|recommand|prieten|coleg|recomand/i,
  ],
  ['search', /search|google|bing|duckduck|ricerca|recherche|motor|căut|caut/i],
  ['social', /social|facebook|instagram|tiktok|linkedin|youtube|reddit|reseau|réseau|rețea|retea/i],
  ['advertisement', /\bad\b|\bads\b|advert|banner|pubblicit|publicit|reclam|spot/i],
  [
    'press',
    /press|magazine|newspaper|article|blog|podcast|radio|\btv\b|stampa|giornal|presse|journal|presă|presa|ziar/i,
  ],
  ['event', /event|fair|conference|meetup|webinar|fiera|evento|salon|foire|târg|targ|conferin/i],
  ['shop', /shop|store|walk|negozio|vetrina|magasin|boutique|vitrine|magazin/i],
  [
    'unknown',
    /^(don.?t (know|remember)|unknown|n\/?a|non (so|ricordo)|(je )?ne sais pas|nu (știu|stiu|îmi amintesc))/i,
  ],
];

/** Which of our ways somebody's words mean, in four languages; what fits none is `other`, and the words stay. */
export const readWay = (text: string): HeardWay =>
  heardWays.find((way) => way === text.trim().toLowerCase()) ??
  keys.find(([, pattern]) => pattern.test(text))?.[0] ??
  'other';

/** The key of its line on the timeline. */
export const heardOfEntryKey = (sourceKey: string): string => `heard-of ${sourceKey}`;

/** What the timeline hears of it. */
export const tellHeardOf = (heard: HeardOf): Telling => ({
  entries: [
    {
      entryKey: heardOfEntryKey(heard.sourceKey),
      at: heard.at,
      department: 'marketing',
      kind: 'heard-of-us',
      title: `Heard of us: ${heard.words ?? heard.way}`.slice(0, 200),
      subjectType: 'HeardOf',
      subjectId: heard.id,
    },
  ],
  facts: [],
});

/** One way, and its share of those who said. */
export interface HeardShare {
  way: HeardWay;
  share: Proportion;
}

/** Shares of each way, the commonest first; who does not remember counts among those who said. Every share has its interval (Wilson). */
export function heardShares(counts: readonly { way: HeardWay; k: number }[]): HeardShare[] {
  const n = counts.reduce((sum, { k }) => sum + k, 0);
  return [...counts]
    .filter(({ k }) => k > 0)
    .sort((a, b) => b.k - a.k || heardWays.indexOf(a.way) - heardWays.indexOf(b.way))
    .map(({ way, k }) => ({ way, share: proportion(k, n) }));
}
