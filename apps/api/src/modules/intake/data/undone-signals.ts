import type { Tx } from '#platform/database';

/** A signal as it was kept. */
export interface KeptSignal {
  id: string;
  sourceId: string;
  eventId: string;
  kind: string;
  subjectKey: string;
  at: Date;
  /** Person, others, companies and body. */
  body: Record<string, unknown>;
  importId: string | null;
}

/** From which sources, and of which kinds, an import brought signals. */
export const kindsOfImport = (tx: Tx, importId: string): Promise<{ sourceId: string; kind: string }[]> =>
  tx.named(
    'kinds-of-import',
    `SELECT DISTINCT source_id AS "sourceId", kind FROM signal WHERE import_id = $1`,
    [importId],
  );

/** The things an import told of, by key: a page after a key. */
export async function subjectsOfImport(
  tx: Tx,
  importId: string,
  sourceId: string,
  kind: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.named<{ key: string }>(
    'subjects-of-import',
    `SELECT DISTINCT subject_key AS key FROM signal
      WHERE import_id = $1 AND source_id = $2 AND kind = $3 AND subject_key > $4 ORDER BY 1 LIMIT $5`,
    [importId, sourceId, kind, after, limit],
  );
  return rows.map(({ key }) => key);
}

/** Signals of others about the same things or on the same records, in the order in which they came. */
export async function remainingSignals(tx: Tx, importId: string): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'remaining-signals',
    `SELECT r.id FROM signal r WHERE r.import_id IS DISTINCT FROM $1 AND r.id IN (
       SELECT o.id FROM signal i JOIN signal o ON o.source_id = i.source_id AND o.kind = i.kind AND o.subject_key = i.subject_key
        WHERE i.import_id = $1
       UNION
       SELECT o.id FROM signal i JOIN signal o ON o.source_record_id = i.source_record_id WHERE i.import_id = $1
     ) ORDER BY r.id`,
    [importId],
  );
  return rows.map(({ id }) => id);
}

/** Signals of an import in the order in which they came: a page after an id. */
export async function signalsOfImport(
  tx: Tx,
  importId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'signals-of-import',
    'SELECT id FROM signal WHERE import_id = $1 AND id > $2 ORDER BY id LIMIT $3',
    [importId, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Forgets that signals were told, so that they may be told again. */
export async function deleteSignals(tx: Tx, ids: readonly string[]): Promise<void> {
  tx.later('delete-signals', 'DELETE FROM signal WHERE id = ANY($1::uuid[])', [ids]);
}

/** Signals by id, in the order in which they came. */
export const keptSignals = (tx: Tx, ids: readonly string[]): Promise<KeptSignal[]> =>
  tx.named<KeptSignal>(
    'kept-signals',
    `SELECT id, source_id AS "sourceId", event_id AS "eventId", kind, subject_key AS "subjectKey", at, body, import_id AS "importId"
       FROM signal WHERE id = ANY($1::uuid[]) ORDER BY id`,
    [ids],
  );

/** Notes on which record each of these signals hangs now. */
export async function hangSignals(
  tx: Tx,
  places: readonly { signalId: string; recordId: string | undefined }[],
): Promise<void> {
  tx.later(
    'hang-signals',
    `UPDATE signal s SET source_record_id = now_on.record_id FROM unnest($1::uuid[], $2::uuid[]) AS now_on(id, record_id)
      WHERE s.id = now_on.id AND s.source_record_id IS DISTINCT FROM now_on.record_id`,
    [places.map(({ signalId }) => signalId), places.map(({ recordId }) => recordId ?? null)],
  );
}
