import { inOrderOf, inPlaces } from '#kernel/batch';
import { columnsOf, type Db, type OwnerBefore, ownerBefore, putRows, type Tx } from '#platform/database';
import type { Interaction } from '../domain/interaction.ts';
import { InteractionEntity } from './interaction.entity.ts';

/** Writes interactions; a blank never erases. Answers with the id of each. */
export const putInteractions = (
  tx: Tx,
  interactions: readonly Interaction[],
): Promise<(Pick<Interaction, 'id' | 'sourceId' | 'sourceKey'> & OwnerBefore)[]> =>
  putRows(
    tx,
    InteractionEntity,
    interactions,
    `ON CONFLICT (source_id, source_key) DO UPDATE SET customer_id = excluded.customer_id,
       source_record_id = excluded.source_record_id, channel = excluded.channel,
       direction = coalesce(excluded.direction, interaction.direction), department = excluded.department,
       subject = coalesce(excluded.subject, interaction.subject), body = coalesce(excluded.body, interaction.body),
       duration_seconds = coalesce(excluded.duration_seconds, interaction.duration_seconds),
       outcome = coalesce(excluded.outcome, interaction.outcome),
       agent_name = coalesce(excluded.agent_name, interaction.agent_name),
       moments = coalesce(excluded.moments, interaction.moments), at = excluded.at, signal_id = excluded.signal_id
     RETURNING id, source_id AS "sourceId", source_key AS "sourceKey", ${ownerBefore('interaction')}`,
  );

/** Takes interactions back. */
export async function deleteInteractions(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
): Promise<void> {
  tx.later(
    'interactions-forget',
    'DELETE FROM interaction WHERE source_id = $1 AND source_key = ANY($2::text[])',
    [sourceId, subjectKeys],
  );
}

/** Whose interactions, and how many. */
export interface InteractionsKey {
  customerId: string;
  first: number;
}

/** The newest interactions of each customer. */
export async function interactionsByCustomer(
  db: Db,
  keys: readonly InteractionsKey[],
): Promise<Interaction[][]> {
  const limit = Math.max(...keys.map((key) => key.first));
  const rows = await db.named<Interaction & { place: number }>(
    `interactions-by-customer-${limit}`,
    `SELECT asked.place::int AS place, i.* FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(customer, place)
      CROSS JOIN LATERAL (SELECT ${columnsOf(InteractionEntity, 'o')} FROM interaction o WHERE o.customer_id = asked.customer
                           ORDER BY o.at DESC, o.id DESC LIMIT ${limit}) i
      ORDER BY asked.place, i.at DESC, i.id DESC`,
    [keys.map((key) => key.customerId)],
  );
  return inPlaces(rows, keys.length).map((list, place) => list.slice(0, keys[place]!.first));
}

/** The interaction that a source calls so, or `null`. */
export async function interactionByKey(
  db: Db,
  sourceId: string,
  sourceKey: string,
): Promise<Interaction | null> {
  const [found] = await db.named<Interaction>(
    'interaction-by-key',
    `SELECT ${columnsOf(InteractionEntity, 'i')} FROM interaction i WHERE i.source_id = $1 AND i.source_key = $2`,
    [sourceId, sourceKey],
  );
  return found ?? null;
}

/** Interactions by id, in the order asked. */
export async function interactionsById(db: Db, ids: readonly string[]): Promise<(Interaction | null)[]> {
  const rows = await db.named<Interaction>(
    'interactions-by-id',
    `SELECT ${columnsOf(InteractionEntity, 'i')} FROM interaction i WHERE i.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}
