import type { MessageId, Say } from './intl/words.ts';

/** Systems under the name that their makers write; a source that nobody named is called by its key. */
const makers: Record<string, string> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  zendesk: 'Zendesk',
  mailchimp: 'Mailchimp',
  intercom: 'Intercom',
  mautic: 'Mautic',
};

/** What this house calls itself as a source: what people here enter by hand. */
export const ownSource = 'Ancora';

/** A source for people: its own name, the maker's spelling where it has only its key, and what was entered here as such. */
export function sourceText(name: string, say: Say): string {
  if (name === ownSource || name === 'ancora') return say('lib.enteredHere' satisfies MessageId);
  if (name === 'csv') return say('lib.table' satisfies MessageId);
  return makers[name] ?? name;
}

/** Several sources in one line. */
export const sourcesText = (names: readonly string[], say: Say): string =>
  names.map((name) => sourceText(name, say)).join(', ');

/** Who of us, short: an export that knows colleagues by their mailbox only gives what stands before the @. */
export const colleagueText = (name: string): string => /^[^\s@]+(?=@[^\s@]+$)/u.exec(name)?.[0] ?? name;
