import { summarise } from '#modules/customers';
import { type Manifest, neighbours } from '#modules/house';
import type { Tx } from '#platform/database';

/** What happens when records move between customers, handed in by whoever knows all subjects. */
export interface MoveRules {
  /** Tables whose `customer_id` follows the source record. */
  follows: readonly string[];
  /** Tables of what we write about a customer by ourselves: it goes with them. */
  ownWords?: readonly string[];
  /** Called with every customer concerned after records moved. */
  onMove?: (tx: Tx, customerIds: string[]) => Promise<void>;
}

/** Brings every subject's part of these customers' summaries up to date. */
async function summariseAll(tx: Tx, modules: readonly Manifest[], customerIds: string[]): Promise<void> {
  summarise(
    tx,
    modules.flatMap(({ summary }) => summary ?? []),
    customerIds,
  );
  for (const module of modules) await module.summarise?.(tx, customerIds);
}

const known = new WeakMap<readonly Manifest[], MoveRules>();

/** What the subjects say about moving: the tables that follow, then each subject's own way, then its part of the summary. */
export function moveRulesOf(modules: readonly Manifest[]): MoveRules {
  const before = known.get(modules);
  if (before) return before;
  const rules: MoveRules = {
    follows: modules.flatMap((module) => module.follows ?? []),
    ownWords: modules.flatMap((module) => module.ownWords ?? []),
    async onMove(tx, customerIds) {
      for (const module of modules) await module.onMove?.(tx, customerIds, modules);
      await summariseAll(tx, modules, customerIds);
    },
  };
  known.set(modules, rules);
  return rules;
}

/** What all subjects of this house say about moving. */
export const houseRules = (): MoveRules => moveRulesOf(neighbours());
