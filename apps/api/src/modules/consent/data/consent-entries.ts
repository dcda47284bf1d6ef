import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import { type ConsentEntry, foldConsent } from '../domain/consent.ts';
import { ConsentEntryEntity } from './consent-entry.entity.ts';

/** An entry with the name of the source that told it. */
export type ShownConsentEntry = ConsentEntry & { sourceName: string };

/** Adds to the ledger; what it holds already is never changed. */
export async function appendConsents(tx: Tx, entries: readonly ConsentEntry[]): Promise<void> {
  await putRows(tx, ConsentEntryEntity, entries, 'ON CONFLICT (source_record_id, entry_key) DO NOTHING');
}

/** Takes back what the signals about these things added: undoing an import. */
export async function deleteConsentsOf(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'consent-take-back',
    `DELETE FROM consent_entry e USING signal s
      WHERE e.signal_id = s.id AND s.source_id = $1 AND s.kind = 'consent' AND s.subject_key = ANY($2::text[])`,
    [sourceId, subjectKeys],
  );
}

/** The whole ledger of each customer, newest first. It stays short: people change their mind a few times in a life. */
export async function ledgersByCustomer(
  db: Db,
  customerIds: readonly string[],
): Promise<ShownConsentEntry[][]> {
  const rows = await db.named<ShownConsentEntry>(
    'consent-ledgers',
    `SELECT ${columnsOf(ConsentEntryEntity, 'e')}, s.name AS "sourceName"
       FROM consent_entry e JOIN source s ON s.id = e.source_id
      WHERE e.customer_id = ANY($1::uuid[]) ORDER BY e.at DESC, e.id DESC`,
    [customerIds],
  );
  const ledgers = new Map<string, ShownConsentEntry[]>(customerIds.map((id) => [id, []]));
  for (const row of rows) ledgers.get(row.customerId)?.push(row);
  return customerIds.map((id) => ledgers.get(id) ?? []);
}

/** Brings the consent for mail in these customers' summaries up to date; where those were `begun` just now, it is still empty. */
export async function summariseConsents(
  tx: Tx,
  customerIds: readonly string[],
  begun: ReadonlySet<string> = new Set(),
): Promise<void> {
  const ids = [...new Set(customerIds)];
  const ledgers = await ledgersByCustomer(tx, ids);
  const told: { id: string; state: string | null }[] = [];
  ids.forEach((id, place) => {
    const ledger = ledgers[place]!;
    if (ledger.length > 0) told.push({ id, state: foldConsent(ledger, 'marketing', 'email').state });
    else if (!begun.has(id)) told.push({ id, state: null });
  });
  if (told.length === 0) return;
  tx.later(
    'consent-summarise',
    `UPDATE customer_summary s SET email_consent = told.state
       FROM unnest($1::uuid[], $2::text[]) AS told(id, state)
      WHERE s.customer_id = told.id AND s.email_consent IS DISTINCT FROM told.state`,
    [told.map(({ id }) => id), told.map(({ state }) => state)],
  );
}
