import { untell } from '#modules/timeline';
import type { Tx } from '#platform/database';
import { refold } from './advance.ts';
import { deleteFactsOf } from './data/stages.ts';

/**
 * Takes back what the signals about these things told and what they said of the journey, while the signals are still
 * remembered. A subject calls it in its `forget`; the signals that remain are recorded again afterwards.
 */
export async function takeBack(
  tx: Tx,
  sourceId: string,
  kind: string,
  subjectKeys: readonly string[],
): Promise<void> {
  await untell(tx, sourceId, kind, subjectKeys);
  await refold(tx, await deleteFactsOf(tx, sourceId, kind, subjectKeys));
}
