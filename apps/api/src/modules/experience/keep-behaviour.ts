import type { Tx } from '#platform/database';
import { putBehaviour } from './data/behaviour.ts';
import type { KeptBehaviour } from './domain/behaviour.ts';

/** Keeps what a model says of the behaviour of these customers; of whom it says nothing, their own rhythm speaks again. */
export const keepBehaviour = (
  tx: Tx,
  customerIds: readonly string[],
  behaviours: readonly KeptBehaviour[],
): Promise<void> => putBehaviour(tx, customerIds, behaviours);
