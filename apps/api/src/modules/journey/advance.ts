import { groupBy } from '#kernel/batch';
import type { NewFact } from '#modules/house';
import type { Tx } from '#platform/database';
import { mapsOf } from './data/live-maps.ts';
import { factsOf, foldInputs, putFacts, putStages, putTracks } from './data/stages.ts';
import { foldStage } from './domain/fold-stage.ts';
import type { CustomerStage, CustomerTrack, Fact, Standing } from './domain/stage.ts';

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

// What is shown is what is kept: three decimals say all that a convention of points can.
const kept = (folded: Standing): Standing => ({
  ...folded,
  confidence: folded.confidence === null ? null : rounded(folded.confidence),
  reasons: folded.reasons.map((reason) => ({ ...reason, points: rounded(reason.points) })),
});

/** Folds anew where these customers stand, on every journey. The same facts always give the same rows, whatever happened in between. */
export async function refold(tx: Tx, customerIds: readonly string[]): Promise<void> {
  const ids = [...new Set(customerIds)];
  if (ids.length === 0) return;
  const [inputs, facts] = await Promise.all([foldInputs(tx, ids), factsOf(tx, ids)]);
  const factsBy = groupBy(facts, ({ customerId }) => customerId);
  const { live = [], overrides = [], onTracks = true } = inputs[0]?.shared ?? {};
  const [main, ...others] = await mapsOf(tx, live);
  const saidBy = groupBy(overrides, ({ customerId }) => customerId);
  const stages: CustomerStage[] = [];
  const tracks: CustomerTrack[] = [];
  for (const { customerId, sourceWord, sourceWordAt } of inputs) {
    const facts = factsBy.get(customerId) ?? [];
    const said = saidBy.get(customerId) ?? [];
    const overrides = said.map(({ id, at, stage }) => ({ id, at: new Date(at), stage }));
    const folded = foldStage(facts, { sourceWord, sourceWordAt, overrides, map: main!.map });
    if (folded) stages.push({ customerId, ...kept(folded) });
    for (const { mapId, map } of others) {
      const track = foldStage(facts, { map });
      if (track) tracks.push({ customerId, mapId, ...kept(track) });
    }
  }
  await putStages(tx, ids, stages);
  await putTracks(tx, ids, tracks, onTracks);
}

/** Keeps facts, of which the last word of each counts; `refold` then says where customers stand. */
export async function keepFacts(tx: Tx, facts: readonly NewFact[]): Promise<void> {
  const known = new Map<string, Fact>(
    facts.map((fact) => [
      `${fact.sourceRecordId} ${fact.factKey}`,
      { ...fact, signalId: fact.signalId ?? null },
    ]),
  );
  await putFacts(tx, [...known.values()]);
}

/** Takes in facts and folds anew where their customers stand; `alsoOf` are customers whose source word may have changed. */
export async function advance(
  tx: Tx,
  facts: readonly NewFact[],
  alsoOf: readonly string[] = [],
): Promise<void> {
  await keepFacts(tx, facts);
  await refold(tx, [...facts.map(({ customerId }) => customerId), ...alsoOf]);
}
