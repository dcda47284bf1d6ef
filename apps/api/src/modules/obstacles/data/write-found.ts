import { newId } from '#kernel/id';
import { putRows, type Tx } from '#platform/database';
import type { Case } from '../domain/case.ts';
import type { CaseFound } from '../domain/find-obstacles.ts';
import { CaseFrictionEntity, ObstacleEntity, ObstacleSightingEntity } from './obstacle.entity.ts';

const stepOf = (one: { kind: string; stepFrom: string; stepTo: string }): string =>
  JSON.stringify([one.kind, one.stepFrom, one.stepTo]);

/**
 * Writes what was found in cases: how hard each was, the obstacles that are new, and where each was met. What was found there before is
 * replaced; what people said of obstacles stays.
 */
export async function writeFound(
  tx: Tx,
  found: readonly { one: Case; is: CaseFound }[],
  asOf: Date,
): Promise<void> {
  if (found.length === 0) return;
  const frictions = await putRows<CaseFrictionEntity, { id: string; sourceId: string; caseKey: string }>(
    tx,
    CaseFrictionEntity,
    found.map(({ one, is }) => ({
      id: newId(),
      sourceId: one.sourceId,
      caseKey: one.caseKey,
      ticketId: one.ticketId,
      recordId: one.sourceRecordId,
      title: one.title,
      channel: one.channel,
      openedAt: is.openedAt,
      lastAt: is.lastAt,
      isSolved: is.isSolved,
      events: is.friction.n,
      ease: is.friction.ease,
      counts: is.friction.counts,
      asOf,
      settings: is.friction.settings,
    })),
    `ON CONFLICT (source_id, case_key) DO UPDATE SET ticket_id = excluded.ticket_id, record_id = excluded.record_id, title = excluded.title,
       channel = excluded.channel, opened_at = excluded.opened_at, last_at = excluded.last_at, is_solved = excluded.is_solved,
       events = excluded.events, ease = excluded.ease, counts = excluded.counts, as_of = excluded.as_of, settings = excluded.settings
     RETURNING id, source_id AS "sourceId", case_key AS "caseKey"`,
  );
  const caseIds = new Map(frictions.map(({ id, sourceId, caseKey }) => [`${sourceId} ${caseKey}`, id]));
  const steps = new Map(found.flatMap(({ is }) => is.sightings.map((one) => [stepOf(one), one])));
  // In one order, so that two sweeps do not embrace.
  const kinds = [...steps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  await putRows(
    tx,
    ObstacleEntity,
    kinds.map(({ kind, stepFrom, stepTo }) => ({
      id: newId(),
      kind,
      stepFrom,
      stepTo,
      state: 'found' as const,
      ownerId: null,
      ownerName: null,
      decidedByName: null,
      decidedAt: null,
      reason: null,
      mendedAt: null,
      mendedHow: null,
      foundAt: asOf,
    })),
    'ON CONFLICT (kind, step_from, step_to) DO NOTHING',
  );
  const obstacles = await tx.named<{ id: string; kind: string; stepFrom: string; stepTo: string }>(
    'obstacles-by-step',
    `SELECT o.id, o.kind, o.step_from AS "stepFrom", o.step_to AS "stepTo" FROM obstacle o
       JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked(kind, step_from, step_to)
         ON asked.kind = o.kind AND asked.step_from = o.step_from AND asked.step_to = o.step_to`,
    [kinds.map(({ kind }) => kind), kinds.map(({ stepFrom }) => stepFrom), kinds.map(({ stepTo }) => stepTo)],
  );
  const obstacleIds = new Map(obstacles.map((one) => [stepOf(one), one.id]));
  tx.later('sightings-replaced', 'DELETE FROM obstacle_sighting WHERE case_id = ANY($1::uuid[])', [
    [...caseIds.values()],
  ]);
  await putRows(
    tx,
    ObstacleSightingEntity,
    found.flatMap(({ one, is }) =>
      is.sightings.map((sighting, place) => ({
        caseId: caseIds.get(`${one.sourceId} ${one.caseKey}`)!,
        place,
        obstacleId: obstacleIds.get(stepOf(sighting))!,
        at: sighting.at,
        excessMinutes: sighting.excessMinutes,
        evidence: sighting.evidence,
      })),
    ),
    '',
  );
}
