import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { keepTogether } from './data/links.ts';
import { lockEverybody } from './data/locks.ts';
import {
  type CustomerState,
  countRows,
  giveRecords,
  insertDecision,
  lockCustomers,
  seeCustomers,
} from './data/merging.ts';
import { followRecords, redirectCustomers } from './data/move-records.ts';
import { keptApart, recordsOfCustomers } from './data/read-people.ts';
import { chooseGolden, type GoldenCustomer, stewardSystem } from './domain/golden.ts';
import type { MoveRules } from './move-rules.ts';
import { refreshCustomers } from './refresh-customers.ts';

/** Why two customers are not merged. */
export interface MergeRefusal {
  code: 'SAME_CUSTOMER' | 'CUSTOMER_MISSING' | 'MERGED_ALREADY';
  message: string;
  field: 'survivorId' | 'otherId';
}

/** Two customers to become one. */
export interface MergeWish {
  survivorId: string;
  otherId: string;
  actor: Actor;
  reason?: string | null;
  /** How it came about: a person's wish, a doubtful case that a person settled, or a link that shows how it would be and says nothing true. */
  kind?: 'merge' | 'link-doubt' | 'synthetic-link';
  /** Names the run that several merges belong to, so that they are undone together. */
  runId?: string;
}

/** What merging would give. */
export interface MergePreview {
  survivorId: string;
  otherId: string;
  survivor: GoldenCustomer;
  other: GoldenCustomer;
  result: GoldenCustomer;
  moved: { table: string; fromSurvivor: number; fromOther: number }[];
  sharedSources: string[];
  keptApart: boolean;
}

/** Makes two customers one: the records of the other move to the survivor, and everything that hangs on them follows. */
export async function mergeCustomers(
  tx: Tx,
  wish: MergeWish,
  rules: MoveRules,
): Promise<Result<{ customerId: string; decisionId: string }, MergeRefusal>> {
  const { survivorId, otherId } = wish;
  if (survivorId === otherId) return refuse(same);
  await lockEverybody(tx);
  const refusal = objection(wish, await lockCustomers(tx, [survivorId, otherId]));
  if (refusal) return refuse(refusal);
  const now = new Date();
  const decisionId = newId();
  const records = await recordsOfCustomers(tx, [survivorId, otherId]);
  const recordIds = records
    .flatMap(({ recordId, customerId }) => (customerId === otherId ? [recordId] : []))
    .sort();
  await insertDecision(tx, {
    id: decisionId,
    kind: wish.kind ?? 'merge',
    at: now,
    actor: wish.actor,
    reason: wish.reason?.trim() || null,
    recordIds,
    customerIds: [survivorId, otherId],
    evidence: { survivor: survivorId, other: otherId, ...(wish.runId ? { runId: wish.runId } : {}) },
  });
  await keepTogether(
    tx,
    records.map(({ recordId }) => recordId),
    decisionId,
  );
  await giveRecords(
    tx,
    recordIds,
    survivorId,
    wish.kind ?? 'merge',
    decisionId,
    now,
    recordIds.map(() => newId()),
  );
  await followRecords(tx, rules.follows, recordIds, [otherId]);
  await redirectCustomers(tx, [{ id: newId(), oldId: otherId, newId: survivorId, decisionId }], now);
  await refreshCustomers(tx, [survivorId]);
  await rules.onMove?.(tx, [survivorId, otherId]);
  return accept({ customerId: survivorId, decisionId });
}

/** Says what merging would give, and changes nothing. */
export async function previewMerge(
  tx: Tx,
  wish: Pick<MergeWish, 'survivorId' | 'otherId'>,
  rules: MoveRules,
): Promise<Result<MergePreview, MergeRefusal>> {
  const { survivorId, otherId } = wish;
  if (survivorId === otherId) return refuse(same);
  const refusal = objection(wish, await seeCustomers(tx, [survivorId, otherId]));
  if (refusal) return refuse(refusal);
  const records = await recordsOfCustomers(tx, [survivorId, otherId]);
  const counts = await countRows(tx, rules.follows, [survivorId, otherId]);
  const apart = await keptApart(
    tx,
    records.map(({ recordId }) => recordId),
  );
  const of = (id: string) => records.filter(({ customerId }) => customerId === id);
  const count = (table: string, id: string) =>
    counts.find((row) => row.table === table && row.customerId === id)?.count ?? 0;
  return accept({
    survivorId,
    otherId,
    survivor: chooseGolden(of(survivorId)),
    other: chooseGolden(of(otherId)),
    result: chooseGolden(records),
    sharedSources: [
      ...new Set(
        of(survivorId)
          .filter(
            ({ sourceId, sourceSystem }) =>
              sourceSystem !== stewardSystem && of(otherId).some((other) => other.sourceId === sourceId),
          )
          .map(({ sourceName }) => sourceName),
      ),
    ].sort(),
    keptApart: of(survivorId).some(({ recordId }) =>
      of(otherId).some((other) => apart.get(recordId)?.has(other.recordId)),
    ),
    moved: [...new Set(counts.map(({ table }) => table))].sort().map((table) => ({
      table,
      fromSurvivor: count(table, survivorId),
      fromOther: count(table, otherId),
    })),
  });
}

const same: MergeRefusal = {
  code: 'SAME_CUSTOMER',
  message: 'A customer cannot be merged with themselves.',
  field: 'otherId',
};

function objection(
  { survivorId, otherId }: Pick<MergeWish, 'survivorId' | 'otherId'>,
  found: readonly CustomerState[],
): MergeRefusal | null {
  for (const [field, id] of [
    ['survivorId', survivorId],
    ['otherId', otherId],
  ] as const) {
    const customer = found.find((one) => one.id === id);
    if (!customer) return { code: 'CUSTOMER_MISSING', message: 'Nobody has this id.', field };
    if (customer.mergedInto)
      return { code: 'MERGED_ALREADY', message: 'This customer was merged into another one already.', field };
  }
  return null;
}
