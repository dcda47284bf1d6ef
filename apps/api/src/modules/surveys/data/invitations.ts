import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Invitation } from '../domain/invitation.ts';
import { InvitationEntity } from './invitation.entity.ts';

const columns = columnsOf(InvitationEntity, 'i');

/** Writes down whom we shall ask; about what is known already nobody is asked twice. */
export async function addInvitations(tx: Tx, invitations: readonly Invitation[]): Promise<void> {
  await putRows(tx, InvitationEntity, invitations, 'ON CONFLICT (event_key) DO NOTHING');
}

/** Which of these happenings are asked about already. */
export async function knownEvents(db: Db, eventKeys: readonly string[]): Promise<Set<string>> {
  const rows = await db.named<{ key: string }>(
    'survey-known-events',
    `SELECT i.event_key AS key FROM survey_invitation i WHERE i.event_key = ANY($1::text[])`,
    [eventKeys],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Invitations whose time has come, locked until the transaction ends; those that another process has in hand are left out. */
export const dueInvitations = (tx: Tx, now: Date, atMost: number): Promise<Invitation[]> =>
  tx.named<Invitation>(
    'survey-due',
    `SELECT ${columns} FROM survey_invitation i WHERE i.state = 'waiting' AND i.due_at <= $1
      ORDER BY i.due_at, i.id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [now, atMost],
  );

/** An invitation, locked until the transaction ends. */
export async function lockInvitation(tx: Tx, id: string): Promise<Invitation | null> {
  const [found] = await tx.named<Invitation>(
    'survey-lock',
    `SELECT ${columns} FROM survey_invitation i WHERE i.id = $1 FOR UPDATE`,
    [id],
  );
  return found ?? null;
}

/** The invitation that this secret opens. */
export async function invitationByToken(db: Db, tokenHash: string): Promise<Invitation | null> {
  const [found] = await db.named<Invitation>(
    'survey-by-token',
    `SELECT ${columns} FROM survey_invitation i WHERE i.token_hash = $1`,
    [tokenHash],
  );
  return found ?? null;
}

/** The invitation about what happened so, if anybody thought of one. */
export async function invitationByEvent(db: Db, eventKey: string): Promise<Invitation | null> {
  const [found] = await db.named<Invitation>(
    'survey-by-event',
    `SELECT ${columns} FROM survey_invitation i WHERE i.event_key = $1`,
    [eventKey],
  );
  return found ?? null;
}

/** Invitations by id, in the order asked. */
export async function invitationsById(db: Db, ids: readonly string[]): Promise<(Invitation | null)[]> {
  return inOrderOf(
    ids,
    await db.named<Invitation>(
      'survey-invitations-by-id',
      `SELECT ${columns} FROM survey_invitation i WHERE i.id = ANY($1::uuid[])`,
      [ids],
    ),
  );
}

/** Writes down where an invitation stands now. */
export async function settleInvitation(tx: Tx, invitation: Invitation): Promise<void> {
  await putRows(
    tx,
    InvitationEntity,
    [invitation],
    `ON CONFLICT (id) DO UPDATE SET state = excluded.state, due_at = excluded.due_at, silence = excluded.silence, via = excluded.via, token_hash = excluded.token_hash,
       language = excluded.language, asked_at = excluded.asked_at, answered_at = excluded.answered_at, value = excluded.value,
       comment = excluded.comment, opened_type = excluded.opened_type, opened_id = excluded.opened_id, left_at = excluded.left_at`,
  );
}

/** When this customer was last asked, or a question is on its way to them; others than `exceptId`. */
export async function lastAskedAt(db: Db, customerId: string, exceptId: string): Promise<Date | null> {
  const [row] = await db.named<{ at: Date | null }>(
    'survey-last-asked',
    `SELECT max(coalesce(i.asked_at, i.due_at)) AS at FROM survey_invitation i
      WHERE i.customer_id = $1 AND i.id <> $2 AND i.state IN ('leaving', 'asked', 'answered')`,
    [customerId, exceptId],
  );
  return row?.at ?? null;
}

/** The newest question of each of these tickets, in the order asked. */
export async function invitationsBySubject(
  db: Db,
  subjectIds: readonly string[],
): Promise<(Invitation | null)[]> {
  const rows = await db.named<Invitation>(
    'survey-by-subject',
    `SELECT DISTINCT ON (i.subject_id) ${columns} FROM survey_invitation i WHERE i.subject_id = ANY($1::uuid[])
      ORDER BY i.subject_id, i.happened_at DESC, i.id DESC`,
    [subjectIds],
  );
  const found = new Map(rows.map((one) => [one.subjectId, one]));
  return subjectIds.map((id) => found.get(id) ?? null);
}

/** How many invitations of a survey stand where, and why nobody was asked. */
export interface InvitationCount {
  surveyId: string;
  state: Invitation['state'];
  silence: Invitation['silence'];
  n: number;
}

/** The counts of these surveys, in the order asked. */
export async function countsBySurvey(db: Db, surveyIds: readonly string[]): Promise<InvitationCount[][]> {
  const rows = await db.named<InvitationCount>(
    'survey-counts',
    `SELECT i.survey_id AS "surveyId", i.state, i.silence, count(*)::int AS n FROM survey_invitation i
      WHERE i.survey_id = ANY($1::uuid[]) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [surveyIds],
  );
  return surveyIds.map((id) => rows.filter(({ surveyId }) => surveyId === id));
}
