import type { MessageId, Say } from '#lib/intl/words.ts';
import { sourceText } from '#lib/source-text.ts';

const causes = [
  'new',
  'auto-link',
  'auto-merge',
  'auto-split',
  'merge',
  'source-merge',
  'link-doubt',
  'synthetic-link',
  'unmerge',
  'split',
  'steward',
] as const;

/** Why a record belongs to a customer, in the reader's language; a cause without words here, as the server says it. */
export function causeText(cause: string, say: Say): string {
  const known = causes.find((each) => each === cause);
  return known ? say(`identity.cause.${known}` satisfies MessageId) : cause;
}

const cautions: readonly [RegExp, MessageId][] = [
  [/these may be relatives/, 'identity.caution.relatives'],
  [/names have nothing in common/, 'identity.caution.different'],
  [/senior and one the junior/, 'identity.caution.suffix'],
  [/dates of birth differ/, 'identity.caution.birthDate'],
  [/these are two people/, 'identity.caution.keptApart'],
];

/** A warning before a merge in the reader's language; the graph gives sentences, no codes, so it is known by its words. */
export function cautionText(warning: string, say: Say): string {
  const source = /record of their own in (.+)\.$/u.exec(warning)?.[1];
  if (source) return say('identity.caution.source', { source: sourceText(source, say) });
  const found = cautions.find(([words]) => words.test(warning));
  return found ? say(found[1]) : warning;
}

const contradictions: Record<string, MessageId> = {
  names: 'identity.contradiction.names',
  suffixes: 'identity.contradiction.suffixes',
  'birth-dates': 'identity.contradiction.birthDates',
  mailboxes: 'identity.contradiction.mailboxes',
  large: 'identity.contradiction.large',
  grew: 'identity.contradiction.grew',
};

/** What one person can hardly have, with its figure, in the reader's language. */
export function contradictionText({ code, figure }: { code: string; figure: number }, say: Say): string {
  const known = contradictions[code];
  return known ? say(known, { count: figure }) : code;
}

const alarms: Record<string, MessageId> = {
  bridge: 'identity.alarm.bridge',
  names: 'identity.alarm.names',
  'birth-dates': 'identity.alarm.birthDates',
  large: 'identity.alarm.large',
};

/** What looks as if two people had been taken for one, in the reader's language. */
export function alarmText({ code, text }: { code: string; text: string }, say: Say): string {
  const known = alarms[code];
  return known ? say(known) : text;
}
