import type { NewFact } from '#modules/house';
import type { Tx } from '#platform/database';
import { foldInputs, putFacts, putStages } from './data/stages.ts';
import { foldStage } from './domain/fold-stage.ts';
import type { Fact } from './domain/stage.ts';

/** Folds anew where these customers stand. The same facts always give the same row, whatever happened in between. */
export async function refold(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)];
  if (ids.length === 0) return;
  const inputs = await foldInputs(tx, ids);
  const stages = inputs.flatMap(({ customerId, facts, sourceWord, sourceWordAt }) => {
    const folded = foldStage(
      facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
      { sourceWord, sourceWordAt },
    );
    return folded ? [{ customerId, ...folded }] : [];
  });
  await putStages(tx, ids, stages);
}

/** Takes in facts and folds anew where their customers stand; `alsoOf` are customers whose source word may have changed. */
export async function advance(
  tx: Tx,
  facts: readonly NewFact[],
  alsoOf: readonly string[] = [],
): Promise<void> {
  const known = new Map<string, Fact>(
    facts.map((fact) => [
      `${fact.sourceRecordId} ${fact.factKey}`,
      { ...fact, signalId: fact.signalId ?? null },
    ]),
  );
  await putFacts(tx, [...known.values()]);
  await refold(tx, [...facts.map(({ customerId }) => customerId), ...alsoOf]);
}
