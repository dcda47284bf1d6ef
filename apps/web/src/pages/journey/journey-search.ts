import type { CustomerFilter } from '#lib/graphql/graphql.ts';
import { oneOf } from '#lib/search-params.ts';

const views = ['grid', 'sankey', 'funnel'] as const;
const periods = ['30', '90', '365'] as const;
const splits = ['COUNTRY', 'LANGUAGE', 'OWNER', 'EMAIL_CONSENT'] as const;

/** What the address of the designer says: a link shows a colleague the same. */
export interface JourneySearch {
  view?: (typeof views)[number];
  /** Only stays that began within so many days. */
  days?: (typeof periods)[number];
  /** Of whom: a country, a language. */
  region?: string;
  lang?: string;
  split?: (typeof splits)[number];
  /** Another journey than the main one. */
  map?: string;
}

const among = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((each) => each === oneOf(value));

/** Reads the search of an address; what it does not understand it leaves out. */
export function readJourneySearch(raw: Record<string, unknown>): JourneySearch {
  const read: JourneySearch = {
    view: among(raw.view, views),
    days: among(raw.days, periods),
    region: oneOf(raw.region),
    lang: oneOf(raw.lang),
    split: among(raw.split, splits),
    map: oneOf(raw.map),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The question that the address asks; days are whole, so that the cache knows it all day. */
export function figuresVariables({ days, region, lang, split, map }: JourneySearch, now = new Date()) {
  const filter: CustomerFilter = {
    ...(region ? { countries: [region] } : {}),
    ...(lang ? { languages: [lang] } : {}),
  };
  const day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return {
    id: map ?? null,
    filter: Object.keys(filter).length > 0 ? filter : null,
    from: days ? new Date(day - Number(days) * 86_400_000).toISOString() : null,
    split: split ?? null,
  };
}
