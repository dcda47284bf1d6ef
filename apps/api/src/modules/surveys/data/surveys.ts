import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { Survey } from '../domain/survey.ts';
import { SurveyEntity } from './survey.entity.ts';

const columns = columnsOf(SurveyEntity, 's');

/** The surveys that were not removed, by name. */
export const allSurveys = (db: Db): Promise<Survey[]> =>
  db.named<Survey>(
    'surveys',
    `SELECT ${columns} FROM survey s WHERE s.removed_at IS NULL ORDER BY s.name, s.id`,
  );

/** Surveys by id, removed ones too: invitations of before speak of them. */
export async function surveysById(db: Db, ids: readonly string[]): Promise<(Survey | null)[]> {
  return inOrderOf(
    ids,
    await db.named<Survey>('surveys-by-id', `SELECT ${columns} FROM survey s WHERE s.id = ANY($1::uuid[])`, [
      ids,
    ]),
  );
}

/** Keeps a survey: a new one, or another state of the one with its id. */
export async function putSurvey(tx: Tx, survey: Survey): Promise<void> {
  await putRows(
    tx,
    SurveyEntity,
    [survey],
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, occasion = excluded.occasion, stage = excluded.stage, channel = excluded.channel,
       instrument = excluded.instrument, look = excluded.look, asks_why = excluded.asks_why, asks_heard_of = excluded.asks_heard_of, delay_minutes = excluded.delay_minutes,
       wording = excluded.wording, rest_days = excluded.rest_days, needs_consent = excluded.needs_consent,
       low_at_most = excluded.low_at_most, low_move = excluded.low_move, low_owner_id = excluded.low_owner_id,
       active_since = excluded.active_since, removed_at = excluded.removed_at`,
  );
}
