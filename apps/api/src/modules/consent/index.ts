/** Consent: the ledger of what people agreed to, and the gate that everything outgoing passes. */
import type { Manifest } from '#modules/house';
import { summariseConsents } from './data/consent-entries.ts';
import { ConsentEntryEntity } from './data/consent-entry.entity.ts';
import { consentSignal } from './record-consent.ts';

export { type Consent, type ConsentState, foldConsent, foldConsents } from './domain/consent.ts';
export {
  type ConsentBody,
  type ConsentEvidence,
  consentBody,
} from './domain/read-consent-signal.ts';
export { mayContact } from './may-contact.ts';

export const consent: Manifest = {
  name: 'consent',
  entities: [ConsentEntryEntity],
  signals: [consentSignal],
  follows: ['consent_entry'],
  summarise: summariseConsents,
};
