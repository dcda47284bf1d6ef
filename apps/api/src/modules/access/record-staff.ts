import { newId } from '#kernel/id';
import type { Located, Recorded } from '#modules/house';
import type { Tx } from '#platform/database';
import { upsertStaff } from './data/staff.ts';
import type { StaffSignal } from './domain/read-staff-signal.ts';

/** Remembers colleagues of a source, so that tickets and deals can name them. They are no customers and tell no story. */
export async function recordStaff(tx: Tx, items: Located<StaffSignal>[]): Promise<Recorded> {
  // One row for each colleague, the last word of each field: an upsert may not touch a row twice.
  const rows = new Map<string, Parameters<typeof upsertStaff>[1][number]>();
  for (const { sourceId, signal } of items) {
    const key = `${sourceId} ${signal.subjectKey}`;
    const before = rows.get(key);
    rows.set(key, {
      id: before?.id ?? newId(),
      source_id: sourceId,
      source_key: signal.subjectKey,
      name: signal.body.name || before?.name || null,
      email: signal.body.email || before?.email || null,
    });
  }
  await upsertStaff(tx, [...rows.values()]);
  return { entries: [], facts: [] };
}
