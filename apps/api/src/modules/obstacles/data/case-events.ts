import { groupBy } from '#kernel/batch';
import type { CaseEvent } from '#modules/experience';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Case } from '../domain/case.ts';
import { CaseEventEntity } from './obstacle.entity.ts';

/** Writes events of cases; the same event told again is the same row. */
export async function putCaseEvents(tx: Tx, events: readonly CaseEventEntity[]): Promise<void> {
  await putRows(
    tx,
    CaseEventEntity,
    events,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = coalesce(excluded.customer_id, case_event.customer_id),
       source_record_id = coalesce(excluded.source_record_id, case_event.source_record_id), signal_id = excluded.signal_id,
       attributes = excluded.attributes`,
  );
}

/** Takes events of a source back. */
export async function deleteCaseEvents(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'case-events-forget',
    'DELETE FROM case_event WHERE source_id = $1 AND source_key = ANY($2::text[])',
    [sourceId, subjectKeys],
  );
  tx.later(
    'case-friction-forget',
    `DELETE FROM case_friction f WHERE f.ticket_id IS NULL AND f.source_id = $1
        AND NOT EXISTS (SELECT FROM case_event e WHERE e.source_id = f.source_id AND e.case_key = f.case_key)`,
    [sourceId],
  );
}

const eventOf = (row: CaseEventEntity): CaseEvent => ({
  // Events of one time stand as the source numbered them.
  id: `${String(row.place ?? 0).padStart(7, '0')} ${row.sourceKey}`,
  t: row.at.getTime() / 60_000,
  activity: row.activity,
  solves: row.solves,
  kind: row.form,
  actor: row.actor,
  channel: row.channel,
  owner: row.owner,
});

/** Cases that only logs tell of, so many after a place: by source and key. */
export async function loggedCases(
  db: Db,
  after: readonly [sourceId: string, caseKey: string] | null,
  limit: number,
): Promise<Case[]> {
  const rows = await db.named<CaseEventEntity>(
    `logged-cases-${limit}`,
    `SELECT ${columnsOf(CaseEventEntity, 'e')} FROM case_event e
       JOIN (SELECT DISTINCT source_id, case_key FROM case_event
              WHERE $1::uuid IS NULL OR (source_id, case_key) > ($1, $2) ORDER BY source_id, case_key LIMIT ${limit}) c
         ON c.source_id = e.source_id AND c.case_key = e.case_key
      ORDER BY e.source_id, e.case_key, e.at`,
    [after?.[0] ?? null, after?.[1] ?? null],
  );
  return [...groupBy(rows, ({ sourceId, caseKey }) => `${sourceId} ${caseKey}`).values()].map((events) => ({
    sourceId: events[0]!.sourceId,
    caseKey: events[0]!.caseKey,
    ticketId: null,
    sourceRecordId: events.find(({ sourceRecordId }) => sourceRecordId)?.sourceRecordId ?? null,
    title: events[0]!.caseKey,
    channel: events.find(({ channel }) => channel)?.channel ?? null,
    events: events.map(eventOf),
  }));
}
