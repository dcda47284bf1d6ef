/** A system that tells us things: one mailbox of Zendesk, one portal of HubSpot, our own web shop. */
export interface Source {
  id: string;
  /** The short word by which files, keys and addresses name it: `zendesk`, `hubspot-eu`. */
  key: string;
  name: string;
  /** Which system it is: `zendesk`, `hubspot`, `csv` … formats are chosen by it. */
  system: string;
  /** ISO 3166 alpha-2, for phones without a country. */
  phoneCountry: string | null;
  /** IANA zone, for times without one. */
  timeZone: string;
  /** ISO 4217, for amounts without a currency. */
  currency: string | null;
}

/** The form of a source's key: lower case, digits and dashes, at most 60 characters. */
export const isSourceKey = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,59}$/.test(text);
