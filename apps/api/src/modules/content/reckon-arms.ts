import { groupBy } from '#kernel/batch';
import { stages } from '#modules/journey';
import type { Tx } from '#platform/database';
import { type Counting, countUses, lockReckoning, placedArms, replaceArms } from './data/arms.ts';
import { beliefOf, hopeless, servingOf, type Tally } from './domain/arms.ts';
import type { ContentArm } from './domain/content-item.ts';
import { isMovedOn, rewardDays } from './domain/reward.ts';
import { type ContentSettings, usualContent } from './domain/settings.ts';

const moves = stages.flatMap((from) =>
  stages.filter((to) => isMovedOn(from, to)).map((to) => [from, to] as const),
);

/** How uses are counted as of a time: windows by kind, and the moves that are a success. */
export const countingAsOf = (asOf: Date): Counting => ({ asOf, windows: rewardDays, moves });

const sum = (tallies: readonly Tally[]): Tally => ({
  successes: tallies.reduce((total, { successes }) => total + successes, 0),
  failures: tallies.reduce((total, { failures }) => total + failures, 0),
});

/**
 * Reckons anew what is believed of content in every cell, from uses and the journey and nothing else: doing it twice changes nothing. Run
 * when content is placed, published or archived, and every hour for the windows that closed meanwhile.
 */
export async function reckonArms(
  tx: Tx,
  asOf: Date,
  settings: ContentSettings = usualContent,
): Promise<number> {
  await lockReckoning(tx);
  const counted = await countUses(tx, countingAsOf(asOf));
  const placed = await placedArms(tx);
  const key = (one: { stage: string; department: string; itemId: string }) =>
    `${one.stage} ${one.department} ${one.itemId}`;
  const known = new Map(counted.map((one) => [key(one), one]));
  const serving = new Set(placed.map(key));
  const all = [...placed, ...counted.filter((one) => !serving.has(key(one)))];
  const arms: ContentArm[] = [];
  const stageTallies = new Map(
    [...groupBy(counted, ({ stage }) => stage)].map(([stage, tallies]) => [stage, sum(tallies)]),
  );
  for (const cell of groupBy(all, ({ stage, department }) => `${stage} ${department}`).values()) {
    const active = cell.filter((one) => serving.has(key(one)));
    const beliefs = active.map((one) =>
      beliefOf(known.get(key(one)) ?? { successes: 0, failures: 0 }, stageTallies.get(one.stage), settings),
    );
    const stopped = hopeless(beliefs, settings);
    const kept = active.filter((_, place) => !stopped[place]);
    const served = servingOf(
      beliefs.filter((_, place) => !stopped[place]),
      settings.explore,
    );
    for (const one of cell) {
      const place = kept.indexOf(one);
      const { uses, opened, successes, failures } = known.get(key(one)) ?? {
        uses: 0,
        opened: 0,
        successes: 0,
        failures: 0,
      };
      arms.push({
        stage: one.stage,
        department: one.department,
        itemId: one.itemId,
        uses,
        opened,
        successes,
        failures,
        pBest: place < 0 ? null : (served?.pBest[place] ?? null),
        serve: place < 0 ? null : (served?.serve[place] ?? null),
        stopped: active.includes(one) && place < 0,
        settings: settings.version,
        reckonedAt: asOf,
      });
    }
  }
  await replaceArms(tx, arms);
  return arms.length;
}
