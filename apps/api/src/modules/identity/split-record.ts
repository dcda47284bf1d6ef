import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { insertCustomers } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { partSides } from './data/links.ts';
import { lockEverybody } from './data/locks.ts';
import { giveRecords, insertDecision, keepApart, lockCustomers } from './data/merging.ts';
import { followRecords } from './data/move-records.ts';
import { recordsOfCustomers, storedRecordsById } from './data/read-people.ts';
import { chooseGolden } from './domain/golden.ts';
import { rowOf } from './golden-rows.ts';
import type { MoveRules } from './move-rules.ts';
import { refreshCustomers } from './refresh-customers.ts';

/** Why a record is not split off. */
export interface SplitRefusal {
  code: 'RECORD_MISSING' | 'ALONE_ALREADY';
  message: string;
  field: 'recordId' | 'otherRecordId';
}

const missing = (field: SplitRefusal['field']): SplitRefusal => ({
  code: 'RECORD_MISSING',
  message: 'There is no such record of a person.',
  field,
});
const alone: SplitRefusal = {
  code: 'ALONE_ALREADY',
  message: 'This record is all there is of its customer.',
  field: 'recordId',
};

/**
 * Takes one record off its customer: it becomes a customer of its own, with everything that hangs on it, and is kept apart from those
 * it leaves. `unmergeCustomer` undoes it.
 */
export async function splitRecord(
  tx: Tx,
  recordId: string,
  actor: Actor,
  reason: string | null,
  rules: MoveRules,
): Promise<Result<{ customerIds: [string, string]; decisionId: string }, SplitRefusal>> {
  await lockEverybody(tx);
  const [record] = await storedRecordsById(tx, [recordId]);
  if (!record) return refuse(missing('recordId'));
  const home = record.customerId;
  await lockCustomers(tx, [home]);
  const staying = (await recordsOfCustomers(tx, [home]))
    .map((one) => one.recordId)
    .filter((id) => id !== recordId)
    .sort();
  if (staying.length === 0) return refuse(alone);
  const now = new Date();
  const [decisionId, fresh] = [newId(), newId()];
  await insertDecision(tx, {
    id: decisionId,
    kind: 'split',
    at: now,
    actor,
    reason: reason?.trim() || null,
    recordIds: [recordId],
    customerIds: [home, fresh],
    evidence: { stays: staying },
  });
  await insertCustomers(tx, [rowOf(fresh, chooseGolden([record]))]);
  await giveRecords(tx, [recordId], fresh, 'split', decisionId, now, [newId()]);
  await followRecords(tx, rules.follows, [recordId], [home]);
  await partSides(tx, [recordId], staying);
  await keepApart(tx, [recordId], staying, decisionId);
  await refreshCustomers(tx, [home, fresh]);
  await rules.onMove?.(tx, [home, fresh]);
  return accept({ customerIds: [home, fresh], decisionId });
}

/** Says of two records that they are two people, for good: nothing joins them by itself. Records of one customer are split first. */
export async function separateRecords(
  tx: Tx,
  recordId: string,
  otherRecordId: string,
  actor: Actor,
  reason: string | null,
  rules: MoveRules,
): Promise<Result<{ customerIds: [string, string]; decisionId: string }, SplitRefusal>> {
  await lockEverybody(tx);
  const records = await storedRecordsById(tx, [recordId, otherRecordId]);
  const one = records.find((record) => record.recordId === recordId);
  const other = records.find((record) => record.recordId === otherRecordId);
  if (!one) return refuse(missing('recordId'));
  if (!other || one === other) return refuse(missing('otherRecordId'));
  if (one.customerId === other.customerId) return splitRecord(tx, recordId, actor, reason, rules);
  const decisionId = newId();
  const customerIds: [string, string] = [other.customerId, one.customerId];
  await insertDecision(tx, {
    id: decisionId,
    kind: 'separate',
    at: new Date(),
    actor,
    reason: reason?.trim() || null,
    recordIds: [recordId, otherRecordId],
    customerIds,
    evidence: {},
  });
  await keepApart(tx, [recordId], [otherRecordId], decisionId);
  return accept({ customerIds, decisionId });
}
