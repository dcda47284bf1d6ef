import { type Db, insertRows } from '#platform/database';

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

/** What `appendAudit` writes of one act. */
interface Act {
  action: string;
  subjectType?: string;
  subjectId?: string;
  customerId?: string;
  details?: Record<string, unknown>;
}

/** Appends rows to the trail with one statement. */
export async function appendAudit(
  db: Db,
  actor: { kind: string; id: string | null; name: string },
  acts: readonly Act[],
): Promise<void> {
  await insertRows(
    db,
    'audit_entry',
    types,
    acts.map((act) => ({
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
