import { type CustomerFilter, summaryConditions } from '#modules/customers';
import type { Db } from '#platform/database';
import { liveMaps } from './data/live-maps.ts';
import { type StageWork, staysOf, workByStage } from './data/stays.ts';
import { journeyFigures, type StageFigures } from './domain/journey-figures.ts';
import { mainMapId } from './domain/map-version.ts';
import { compareSegments, type Split, type StageComparison } from './domain/segment.ts';

/** A stage with who is there now. */
export interface StageNow extends StageFigures {
  /** Who stands there now. */
  people: number;
  /** Those of them who are there longer than half stayed; `null` while more than half are still there. */
  stuck: number | null;
  /** Stays that began before this moment are longer than the median. */
  stuckSince: Date | null;
  /** What departments have at hand there; on another journey than the main one nobody counts it. */
  work: Omit<StageWork, 'stage'> | null;
}

/** What there is to say of a journey, of some people and a time. */
export interface JourneyNow {
  asOf: Date;
  settings: string;
  people: number;
  stages: StageNow[];
  comparisons: StageComparison[];
}

/** Counts a journey: who is where, where people go, how long they stay; of those who fulfil a filter, from stays that began after a moment. */
export async function readFigures(
  db: Db,
  asked: { mapId?: string | null; filter?: CustomerFilter | null; from?: Date | null; split?: Split | null },
  asOf: Date,
): Promise<JourneyNow | null> {
  const mapId = asked.mapId ?? mainMapId;
  const live = (await liveMaps(db)).find((one) => one.mapId === mapId);
  if (!live) return null;
  const { map } = live;
  const { conditions, values } = summaryConditions(asked.filter ?? {}, 3);
  const common = { mapId, asOf, conditions, values };
  const ofAll = summaryConditions(asked.filter ?? {}, 0);
  const work = mapId === mainMapId ? await workByStage(db, ofAll.conditions, ofAll.values) : null;
  const present = await staysOf(db, { ...common, present: true });
  const stays = await staysOf(db, {
    ...common,
    from: asked.from ?? null,
    split: asked.split ?? null,
  });
  const figures = journeyFigures(joined(stays), map.stages);
  const stages = figures.map((one): StageNow => {
    const days = present.filter(({ stage }) => stage === one.stage).flatMap((group) => group.days);
    const median = one.medianDays;
    return {
      ...one,
      people: days.length,
      work: work && {
        openDeals: 0,
        openTickets: 0,
        reachable: 0,
        ...work.find(({ stage }) => stage === one.stage),
      },
      stuck: median === null ? null : days.filter((each) => each > median).length,
      stuckSince: median === null ? null : new Date(asOf.getTime() - median * 86_400_000),
    };
  });
  return {
    asOf,
    settings: map.version,
    people: stages.reduce((sum, { people }) => sum + people, 0),
    stages,
    comparisons: asked.split ? compareSegments(stays, map.stages) : [],
  };
}

// The same transitions of several segments are one group again.
function joined(groups: readonly { stage: string; next: string | null; days: readonly number[] }[]) {
  const whole = new Map<string, { stage: string; next: string | null; days: number[] }>();
  for (const { stage, next, days } of groups) {
    const key = `${stage} ${next}`;
    const one = whole.get(key) ?? { stage, next, days: [] };
    for (const each of days) one.days.push(each);
    whole.set(key, one);
  }
  return [...whole.values()];
}
