import { newId } from '#kernel/id';
import { ensureSource, type Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import { holdStill } from './data/locks.ts';
import { recordsByKey, type StoredRecord } from './data/read-people.ts';
import { insertStewardRecords, liveCustomers } from './data/steward.ts';
import { stewardSystem } from './domain/golden.ts';

/** The source of what people write here themselves. */
export const stewardSource = (tx: Tx): Promise<Source> =>
  ensureSource(tx, stewardSystem, stewardSystem, 'Ancora');

const keyOf = (customerId: string): string => `customer:${customerId}`;

/** Where what people write about a customer hangs, for good. */
export interface StewardRecord {
  sourceId: string;
  sourceRecordId: string;
  /** The live customer: the survivor, when an old id was asked for. */
  customerId: string;
}

/**
 * The customer's own record of the source `ancora`, made when it is first needed: notes, tasks and corrections hang on it, so
 * that merging and splitting carries them like everything else. `null` when nobody has this id. Nobody is merged until the
 * transaction ends.
 */
export async function stewardRecord(tx: Tx, customerId: string): Promise<StewardRecord | null> {
  const found = await stewardRecords(tx, [customerId]);
  const record = found.get(customerId);
  return record
    ? { sourceId: record.sourceId, sourceRecordId: record.recordId, customerId: record.customerId }
    : null;
}

/** The same for many: by the id that was asked for. Ids of nobody are left out. */
export async function stewardRecords(
  tx: Tx,
  customerIds: readonly string[],
): Promise<Map<string, StoredRecord>> {
  await holdStill(tx);
  const source = await stewardSource(tx);
  const live = await liveCustomers(tx, customerIds);
  const ids = [...new Set(live.map(({ id }) => id))].sort();
  const read = async () =>
    new Map((await recordsByKey(tx, source, ids.map(keyOf))).map((record) => [record.key, record]));
  let records = await read();
  const missing = ids.filter((id) => !records.has(keyOf(id)));
  if (missing.length > 0) {
    await insertStewardRecords(
      tx,
      source.id,
      missing.map((id) => ({ id: newId(), membershipId: newId(), key: keyOf(id), customerId: id })),
      new Date(),
    );
    records = await read();
  }
  return new Map(
    live.flatMap(({ askedId, id }) => {
      const record = records.get(keyOf(id));
      return record ? [[askedId, record] as const] : [];
    }),
  );
}
