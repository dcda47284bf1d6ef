/** Consent: the ledger of what people agreed to, and the gate that everything outgoing passes. */
export {
  type ConsentBody,
  type ConsentEvidence,
  consentBody,
} from './domain/read-consent-signal.ts';
