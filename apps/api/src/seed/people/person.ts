import type { Language } from '../names/lists.ts';
import type { Phone } from '../phones.ts';

/** The systems that Casa Marea uses. */
export const SYSTEMS = ['hubspot', 'zendesk', 'mailchimp', 'intercom', 'shop', 'salesforce'] as const;
export type System = (typeof SYSTEMS)[number];

/** The country people of a language live in. */
export const COUNTRIES: Readonly<Record<Language, string>> = {
  en: 'United Kingdom',
  it: 'Italy',
  fr: 'France',
  ro: 'Romania',
};

/** The two letters of that country. */
export const COUNTRY_CODES: Readonly<Record<Language, string>> = { en: 'GB', it: 'IT', fr: 'FR', ro: 'RO' };

/** What a system wrote down for somebody, where a story needs it to be exactly so. */
export interface Seen {
  first: string;
  last: string;
  email: string;
  phone: string;
}

/** Somebody as they truly are: what no single system knows. */
export interface Person {
  /** From 1 on, in the order in which the generator makes people. */
  number: number;
  household: number;
  story?: string;
  language: Language;
  gender: 'f' | 'm';
  first: string;
  last: string;
  /** What friends say. */
  nick?: string;
  /** The family name before the change, and the mail address that went with it. */
  formerLast?: string;
  suffix?: 'Sr' | 'Jr';
  email: string;
  workEmail?: string;
  formerEmail?: string;
  /** The address that a household or an office shares. */
  sharedEmail?: string;
  /** When name or address changed. */
  changedAt?: number;
  phone?: Phone;
  street: string;
  city: string;
  postcode: string;
  birthday?: string;
  company?: number;
  jobTitle?: string;
  /** First contact. */
  since: number;
  /** The last time anything begins with this person: some grow silent long before today. */
  until: number;
  /** How much happens with this person against an ordinary one (log-normal, median 1). */
  level: number;
  /** 0 forgiving … 1 short-tempered. */
  temper: number;
  /** Which systems know this person. */
  systems: readonly System[];
  /** The place within the household, from 0. */
  place: number;
  /** Where a story needs a system to know somebody exactly so. */
  seenAs?: Partial<Record<System, Partial<Seen>>>;
}

/** Full name as people write it themselves. */
export const fullName = ({ first, last, suffix }: Pick<Person, 'first' | 'last' | 'suffix'>): string =>
  `${first} ${last}${suffix ? ` ${suffix}` : ''}`;
