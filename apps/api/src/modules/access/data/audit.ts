import { type Db, insertRows } from '#platform/database';
import type { AuditedAct } from '../domain/audited-act.ts';

const types = {
  actor_kind: 'text',
  actor_id: 'uuid',
  actor_name: 'text',
  action: 'text',
  subject_type: 'text',
  subject_id: 'text',
  customer_id: 'uuid',
  details: 'jsonb',
};

/** One row of the trail. */
export interface AuditRow {
  id: number;
  at: Date;
  actorKind: string;
  actorName: string;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  customerId: string | null;
  details: Record<string, unknown>;
}

/** Who is written into the trail. */
interface NamedActor {
  kind: string;
  id: string | null;
  name: string;
}

/** Appends rows of one actor to the trail with one statement. */
export const appendAudit = (db: Db, actor: NamedActor, acts: readonly AuditedAct[]): Promise<void> =>
  appendAuditOf(
    db,
    acts.map((act) => ({ actor, act })),
  );

/** Appends rows of several actors to the trail with one statement. */
export async function appendAuditOf(
  db: Db,
  rows: readonly { actor: NamedActor; act: AuditedAct }[],
): Promise<void> {
  await insertRows(
    db,
    'audit_entry',
    types,
    rows.map(({ actor, act }) => ({
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      action: act.action,
      subject_type: act.subjectType,
      subject_id: act.subjectId,
      customer_id: act.customerId,
      details: act.details ?? {},
    })),
  );
}

/** What of the trail is asked for: all of it must hold, and what is not given does not count. */
export interface AuditFilter {
  customerId?: string | null;
  actorId?: string | null;
  actions?: string[] | null;
  from?: Date | null;
  /** Before this moment. */
  until?: Date | null;
}

/** A page of the trail, newest first, older than a row. */
export function auditPage(
  db: Db,
  filter: AuditFilter,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const conditions: [value: unknown, sql: (place: string) => string][] = [
    [before, (place) => `id < ${place}::bigint`],
    [filter.customerId, (place) => `customer_id = ${place}::uuid`],
    [filter.actorId, (place) => `actor_id = ${place}::uuid`],
    [filter.actions, (place) => `action = ANY(${place}::text[])`],
    [filter.from, (place) => `at >= ${place}::timestamptz`],
    [filter.until, (place) => `at < ${place}::timestamptz`],
  ];
  const given = conditions.filter(([value]) => value !== null && value !== undefined);
  const which = given.map(([, sql], index) => sql(`$${index + 2}`));
  return db.query<AuditRow>(
    `SELECT id, at, actor_kind AS "actorKind", actor_name AS "actorName", action, subject_type AS "subjectType",
            subject_id AS "subjectId", customer_id AS "customerId", details
       FROM audit_entry ${which.length > 0 ? `WHERE ${which.join(' AND ')}` : ''}
      ORDER BY id DESC LIMIT $1`,
    [limit, ...given.map(([value]) => value)],
  );
}
