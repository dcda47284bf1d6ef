import type { ConsentState, CustomerFilter, CustomerSort, Outcome, Stage } from '#lib/graphql/graphql.ts';
import { isLens, type Lens } from '#lib/lens.ts';
import { manyOf, numberOf, oneOf } from '#lib/search-params.ts';
import { stages } from '#lib/stages.ts';

const consents = ['GRANTED', 'WITHDRAWN', 'UNKNOWN'] as const satisfies readonly ConsentState[];
const outcomes = [
  'MEMORABLE_POSITIVE',
  'POSITIVE',
  'IRRELEVANT',
  'NEGATIVE',
  'MEMORABLE_NEGATIVE',
  'UNKNOWN',
] as const satisfies readonly Outcome[];

/** How a list can be sorted, by the word that stands in the URL. */
export const sorts = {
  name: 'NAME_ASC',
  '-name': 'NAME_DESC',
  '-last': 'LAST_INTERACTION_DESC',
  last: 'LAST_INTERACTION_ASC',
  '-deals': 'OPEN_DEAL_VALUE_DESC',
  '-tickets': 'OPEN_TICKETS_DESC',
  '-created': 'CREATED_DESC',
  memory: 'MEMORY_ASC',
  remembered: 'REMEMBERED_ASC',
  experienced: 'EXPERIENCED_ASC',
} as const satisfies Record<string, CustomerSort>;

/** A way to sort, as it stands in the URL. */
export type SortWord = keyof typeof sorts;

/** What the URL of the customers list says: a saved view is nothing else. */
export interface ListSearch {
  lens?: Lens;
  q?: string;
  stage?: Stage[];
  owner?: string[];
  company?: string;
  country?: string[];
  language?: string[];
  tag?: string[];
  consent?: ConsentState[];
  tickets?: 'open' | 'none';
  deals?: 'open' | 'none';
  /** Whether they are being forgotten, or forget us. */
  fading?: 'yes' | 'no';
  /** They remember us at most this well, 0…100. */
  remembers?: number;
  /** What the last measured interaction was to them. */
  outcome?: Outcome[];
  /** Open deals worth at least this much. */
  worth?: number;
  /** Something happened within so many days. */
  active?: number;
  /** Nothing happened for so many days. */
  quiet?: number;
  /** In their stage for more than so many days. */
  still?: number;
  /** Came to their stage within so many days. */
  moved?: number;
  sort?: SortWord;
  /** The columns that are switched off. */
  hide?: string[];
}

const among = <T extends string>(value: unknown, known: readonly T[]): T[] | undefined => {
  const found = manyOf(value)?.filter((each): each is T => (known as readonly string[]).includes(each));
  return found && found.length > 0 ? found : undefined;
};

/** Reads the search of a URL; what it does not understand it leaves out, so that an old link still opens. */
export function readListSearch(raw: Record<string, unknown>): ListSearch {
  const sort = oneOf(raw.sort);
  const read: ListSearch = {
    lens: isLens(raw.lens) ? raw.lens : undefined,
    q: oneOf(raw.q),
    stage: among(raw.stage, stages),
    owner: manyOf(raw.owner),
    company: oneOf(raw.company),
    country: manyOf(raw.country),
    language: manyOf(raw.language),
    tag: manyOf(raw.tag),
    consent: among(raw.consent, consents),
    tickets: among(raw.tickets, ['open', 'none'] as const)?.[0],
    deals: among(raw.deals, ['open', 'none'] as const)?.[0],
    fading: among(raw.fading, ['yes', 'no'] as const)?.[0],
    remembers: numberOf(raw.remembers),
    outcome: among(raw.outcome, outcomes),
    worth: numberOf(raw.worth),
    active: numberOf(raw.active),
    quiet: numberOf(raw.quiet),
    still: numberOf(raw.still),
    moved: numberOf(raw.moved),
    sort: sort && sort in sorts ? (sort as SortWord) : undefined,
    hide: manyOf(raw.hide),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

const daysBefore = (days: number, now: Date): string => {
  // A whole day, so that the same view asks the same question (and finds its answer in the cache) all day long.
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return new Date(day.getTime() - days * 86_400_000).toISOString();
};

/** The question that a URL asks the server. */
export function toFilter(search: ListSearch, now: Date = new Date()): CustomerFilter | null {
  const filter: CustomerFilter = {
    text: search.q,
    stages: search.stage,
    ownerNames: search.owner,
    companyId: search.company,
    countries: search.country,
    languages: search.language,
    tags: search.tag,
    emailConsent: search.consent,
    hasOpenTickets: search.tickets && search.tickets === 'open',
    hasOpenDeals: search.deals && search.deals === 'open',
    isFading: search.fading && search.fading === 'yes',
    rememberedAtMost: search.remembers,
    lastOutcomes: search.outcome,
    openDealValueAtLeast: search.worth,
    lastInteractionAfter: search.active ? daysBefore(search.active, now) : undefined,
    lastInteractionBefore: search.quiet ? daysBefore(search.quiet, now) : undefined,
    stageSinceBefore: search.still ? daysBefore(search.still, now) : undefined,
    stageSinceAfter: search.moved ? daysBefore(search.moved, now) : undefined,
  };
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined);
  return asked.length > 0 ? Object.fromEntries(asked) : null;
}

/** The sort that a URL asks for. */
export const toSort = (search: ListSearch): CustomerSort => sorts[search.sort ?? '-last'];
