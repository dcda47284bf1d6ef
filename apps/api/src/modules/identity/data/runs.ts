import type { Db, Tx } from '#platform/database';
import type { Contradiction } from '../domain/contradictions.ts';
import type { Held } from '../domain/sizes.ts';

/** A run over everybody, as it is remembered. */
export interface StoredRun {
  id: string;
  madeAt: Date;
  records: number;
  active: boolean;
  heldBecause: string | null;
  settings: { version?: number; taught?: { same: number; different: number; bits: number } };
  report: {
    entities?: number;
    customers?: number;
    agreement?: number;
    doubts?: number;
    dropped?: number;
    linked?: number;
    split?: number;
    runIds?: string[];
    /** Why it was held, in parts; runs of long ago have the sentence only. */
    held?: Held | null;
    contradictions?: { customers: number } | null;
    contradicted?: { customerId: string; found: Contradiction[] }[];
  };
}

/** Keeps what a run came to, beside what it learnt. */
export async function reportRun(tx: Tx, modelId: string, report: object): Promise<void> {
  tx.later('identity-report-run', 'UPDATE match_model SET report = report || $2::jsonb WHERE id = $1', [
    modelId,
    JSON.stringify(report),
  ]);
}

/** The last runs over everybody, newest first. */
export const lastRuns = (db: Db, most: number): Promise<StoredRun[]> =>
  db.named(
    'identity-last-runs',
    `SELECT id, made_at AS "madeAt", records, active, held_because AS "heldBecause", settings, report
       FROM match_model ORDER BY made_at DESC, id DESC LIMIT $1`,
    [most],
  );

/**
 * What came since the last run over everybody that was written: records it did not see as they are, of how many known ones, and decisions
 * of people about cases.
 */
export async function newsSinceRun(db: Db): Promise<{ fresh: number; known: number; decided: number }> {
  const [row] = await db.named<{ fresh: number; known: number; decided: number }>(
    'identity-news-since-run',
    `WITH last AS (SELECT made_at, records FROM match_model ORDER BY made_at DESC, id DESC LIMIT 1)
     SELECT (SELECT count(*)::int FROM match_record WHERE entity IS NULL) AS fresh,
            coalesce((SELECT records FROM last), 0) AS known,
            (SELECT count(*)::int FROM doubt WHERE status <> 'open' AND decided_at > coalesce((SELECT made_at FROM last), '-infinity')) AS decided`,
  );
  return row!;
}
