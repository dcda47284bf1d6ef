import { newId } from '#kernel/id';
import type { Db, Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import {
  customersInSeveralDoubts,
  openDoubtsAbove,
  reopenDoubtsOf,
  type StoredDoubt,
  settleDoubt,
} from './data/doubts.ts';
import { lockEverybody } from './data/locks.ts';
import { decisionsOfRun } from './data/merging.ts';
import { usualSettings } from './domain/engine/settings.ts';
import { explanationsOfPairs, pairOf } from './explain-records.ts';
import { mergeCustomers } from './merge-customers.ts';
import type { MoveRules } from './move-rules.ts';
import { takeBackMerge } from './unmerge-customer.ts';

/** Cases settled together, undone together. */
export interface SafeLinks {
  /** Names what was done, for undoing. */
  runId: string;
  linked: number;
  customerIds: string[];
}

/** At most so many at once: each is a merge, and all of them are one transaction. */
export const safeAtMost = 200;

/** The open cases that `linkSafeDoubts` would settle now, in its order. */
export async function safeDoubts(db: Db, clear?: ReadonlySet<string>): Promise<StoredDoubt[]> {
  const doubts = await openDoubtsAbove(db, usualSettings.automaticFrom, safeAtMost);
  if (doubts.length === 0) return [];
  const rivals = await customersInSeveralDoubts(db, usualSettings.reviewFrom);
  const explained = await explanationsOfPairs(
    db,
    doubts.map(({ recordId, candidateRecordId }) => pairOf(recordId, candidateRecordId)),
  );
  // Two cases of one customer: the second is about somebody who has been joined already.
  const gone = new Set<string>();
  return doubts.filter((doubt, at) => {
    const explanation = explained[at];
    if (explanation?.outcome !== 'automatic' || explanation.keptApart) return false;
    // Whoever may be two people is somebody's to look at, however likely each is.
    if (clear ? !clear.has(pairOf(doubt.recordId, doubt.candidateRecordId)) : rivals.has(doubt.customerId))
      return false;
    if (gone.has(doubt.customerId) || gone.has(doubt.candidateId)) return false;
    gone.add(doubt.customerId);
    return true;
  });
}

/**
 * Settles as one person the open cases of which the engine is as sure as of what it joins by itself: compared anew now, above the
 * threshold, with nothing that speaks against it and nobody who keeps them apart. `clear` are pairs (`pairOf`) of which a run over
 * everybody has found that nobody else comes near: only these; without it, whoever may be two people is left alone. `undoSafeLinks` takes all of them back.
 */
export async function linkSafeDoubts(
  tx: Tx,
  actor: Actor,
  rules: MoveRules,
  clear?: ReadonlySet<string>,
): Promise<SafeLinks> {
  await lockEverybody(tx);
  const now = new Date();
  const runId = newId();
  const customerIds = new Set<string>();
  let linked = 0;
  for (const doubt of await safeDoubts(tx, clear)) {
    const merged = await mergeCustomers(
      tx,
      {
        survivorId: doubt.candidateId,
        otherId: doubt.customerId,
        actor,
        kind: 'link-doubt',
        runId,
      },
      rules,
    );
    if (!merged.ok) continue;
    await settleDoubt(
      tx,
      doubt.id,
      'linked',
      merged.value.decisionId,
      actor.kind === 'user' ? actor.id : null,
      now,
    );
    customerIds.add(doubt.candidateId).add(doubt.customerId);
    linked += 1;
  }
  return { runId, linked, customerIds: [...customerIds] };
}

/** Takes back everything that one `linkSafeDoubts` joined, as if it had not been said: the cases are open again. */
export async function undoSafeLinks(
  tx: Tx,
  runId: string,
  actor: Actor,
  rules: MoveRules,
): Promise<{ undone: number; customerIds: string[] }> {
  await lockEverybody(tx);
  const customerIds = new Set<string>();
  let undone = 0;
  for (const decision of await decisionsOfRun(tx, runId)) {
    const back = await takeBackMerge(tx, decision, actor, rules);
    if (!back) continue;
    await reopenDoubtsOf(tx, decision.id);
    for (const id of back) customerIds.add(id);
    undone += 1;
  }
  return { undone, customerIds: [...customerIds] };
}
