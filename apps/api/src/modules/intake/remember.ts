import type { Source } from '#modules/sources';
import { JsonText, type Tx } from '#platform/database';
import { insertSignals } from './data/signals.ts';
import type { Taking } from './domain/taking.ts';

/** Somebody told the same at the same moment on another connection: the whole set is tried again and then recalls it. */
class ToldTwiceAtOnce extends Error {
  override name = 'ToldTwiceAtOnce';
  /** The code by which a transaction knows that trying again helps. */
  readonly code = '40001';
}

/**
 * Keeps the signals for good, with the record that each hangs on. Comes after identity, so that a row is written once and never touched
 * again; UNIQUE (source, event id) makes that as safe as coming first. Nobody waits for it: PostgreSQL writes while the subjects are heard.
 */
export function remember(
  tx: Tx,
  source: Source,
  set: readonly Taking[],
  importId: string | undefined,
): Promise<void> {
  return insertSignals(
    tx,
    set.map(({ signal, signalId, at, body, hash, located }) => ({
      id: signalId,
      source_id: source.id,
      event_id: signal.eventId,
      kind: signal.kind,
      subject_key: signal.subjectKey,
      at,
      body: new JsonText(body),
      body_hash: Buffer.from(hash, 'hex'),
      source_record_id: located?.sourceRecordId,
      import_id: importId,
    })),
    () => new ToldTwiceAtOnce('The same signal is being taken on another connection.'),
  );
}
