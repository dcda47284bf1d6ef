import type { JourneyVersion } from './journeys.documents.ts';

/** A draft under way, as the form holds it: numbers are text until they are kept. */
export interface Draft {
  name: string;
  stages: { key: string; label: string; memory: string; memoryValence: number | null }[];
  facts: { kind: string; stage: string; points: number; isHard: boolean }[];
  halfLifeDays: number;
  enterFrom: number;
  hysteresis: number;
  dormantAfterDays: number;
  overridePoints: number;
}

/** The constants of a map, in the order in which they are shown. */
export const constants = [
  'halfLifeDays',
  'enterFrom',
  'hysteresis',
  'dormantAfterDays',
  'overridePoints',
] as const;

/** A draft that begins where a version stands. */
export function draftOf(version: JourneyVersion): Draft {
  return {
    name: version.name,
    stages: version.stages.map(({ key, label, memory, memoryValence }) => ({
      key,
      label: label ?? '',
      memory: memory ?? '',
      memoryValence,
    })),
    facts: version.facts.map(({ kind, stage, points, isHard }) => ({ kind, stage, points, isHard })),
    halfLifeDays: version.halfLifeDays,
    enterFrom: version.enterFrom,
    hysteresis: version.hysteresis,
    dormantAfterDays: version.dormantAfterDays,
    overridePoints: version.overridePoints,
  };
}

/** A draft with one fact changed. */
export const withFact = (draft: Draft, kind: string, change: Partial<Draft['facts'][number]>): Draft => ({
  ...draft,
  facts: draft.facts.map((fact) => (fact.kind === kind ? { ...fact, ...change } : fact)),
});

/** A draft with one stage changed. */
export const withStage = (draft: Draft, key: string, change: Partial<Draft['stages'][number]>): Draft => ({
  ...draft,
  stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)),
});

/** A draft with a stage one place further left (−1) or right (1). */
export function withStageMoved(draft: Draft, key: string, by: -1 | 1): Draft {
  const at = draft.stages.findIndex((stage) => stage.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= draft.stages.length) return draft;
  const stages = [...draft.stages];
  [stages[at], stages[to]] = [stages[to]!, stages[at]!];
  return { ...draft, stages };
}
