import type { Db } from '#platform/database';
import { ledgersByCustomer } from './data/consent-entries.ts';
import { foldConsent } from './domain/consent.ts';

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
