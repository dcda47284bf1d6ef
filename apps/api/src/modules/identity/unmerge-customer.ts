import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { insertCustomers } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { closeDoubtsOf } from './data/doubts.ts';
import { lockEverybody } from './data/locks.ts';
import {
  decisionsById,
  endRedirect,
  giveRecords,
  insertDecision,
  keepApart,
  lockCustomers,
  redirectOf,
  wayOf,
} from './data/merging.ts';
import { followRecords } from './data/move-records.ts';
import { recordsOfCustomers } from './data/read-people.ts';
import { chooseGolden } from './domain/golden.ts';
import { rowOf } from './golden-rows.ts';
import type { MoveRules } from './move-rules.ts';
import { refreshCustomers } from './refresh-customers.ts';

/** Why a decision is not undone. */
export interface UnmergeRefusal {
  code: 'DECISION_MISSING' | 'NOT_A_MERGE' | 'UNDONE_ALREADY' | 'NOTHING_TO_SEPARATE';
  message: string;
  field: 'decisionId';
}

const refusals: Record<UnmergeRefusal['code'], string> = {
  DECISION_MISSING: 'There is no such decision.',
  NOT_A_MERGE: 'Only what joined records can be undone.',
  UNDONE_ALREADY: 'This was undone already.',
  NOTHING_TO_SEPARATE: 'Nothing would stay on one of the two sides.',
};
const no = (code: UnmergeRefusal['code']) =>
  refuse<UnmergeRefusal>({ code, message: refusals[code], field: 'decisionId' });

/** The kinds of decisions that join. */
export const joiningKinds: readonly string[] = ['merge', 'link-doubt', 'source-merge', 'auto-link'];

/**
 * Undoes a decision that joined records: they go back to the customer they came from (or, when they never had one, to one of
 * their own), with everything that hangs on them, also what came since. The two groups are kept apart from then on.
 */
export async function unmergeCustomer(
  tx: Tx,
  decisionId: string,
  actor: Actor,
  reason: string | null,
  rules: MoveRules,
): Promise<Result<{ customerIds: [string, string]; decisionId: string }, UnmergeRefusal>> {
  await lockEverybody(tx);
  const [decision] = await decisionsById(tx, [decisionId]);
  if (!decision) return no('DECISION_MISSING');
  if (!joiningKinds.includes(decision.kind)) return no('NOT_A_MERGE');
  const redirect = await redirectOf(tx, decisionId);
  if (!redirect && decision.kind !== 'auto-link') return no('UNDONE_ALREADY');
  const home = await wayOf(tx, decision.customerIds[0]!);
  await lockCustomers(tx, [home, ...(redirect ? [redirect.oldId] : [])].sort());
  const all = await recordsOfCustomers(tx, [home]);
  // An automatic link names the record it joined first and the one it was joined to second: only the first goes.
  const joined = new Set(decision.kind === 'auto-link' ? decision.recordIds.slice(0, 1) : decision.recordIds);
  const going = all.filter(({ recordId }) => joined.has(recordId));
  const staying = all.filter(({ recordId }) => !joined.has(recordId));
  if (going.length === 0 && decision.kind === 'auto-link') return no('UNDONE_ALREADY');
  if (!redirect && staying.length === 0) return no('NOTHING_TO_SEPARATE');

  const now = new Date();
  const undoing = newId();
  const backTo = redirect?.oldId ?? newId();
  const recordIds = going.map(({ recordId }) => recordId).sort();
  await insertDecision(tx, {
    id: undoing,
    kind: 'unmerge',
    at: now,
    actor,
    reason: reason?.trim() || null,
    recordIds,
    customerIds: [home, backTo],
    evidence: { undoes: decisionId },
  });
  if (redirect) await endRedirect(tx, redirect, now);
  else await insertCustomers(tx, [rowOf(backTo, chooseGolden(going))]);
  await giveRecords(
    tx,
    recordIds,
    backTo,
    'unmerge',
    undoing,
    now,
    recordIds.map(() => newId()),
  );
  await followRecords(tx, rules.follows, recordIds, [home]);
  await keepApart(
    tx,
    recordIds,
    staying.map(({ recordId }) => recordId),
    undoing,
  );
  await closeDoubtsOf(tx, decisionId, undoing, now);
  await refreshCustomers(tx, [home, backTo]);
  await rules.onMove?.(tx, [home, backTo]);
  return accept({ customerIds: [home, backTo], decisionId: undoing });
}
