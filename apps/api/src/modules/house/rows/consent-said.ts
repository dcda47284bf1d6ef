import type { PersonRef } from '../signal.ts';
import type { Said } from './said.ts';

/** What a row says of consent to marketing by mail or another channel. Without evidence a grant never lifts a withdrawal. */
export function consentSaid(
  person: PersonRef,
  whose: string,
  state: 'granted' | 'withdrawn',
  at?: string,
  more: { channel?: string; evidence?: Record<string, string | undefined> } = {},
): Said {
  const channel = more.channel ?? 'email';
  return {
    kind: 'consent',
    subjectKey: `consent:${channel}:${whose}`,
    at,
    person,
    body: { purpose: 'marketing', channel, state, evidence: more.evidence },
  };
}
