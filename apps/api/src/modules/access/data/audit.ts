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

/** A page of the trail, newest first: of one customer or of everything, older than a row. */
export const auditPage = (
  db: Db,
  customerId: string | null,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> =>
  db.named<AuditRow>(
    customerId ? 'audit-page-of-customer' : 'audit-page',
    `SELECT id, at, actor_kind AS "actorKind", actor_name AS "actorName", action, subject_type AS "subjectType",
            subject_id AS "subjectId", customer_id AS "customerId", details
       FROM audit_entry WHERE ($1::bigint IS NULL OR id < $1) ${customerId ? 'AND customer_id = $3::uuid' : ''}
      ORDER BY id DESC LIMIT $2`,
    customerId ? [before, limit, customerId] : [before, limit],
  );
