import type { Tx } from '#platform/database';
import type { Actor } from './actor.ts';
import { lockEverybody } from './data/locks.ts';
import type { Knowledge } from './data/match-online.ts';
import type { MoveRules } from './move-rules.ts';
import { Neighbourhood } from './neighbourhood.ts';
import { emptyPlan } from './people-plan.ts';
import { Placing } from './place-people.ts';
import { recallCustomers } from './recall-people.ts';
import { writePlan } from './write-plan.ts';

/** What looking at some customers again came to. */
export interface SettledAgain {
  /** The customer of each record, as it is now (or would be). */
  customerOf: Map<string, string>;
  /** Records that went (or would go) to other customers. */
  moved: number;
  /** Customers joined to others, and parts that were taken off. */
  joined: number;
  split: number;
  /** Cases raised, and cases that are none any more. */
  raised: number;
  dropped: number;
  customerIds: string[];
}

/** Who looks again, and with what. */
export interface AgainWish {
  knowledge: Knowledge;
  actor: Actor;
  rules: MoveRules;
  runId?: string;
  /** Only says what it would do. */
  dry?: boolean;
  /** Raises no new cases. */
  quiet?: boolean;
  /** Joins and parts nobody by itself: what it would do becomes a case. */
  askOnly?: boolean;
}

/**
 * Settles again who is whom in each of these sets of customers, by the same rules by which one record finds its place, and brings
 * customers and open cases in line with it.
 */
export async function settleAgain(
  tx: Tx,
  sets: readonly (readonly string[])[],
  { knowledge, actor, rules, runId, dry = false, quiet = false, askOnly = false }: AgainWish,
): Promise<SettledAgain> {
  if (!dry) await lockEverybody(tx);
  const { people, links, matching } = await recallCustomers(tx, [...new Set(sets.flat())], knowledge);
  const plan = emptyPlan();
  const near = new Neighbourhood(people, links, matching);
  for (const set of sets) {
    const present = set.filter((id) => people.recordsOf(id).length > 0);
    if (present.length === 0) continue;
    const settled = near.settle(present, askOnly);
    if (quiet) settled.doubts = [];
    new Placing(plan, people, links, null).place(settled, null, settled.members[0]!);
  }
  if (!dry) await writePlan(tx, plan, people, rules, { actor, knowledge, ...(runId ? { runId } : {}) });
  const known = new Set<string>();
  for (const doubt of links.everyDoubt()) if (!doubt.isNew) known.add(doubt.id);
  return {
    customerOf: new Map([...people.byId.values()].map(({ recordId, customerId }) => [recordId, customerId])),
    moved: new Set(plan.moves.map(({ record }) => record.recordId)).size,
    joined: plan.left.size,
    split: plan.decisions.filter(({ kind }) => kind === 'auto-split').length,
    raised: [...plan.doubts.keys()].filter((id) => !known.has(id)).length,
    dropped: plan.droppedDoubts.size,
    customerIds: [...new Set(plan.moves.flatMap(({ from, to }) => [from, to]))],
  };
}
