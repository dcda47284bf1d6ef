import { addRows, type Db, type JsonText, type Tx, writtenAs } from '#platform/database';

/** A signal that is known by its event id. */
export interface KnownSignal {
  id: string;
  eventId: string;
  /** In hexadecimal digits. */
  hash: string;
}

/** Those of these event ids that a source told before, at any age. */
export const knownSignals = (db: Db, sourceId: string, eventIds: readonly string[]): Promise<KnownSignal[]> =>
  db.named<KnownSignal>(
    'known-signals',
    `SELECT id, event_id AS "eventId", encode(body_hash, 'hex') AS hash FROM signal
      WHERE source_id = $1 AND event_id = ANY($2::text[])`,
    [sourceId, eventIds],
  );

/** Those of these things (kind and key) of which a source told before. */
export const knownSubjects = (
  db: Db,
  sourceId: string,
  kinds: readonly string[],
  keys: readonly string[],
): Promise<{ kind: string; key: string }[]> =>
  db.named(
    'known-subjects',
    `SELECT asked.kind, asked.key FROM unnest($2::text[], $3::text[]) AS asked(kind, key)
      WHERE EXISTS (SELECT FROM signal s WHERE s.source_id = $1 AND s.kind = asked.kind AND s.subject_key = asked.key)`,
    [sourceId, kinds, keys],
  );

/** A signal as it is kept. */
export interface SignalRow {
  id: string;
  source_id: string;
  event_id: string;
  kind: string;
  subject_key: string;
  at: Date;
  body: JsonText;
  body_hash: Buffer;
  source_record_id: string | undefined;
  import_id: string | undefined;
}

const columns = writtenAs({
  id: 'uuid',
  source_id: 'uuid',
  event_id: 'text',
  kind: 'text',
  subject_key: 'text',
  at: 'timestamptz',
  body: 'json',
  body_hash: 'bytea',
  source_record_id: 'uuid',
  import_id: 'uuid',
} satisfies Record<keyof SignalRow, string>);

/**
 * Writes signals that were recalled and are news. When one of them was told on another connection meanwhile, the transaction is lost and is told
 * of `toldTwice`. Only that can conflict, so PostgreSQL does not look into two indexes before it writes each row.
 */
export const insertSignals = (tx: Tx, rows: readonly SignalRow[], toldTwice: () => Error): Promise<void> =>
  addRows(tx, { name: 'insert-signals', table: 'signal', columns }, rows, (error) => {
    const { code, table } = error as { code?: string; table?: string };
    return code === '23505' && table === 'signal' ? toldTwice() : error;
  });
