import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { BusinessHours, SlaPolicy } from '../domain/policy.ts';
import { BusinessHoursEntity, SlaPolicyEntity } from './policy.entity.ts';

/** The policies that count, in their order. */
export const policiesInOrder = (db: Db): Promise<SlaPolicy[]> =>
  db.named<SlaPolicy>(
    'sla-policies',
    `SELECT ${columnsOf(SlaPolicyEntity, 'p')} FROM sla_policy p WHERE p.removed_at IS NULL ORDER BY p.place, p.name, p.id`,
  );

/** All business hours, by name. */
export const allHours = (db: Db): Promise<BusinessHours[]> =>
  db.named<BusinessHours>(
    'business-hours',
    `SELECT ${columnsOf(BusinessHoursEntity, 'h')} FROM business_hours h WHERE h.removed_at IS NULL ORDER BY h.name, h.id`,
  );

/** Policies by id, removed ones too: clocks of before speak of them. */
export async function policiesById(db: Db, ids: readonly string[]): Promise<(SlaPolicy | null)[]> {
  const rows = await db.named<SlaPolicy>(
    'sla-policies-by-id',
    `SELECT ${columnsOf(SlaPolicyEntity, 'p')} FROM sla_policy p WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Hours by id, removed ones too. */
export async function hoursById(db: Db, ids: readonly string[]): Promise<(BusinessHours | null)[]> {
  const rows = await db.named<BusinessHours>(
    'business-hours-by-id',
    `SELECT ${columnsOf(BusinessHoursEntity, 'h')} FROM business_hours h WHERE h.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** Keeps a policy: a new one, or another state of the one with its id. */
export async function putPolicy(tx: Tx, policy: SlaPolicy): Promise<void> {
  await putRows(
    tx,
    SlaPolicyEntity,
    [policy],
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, about = excluded.about, rating_at_most = excluded.rating_at_most, place = excluded.place, priorities = excluded.priorities,
       channels = excluded.channels, customer_tags = excluded.customer_tags, stages = excluded.stages,
       first_reply_minutes = excluded.first_reply_minutes, next_reply_minutes = excluded.next_reply_minutes,
       resolution_minutes = excluded.resolution_minutes, hours_id = excluded.hours_id, removed_at = excluded.removed_at`,
  );
}

/** Keeps hours: new ones, or another state of those with the id. */
export async function putHours(tx: Tx, hours: BusinessHours): Promise<void> {
  await putRows(
    tx,
    BusinessHoursEntity,
    [hours],
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone, week = excluded.week,
       holidays = excluded.holidays, removed_at = excluded.removed_at`,
  );
}
