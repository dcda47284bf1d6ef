import { type Language, listed } from '../../names/lists.ts';

/** What a crowd of one language needs beyond the lists of the demo company: enough for a million records. */
export interface Stock {
  /** Family names everybody knows, most frequent first. */
  frequent: readonly string[];
  /** Beginnings and endings of which the many rare family names of the language are made. */
  stems: readonly string[];
  endings: readonly string[];
  /** What stands before some names, with the share of the rare names that have it. */
  particles: readonly (readonly [string, number])[];
  /** More given names, most frequent first. */
  female: readonly string[];
  male: readonly string[];
  /** First and second half of double given names, where the language has them. */
  doubles?: { female: readonly (readonly [string, string])[]; male: readonly (readonly [string, string])[] };
  /** More nicknames: formal name → what friends say. */
  nicknames: Readonly<Record<string, readonly string[]>>;
  /** `{name}` stands for the name of the street. */
  streetKinds: readonly (readonly [string, number])[];
  streetNames: readonly string[];
  /** Small places: beginnings and endings. */
  townStems: readonly string[];
  townEndings: readonly string[];
  legalForms: readonly (readonly [string, number])[];
  prefixes: { f: readonly string[]; m: readonly string[] };
  /** Mail providers as they are called in life, most used first; only with `--providers real`. */
  providers: readonly string[];
  occupations: readonly string[];
}

/** A country people live in, and the language its names come from. */
export type Country = 'GB' | 'US' | 'IT' | 'FR' | 'RO';
export const LANGUAGE_OF: Readonly<Record<Country, Language>> = {
  GB: 'en',
  US: 'en',
  IT: 'it',
  FR: 'fr',
  RO: 'ro',
};

export { listed };
