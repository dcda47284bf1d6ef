import { groupBy } from '#kernel/batch';
import type { Proportion } from '#kernel/statistics/proportion';
import type { Db } from '#platform/database';
import { liveMaps } from './data/live-maps.ts';
import { latestOverrides } from './data/overrides.ts';
import { factsOf } from './data/stages.ts';
import { type OverrideVerdict, overridesRight, scoreOverride } from './domain/score-override.ts';
import type { StageOverride } from './domain/stage.ts';

/** What people said of stages, newest first, and what came of it. */
export interface ScoredOverrides {
  right: Proportion;
  overrides: (StageOverride & { verdict: OverrideVerdict })[];
}

/** Compares the latest words of people with what happened since. */
export async function scoreOverrides(db: Db, first: number, asOf: Date): Promise<ScoredOverrides> {
  const said = await latestOverrides(db, first);
  const [main] = await liveMaps(db);
  const known = await factsOf(db, [...new Set(said.map(({ customerId }) => customerId))]);
  const facts = groupBy(known, ({ customerId }) => customerId);
  const overrides = said.map((one) => ({
    ...one,
    verdict: scoreOverride(one, facts.get(one.customerId) ?? [], main!.map, asOf),
  }));
  return { right: overridesRight(overrides.map(({ verdict }) => verdict)), overrides };
}
