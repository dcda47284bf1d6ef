import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { settleDoubt, takeDoubt } from './data/doubts.ts';
import { lockEverybody } from './data/locks.ts';
import { insertDecision, keepApart } from './data/merging.ts';
import { type MergeRefusal, mergeCustomers } from './merge-customers.ts';
import type { MoveRules } from './move-rules.ts';

/** Why a doubtful case is not settled. */
export interface DoubtRefusal {
  code: 'DOUBT_SETTLED' | MergeRefusal['code'];
  message: string;
  field: string;
}

const settled: DoubtRefusal = {
  code: 'DOUBT_SETTLED',
  message: 'This case is settled, or was never there.',
  field: 'id',
};

/** Settles a doubtful case: one person. The customer who was there first survives. */
export async function linkDoubt(
  tx: Tx,
  id: string,
  actor: Actor,
  rules: MoveRules,
): Promise<Result<{ customerIds: string[]; decisionId: string }, DoubtRefusal>> {
  await lockEverybody(tx);
  const doubt = await takeDoubt(tx, id);
  if (!doubt) return refuse(settled);
  const merged = await mergeCustomers(
    tx,
    { survivorId: doubt.candidateId, otherId: doubt.customerId, actor, kind: 'link-doubt' },
    rules,
  );
  if (!merged.ok) return merged;
  await settleDoubt(tx, id, 'linked', merged.value.decisionId, userOf(actor), new Date());
  return accept({
    customerIds: [doubt.candidateId, doubt.customerId],
    decisionId: merged.value.decisionId,
  });
}

/** Settles a doubtful case: two people, for good. */
export async function separateDoubt(
  tx: Tx,
  id: string,
  actor: Actor,
): Promise<Result<{ customerIds: string[]; decisionId: string }, DoubtRefusal>> {
  await lockEverybody(tx);
  const doubt = await takeDoubt(tx, id);
  if (!doubt) return refuse(settled);
  const now = new Date();
  const decisionId = newId();
  const customerIds = [doubt.candidateId, doubt.customerId];
  await insertDecision(tx, {
    id: decisionId,
    kind: 'separate',
    at: now,
    actor,
    reason: null,
    recordIds: [doubt.recordId, doubt.candidateRecordId],
    customerIds,
    evidence: { reasons: doubt.reasons },
  });
  await keepApart(tx, [doubt.recordId], [doubt.candidateRecordId], decisionId);
  await settleDoubt(tx, id, 'separated', decisionId, userOf(actor), now);
  return accept({ customerIds, decisionId });
}

const userOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);
