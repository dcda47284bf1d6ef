import type { Db, Tx } from '#platform/database';
import type { Contradiction } from '../domain/contradictions.ts';
import { normalisationVersion } from '../domain/engine/normalise-record.ts';
import type { Held } from '../domain/sizes.ts';

/** A run over everybody, as it is remembered. */
export interface StoredRun {
  id: string;
  madeAt: Date;
  records: number;
  active: boolean;
  heldBecause: string | null;
  /** When and by whom what a held run proposes was refused. */
  refusedAt: Date | null;
  refusedBy: string | null;
  /** When and by whom it was asked to be published instead: the database lets no run have both. */
  publishAskedAt: Date | null;
  publishAskedBy: string | null;
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
    `SELECT id, made_at AS "madeAt", records, active, held_because AS "heldBecause", refused_at AS "refusedAt", refused_by AS "refusedBy",
            publish_asked_at AS "publishAskedAt", publish_asked_by AS "publishAskedBy", settings, report
       FROM match_model ORDER BY made_at DESC, id DESC LIMIT $1`,
    [most],
  );

/** Refuses what the last run over everybody proposes, also where it was asked to be published; false where it is not held, is refused already, or another came since. */
export async function markRefused(tx: Tx, id: string, by: string): Promise<boolean> {
  const rows = await tx.named(
    'identity-refuse-run',
    `WITH refused AS (
       UPDATE match_model SET refused_at = now(), refused_by = $2, publish_asked_at = NULL, publish_asked_by = NULL
        WHERE id = (SELECT id FROM match_model ORDER BY made_at DESC, id DESC LIMIT 1)
          AND id = $1 AND held_because IS NOT NULL AND refused_at IS NULL
       RETURNING id)
     SELECT id FROM refused`,
    [id, by],
  );
  return rows.length > 0;
}

/** Takes back that the last run over everybody was refused: it is held again. False where there is nothing to take back. */
export async function markHeldAgain(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.named(
    'identity-hold-run-again',
    `WITH held AS (
       UPDATE match_model SET refused_at = NULL, refused_by = NULL
        WHERE id = (SELECT id FROM match_model ORDER BY made_at DESC, id DESC LIMIT 1)
          AND id = $1 AND refused_at IS NOT NULL
       RETURNING id)
     SELECT id FROM held`,
    [id],
  );
  return rows.length > 0;
}

/** Writes down that the last run over everybody is asked to be published, when it is held and nobody refused it: its id. */
export async function markPublishAsked(tx: Tx, by: string): Promise<string | null> {
  const [row] = await tx.named<{ id: string }>(
    'identity-ask-to-publish-run',
    `WITH asked AS (
       UPDATE match_model SET publish_asked_at = now(), publish_asked_by = $1
        WHERE id = (SELECT id FROM match_model ORDER BY made_at DESC, id DESC LIMIT 1)
          AND held_because IS NOT NULL AND refused_at IS NULL
       RETURNING id)
     SELECT id FROM asked`,
    [by],
  );
  return row?.id ?? null;
}

/** Whether a run is still asked to be published, and none that came since was refused. */
export async function isPublishAsked(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.named<{ asked: boolean }>(
    'identity-is-publish-asked',
    `SELECT EXISTS (
       SELECT 1 FROM match_model m WHERE m.id = $1 AND m.publish_asked_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM match_model l WHERE l.made_at > m.made_at AND l.refused_at IS NOT NULL)) AS asked`,
    [id],
  );
  return row!.asked;
}

/** What came since the last run over everybody. */
interface News {
  /** Records that no run has settled as they are. */
  fresh: number;
  /** The same, without those that a held run has seen: they wait for a person or for the night. */
  unseen: number;
  /** Records that the last run knew. */
  known: number;
  /** Decisions of people about cases. */
  decided: number;
  /** Records that are kept as an older version of the program read them. */
  outdated: number;
}

/** What came since the last run over everybody that was written. */
export async function newsSinceRun(db: Db): Promise<News> {
  const [row] = await db.named<News>(
    'identity-news-since-run',
    `WITH last AS (SELECT made_at, records, held_because FROM match_model ORDER BY made_at DESC, id DESC LIMIT 1)
     SELECT (SELECT count(*)::int FROM match_record WHERE entity IS NULL) AS fresh,
            CASE WHEN (SELECT held_because FROM last) IS NULL
                 THEN (SELECT count(*)::int FROM match_record WHERE entity IS NULL)
                 ELSE greatest(0, (SELECT count(*)::int FROM match_record) - (SELECT records FROM last)) END AS unseen,
            coalesce((SELECT records FROM last), 0) AS known,
            (SELECT count(*)::int FROM doubt WHERE status <> 'open' AND decided_at > coalesce((SELECT made_at FROM last), '-infinity')) AS decided,
            (SELECT count(*)::int FROM match_record WHERE normalisation <> $1) AS outdated`,
    [normalisationVersion],
  );
  return row!;
}
