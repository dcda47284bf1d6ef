import { insertRows, listOf, type Tx } from '#platform/database';
import { normalisation } from '../domain/identifiers.ts';
import type { Statement } from '../domain/statement.ts';
import type { KnownRecord } from '../known-record.ts';

/** A statement about a record, to be kept for good. */
export interface VersionToWrite {
  id: string;
  recordId: string;
  /** The signal that said it; none when a person here did. */
  signalId?: string | null;
  at: string;
  statement: Statement;
}

/** Writes what existing records say now and whose they are, and the statements that made it so. */
export async function writeSaid(
  tx: Tx,
  changed: readonly Pick<KnownRecord, 'recordId' | 'current' | 'customerId'>[],
  versions: readonly VersionToWrite[],
): Promise<void> {
  if (changed.length > 0)
    tx.later(
      'identity-update-records',
      `UPDATE source_record r SET current = n.current, customer_id = n.customer_id
         FROM unnest($1::uuid[], $2::json[], $3::uuid[]) AS n(id, current, customer_id) WHERE r.id = n.id`,
      [
        changed.map(({ recordId }) => recordId),
        listOf(
          'json',
          changed.map(({ current }) => current),
        ),
        changed.map(({ customerId }) => customerId),
      ],
    );
  await writeVersions(tx, versions);
}

/** Keeps statements for good. */
export async function writeVersions(tx: Tx, versions: readonly VersionToWrite[]): Promise<void> {
  await insertRows(
    tx,
    'source_record_version',
    {
      id: 'uuid',
      source_record_id: 'uuid',
      signal_id: 'uuid',
      observed_at: 'timestamptz',
      profile: 'json',
      normalisation: 'smallint',
    },
    versions.map(({ id, recordId, signalId, at, statement }) => ({
      id,
      source_record_id: recordId,
      signal_id: signalId ?? null,
      observed_at: at,
      profile: statement,
      normalisation,
    })),
  );
}
