import type { Db } from '#platform/database';
import { ledgersByCustomer } from './data/consent-entries.ts';
import { type ConsentState, foldConsent } from './domain/consent.ts';

/** What a customer's ledger comes to for one purpose on one channel, for what may be sent to whoever did not say no. */
export async function consentState(
  db: Db,
  customerId: string,
  purpose: string,
  channel: string,
): Promise<ConsentState> {
  const [ledger = []] = await ledgersByCustomer(db, [customerId]);
  return foldConsent(ledger, purpose, channel).state;
}

/**
 * The gate that everything outgoing passes: whether this person may be contacted on a channel for a purpose. "Nobody knows"
 * is a no.
 */
export async function mayContact(
  db: Db,
  customerId: string,
  channel: string,
  purpose = 'marketing',
): Promise<boolean> {
  const [ledger = []] = await ledgersByCustomer(db, [customerId]);
  return foldConsent(ledger, purpose, channel).state === 'granted';
}
