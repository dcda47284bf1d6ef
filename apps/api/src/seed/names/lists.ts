/** The four languages of the demo company's customers. */
export type Language = 'en' | 'it' | 'fr' | 'ro';

/** What people, places and firms are called in one language. Lists are our own; a family name is never tied to a person. */
export interface Lists {
  female: readonly string[];
  male: readonly string[];
  family: readonly string[];
  /** Formal first name → what friends say. */
  nicknames: Readonly<Record<string, string>>;
  /** Twins as parents like to name them. */
  twins: readonly (readonly [string, string])[];
  streets: readonly string[];
  /** City and the start of its post code. */
  cities: readonly (readonly [string, string])[];
  /** Kinds of firm: `{family}` stands for the family name; then its industry. */
  firms: readonly (readonly [string, string])[];
  titles: readonly string[];
  /** Private mail providers, all under the reserved top level `.example`. */
  mailboxes: readonly string[];
}

/** Cuts a list that is written as one line. */
export const listed = (line: string): readonly string[] => line.trim().split(/\s*,\s*/);
