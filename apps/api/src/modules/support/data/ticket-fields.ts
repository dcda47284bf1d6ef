import { inOrderOf } from '#kernel/batch';
import { columnsOf, type Db, putRows, type Tx } from '#platform/database';
import type { TicketField } from '../domain/ticket-field.ts';
import { TicketFieldEntity } from './ticket-field.entity.ts';

/** All fields of one's own in their order, those that were put away too. */
export const allFields = (db: Db): Promise<TicketField[]> =>
  db.named<TicketField>(
    'ticket-fields',
    `SELECT ${columnsOf(TicketFieldEntity, 'f')} FROM ticket_field f ORDER BY f.place, f.created_at, f.id`,
  );

/** All of them, locked until the transaction ends: who adds or orders fields waits for who does so now. */
export const lockFields = (tx: Tx): Promise<TicketField[]> =>
  tx.named<TicketField>(
    'ticket-fields-lock',
    `SELECT ${columnsOf(TicketFieldEntity, 'f')} FROM ticket_field f ORDER BY f.place, f.created_at, f.id FOR UPDATE`,
  );

/** Fields by id, those that were put away too. */
export async function fieldsById(db: Db, ids: readonly string[]): Promise<(TicketField | null)[]> {
  const rows = await db.named<TicketField>(
    'ticket-fields-by-id',
    `SELECT ${columnsOf(TicketFieldEntity, 'f')} FROM ticket_field f WHERE f.id = ANY($1::uuid[])`,
    [ids],
  );
  return inOrderOf(ids, rows);
}

/** All fields for each asker: one request asks for them once. */
export async function fieldsForEach(db: Db, keys: readonly string[]): Promise<TicketField[][]> {
  const fields = await allFields(db);
  return keys.map(() => fields);
}

/** Keeps fields: new ones, or another state of those with their ids. */
export async function putFields(tx: Tx, fields: readonly TicketField[]): Promise<void> {
  await putRows(
    tx,
    TicketFieldEntity,
    fields,
    `ON CONFLICT (id) DO UPDATE SET name = excluded.name, options = excluded.options, aliases = excluded.aliases,
       is_required_to_solve = excluded.is_required_to_solve, team_ids = excluded.team_ids, types = excluded.types,
       data_class = excluded.data_class, place = excluded.place, removed_at = excluded.removed_at`,
  );
}
