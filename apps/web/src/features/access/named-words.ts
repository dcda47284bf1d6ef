import type { CustomerFilter } from '#lib/graphql/graphql.ts';
import type { MessageId } from '#lib/intl/words.ts';

/** The filters of the list of customers, as the list itself calls them: a new one is called something here, too. */
const filterWords = {
  text: 'access.detail.words',
  stages: 'customers.stage',
  ownerNames: 'customers.owner',
  companyId: 'customers.company',
  countries: 'customers.country',
  languages: 'customers.language',
  tags: 'customers.tag',
  emailConsent: 'customers.consent',
  hasOpenTickets: 'customers.openTickets',
  hasOpenDeals: 'customers.openDeals',
  openDealValueAtLeast: 'customers.worth',
  isFading: 'customers.fadingFilter',
  rememberedAtMost: 'customers.remembersFilter',
  lastOutcomes: 'customers.outcome',
  lastInteractionAfter: 'customers.active',
  lastInteractionBefore: 'customers.quiet',
  stageSinceBefore: 'customers.still',
  stageSinceAfter: 'customers.moved',
} as const satisfies Record<keyof CustomerFilter, MessageId>;

/** The values of a customer that are corrected by hand, as their page calls them. */
const valueWords = {
  fullName: 'customers.name',
  email: 'about.email',
  phone: 'about.phone',
  jobTitle: 'about.jobTitle',
  language: 'about.language',
  city: 'about.city',
  country: 'about.country',
  ownerName: 'customers.owner',
} as const satisfies Record<string, MessageId>;

/** Details of an act that name things of the schema, and how people call these. */
export const namedWords: Record<string, Record<string, MessageId>> = {
  filter: filterWords,
  fields: valueWords,
};
