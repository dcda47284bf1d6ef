import { newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { insertCustomers } from '#modules/customers';
import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { closeDoubtsOf } from './data/doubts.ts';
import { letPart, partSides } from './data/links.ts';
import { lockEverybody } from './data/locks.ts';
import {
  decisionsById,
  endRedirect,
  giveRecords,
  insertDecision,
  keepApart,
  letTogether,
  lockCustomers,
  redirectOf,
  type StoredDecision,
  sourceMergesBy,
  wayOf,
} from './data/merging.ts';
import { followRecords } from './data/move-records.ts';
import { keptApart, recordsOfCustomers, type StoredRecord } from './data/read-people.ts';
import { chooseGolden } from './domain/golden.ts';
import { rowOf } from './golden-rows.ts';
import { mergeCustomers } from './merge-customers.ts';
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
export const joiningKinds: readonly string[] = [
  'merge',
  'link-doubt',
  'synthetic-link',
  'source-merge',
  'auto-link',
  'auto-merge',
];

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
  if (decision.kind === 'split') return undoSplit(tx, decision, actor, reason, rules);
  if (!joiningKinds.includes(decision.kind)) return no('NOT_A_MERGE');
  const redirect = await redirectOf(tx, decisionId);
  if (!redirect && decision.kind !== 'auto-link') return no('UNDONE_ALREADY');
  const sides = await sidesOf(tx, decision, redirect);
  if (decision.kind === 'auto-link') {
    const [joined, joinedTo] = decision.recordIds as [string, string];
    const here = new Set([...sides.going, ...sides.staying]);
    const apart = await keptApart(tx, [joined]);
    if (!here.has(joined) || !here.has(joinedTo) || apart.get(joined)?.has(joinedTo))
      return no('UNDONE_ALREADY');
  }
  if (!redirect && sides.staying.length === 0) return no('NOTHING_TO_SEPARATE');
  const undoing = await separate(tx, decision, sides, redirect, { actor, reason }, rules);
  await keepApart(tx, sides.going, sides.staying, undoing.decisionId);
  await closeDoubtsOf(tx, decisionId, undoing.decisionId, new Date());
  return accept(undoing);
}

/** A record that was split off goes back to those it left; they may be joined with it again. */
async function undoSplit(
  tx: Tx,
  decision: StoredDecision,
  actor: Actor,
  reason: string | null,
  rules: MoveRules,
): Promise<Result<{ customerIds: [string, string]; decisionId: string }, UnmergeRefusal>> {
  const [home, fresh] = decision.customerIds as [string, string];
  await letTogether(tx, decision.id);
  const survivorId = await wayOf(tx, home);
  const merged = await mergeCustomers(tx, { survivorId, otherId: fresh, actor, reason }, rules);
  return merged.ok
    ? accept({ customerIds: [survivorId, fresh], decisionId: merged.value.decisionId })
    : no('UNDONE_ALREADY');
}

/** Takes one merge back as if it had not been said: nothing is kept apart. Whom it concerns; nothing when it no longer holds. */
export async function takeBackMerge(
  tx: Tx,
  decision: StoredDecision,
  actor: Actor,
  rules: MoveRules,
): Promise<string[] | null> {
  const redirect = await redirectOf(tx, decision.id);
  if (!redirect) return null;
  const sides = await sidesOf(tx, decision, redirect);
  return (await separate(tx, decision, sides, redirect, { actor, reason: null }, rules)).customerIds;
}

/**
 * Takes back what sources said when they merged people of theirs, newest first: the signals that said it are being forgotten. As if
 * it had not been said, so nothing is kept apart. Returns whom it concerns.
 */
export async function undoSourceMerges(
  tx: Tx,
  sourceId: string,
  subjectKeys: readonly string[],
  actor: Actor,
  rules: MoveRules,
): Promise<string[]> {
  await lockEverybody(tx);
  const concerned = new Set<string>();
  for (const decision of await sourceMergesBy(tx, sourceId, subjectKeys)) {
    for (const id of (await takeBackMerge(tx, decision, actor, rules)) ?? []) concerned.add(id);
  }
  return [...concerned];
}

type Redirect = Awaited<ReturnType<typeof redirectOf>>;

/** Where the records of a decision are now, which of them go, and which others stay. */
interface Sides {
  home: string;
  all: StoredRecord[];
  going: string[];
  staying: string[];
}

async function sidesOf(tx: Tx, decision: StoredDecision, redirect: Redirect): Promise<Sides> {
  const home = await wayOf(tx, decision.customerIds[0]!);
  await lockCustomers(tx, [home, ...(redirect ? [redirect.oldId] : [])].sort());
  const all = await recordsOfCustomers(tx, [home]);
  // An automatic link names the record it joined first and the one it was joined to second: only the first goes.
  const joined = new Set(decision.kind === 'auto-link' ? decision.recordIds.slice(0, 1) : decision.recordIds);
  const ids = all.map(({ recordId }) => recordId).sort();
  return {
    home,
    all,
    going: ids.filter((id) => joined.has(id)),
    staying: ids.filter((id) => !joined.has(id)),
  };
}

/** Moves what goes back to where it came from, and everything that hangs on it. */
async function separate(
  tx: Tx,
  decision: StoredDecision,
  { home, all, going, staying }: Sides,
  redirect: Redirect,
  { actor, reason }: { actor: Actor; reason: string | null },
  rules: MoveRules,
): Promise<{ customerIds: [string, string]; decisionId: string }> {
  const now = new Date();
  const undoing = newId();
  const backTo = redirect?.oldId ?? newId();
  await insertDecision(tx, {
    id: undoing,
    kind: 'unmerge',
    at: now,
    actor,
    reason: reason?.trim() || null,
    recordIds: going,
    customerIds: [home, backTo],
    evidence: { undoes: decision.id },
  });
  await letPart(tx, decision.id);
  await partSides(tx, going, staying);
  if (redirect) await endRedirect(tx, redirect, now);
  else {
    const leaving = all.filter(({ recordId }) => going.includes(recordId));
    await insertCustomers(tx, [rowOf(backTo, chooseGolden(leaving))]);
  }
  await giveRecords(
    tx,
    going,
    backTo,
    'unmerge',
    undoing,
    now,
    going.map(() => newId()),
  );
  await followRecords(tx, rules.follows, going, [home]);
  await refreshCustomers(tx, [home, backTo]);
  await rules.onMove?.(tx, [home, backTo]);
  return { customerIds: [home, backTo], decisionId: undoing };
}
