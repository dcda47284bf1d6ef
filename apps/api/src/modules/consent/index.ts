/** Consent: the ledger of what people agreed to, and the gate that everything outgoing passes. */
import type { Manifest } from '#modules/house';
import { summariseConsents } from './data/consent-entries.ts';
import { ConsentEntryEntity } from './data/consent-entry.entity.ts';
import { consentReadings } from './data/consent-reading.ts';
import { CustomerConsentsResolver } from './graph/customer-consents.resolver.ts';
import { MergePreviewConsentResolver } from './graph/merge-preview-consent.resolver.ts';
import { consentSignal } from './record-consent.ts';

export { isGranted } from './data/consent-reading.ts';
export { type Consent, type ConsentState, foldConsent, foldConsents } from './domain/consent.ts';
export {
  type ConsentBody,
  type ConsentEvidence,
  consentBody,
} from './domain/read-consent-signal.ts';
export { ConsentType } from './graph/consent.type.ts';
export { consentState, mayContact } from './may-contact.ts';

export const consent: Manifest = {
  name: 'consent',
  entities: [ConsentEntryEntity],
  resolvers: [CustomerConsentsResolver, MergePreviewConsentResolver],
  signals: [consentSignal],
  follows: ['consent_entry'],
  summarise: summariseConsents,
  readings: consentReadings,
};
