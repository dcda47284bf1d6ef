import type { ConsentState, Outcome } from '#lib/graphql/graphql.ts';
import type { MessageId } from '#lib/intl/words.ts';
import type { ListSearch } from './list-search.ts';

/** One thing by which the list can be filtered. */
export type FilterDefinition = {
  name: FilterName;
  label: MessageId;
} & (
  | { kind: 'many'; facet: 'stages' | 'owners' | 'countries' | 'languages' | 'tags' }
  | { kind: 'words'; words: Readonly<Record<string, MessageId>> }
  | { kind: 'openOrNone' }
  | { kind: 'yesOrNo' }
  | { kind: 'number'; unit?: MessageId }
);

/** The parts of a URL that filter. */
export type FilterName = Exclude<keyof ListSearch, 'lens' | 'sort' | 'hide' | 'q' | 'company'>;

const consentWords = {
  GRANTED: 'customers.consentGranted',
  WITHDRAWN: 'customers.consentWithdrawn',
  UNKNOWN: 'customers.consentUnknown',
} as const satisfies Record<ConsentState, MessageId>;

const outcomeWords = {
  MEMORABLE_POSITIVE: 'customers.outcomeMemorable',
  POSITIVE: 'customers.outcomeGood',
  IRRELEVANT: 'customers.outcomeIrrelevant',
  NEGATIVE: 'customers.outcomeBad',
  MEMORABLE_NEGATIVE: 'customers.outcomeMemorablyBad',
  UNKNOWN: 'customers.outcomeUnknown',
} as const satisfies Record<Outcome, MessageId>;

/** The filters in the order in which they are offered. */
export const filters: readonly FilterDefinition[] = [
  { name: 'stage', label: 'customers.stage', kind: 'many', facet: 'stages' },
  { name: 'owner', label: 'customers.owner', kind: 'many', facet: 'owners' },
  { name: 'country', label: 'customers.country', kind: 'many', facet: 'countries' },
  { name: 'language', label: 'customers.language', kind: 'many', facet: 'languages' },
  { name: 'tag', label: 'customers.tag', kind: 'many', facet: 'tags' },
  { name: 'consent', label: 'customers.consent', kind: 'words', words: consentWords },
  { name: 'tickets', label: 'customers.openTickets', kind: 'openOrNone' },
  { name: 'deals', label: 'customers.openDeals', kind: 'openOrNone' },
  { name: 'fading', label: 'customers.fadingFilter', kind: 'yesOrNo' },
  { name: 'remembers', label: 'customers.remembersFilter', kind: 'number' },
  { name: 'outcome', label: 'customers.outcome', kind: 'words', words: outcomeWords },
  { name: 'worth', label: 'customers.worth', kind: 'number' },
  { name: 'active', label: 'customers.active', kind: 'number', unit: 'customers.days' },
  { name: 'quiet', label: 'customers.quiet', kind: 'number', unit: 'customers.days' },
  { name: 'still', label: 'customers.still', kind: 'number', unit: 'customers.days' },
  { name: 'moved', label: 'customers.moved', kind: 'number', unit: 'customers.days' },
];

/** The filters that a search uses, in their order; what was typed and a chosen company count too. */
export function usedFilters(search: ListSearch): FilterName[] {
  return filters.map(({ name }) => name).filter((name) => search[name] !== undefined);
}

/** A search without any filter; order, columns and lens stay. */
export function withoutFilters({ lens, sort, hide }: ListSearch): ListSearch {
  return { ...(lens && { lens }), ...(sort && { sort }), ...(hide && { hide }) };
}
