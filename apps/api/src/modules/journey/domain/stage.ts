import type { FactKind } from '#modules/house';

/** Where a customer can stand on the journey, in its usual order; `dormant` is what silence makes of any of them. */
export const stages = [
  'need',
  'research',
  'choice',
  'use',
  'assistance',
  'share',
  'repeat',
  'dormant',
] as const;
export type Stage = (typeof stages)[number];

/** A fact of the journey, or the weak hint that a source's own word gives (`lead`, `customer`). */
export type StageCause = FactKind | 'source-word';

/** A stretch of time in one stage. `to` is missing for the present one. */
export interface StagePeriod {
  stage: Stage;
  /** ISO 8601. */
  from: string;
  to: string | null;
  because: StageCause;
}

/** Where a customer stands, since when, because of what, and where they stood before. */
export interface CustomerStage {
  customerId: string;
  stage: Stage;
  since: Date;
  because: StageCause;
  /** When the fact happened that is the reason. */
  becauseAt: Date;
  history: StagePeriod[];
}

/** A stored fact. */
export interface Fact {
  factKey: string;
  customerId: string;
  sourceRecordId: string;
  signalId: string | null;
  at: Date;
  kind: FactKind;
}

const following: Record<Stage, readonly Stage[]> = {
  need: ['research', 'choice'],
  research: ['choice', 'need'],
  choice: ['use', 'research'],
  use: ['assistance', 'share', 'repeat', 'choice'],
  assistance: ['use', 'share'],
  share: ['repeat', 'choice', 'assistance'],
  repeat: ['assistance', 'share', 'choice'],
  dormant: ['research', 'choice', 'assistance'],
};

/** Stages that may come next, the likeliest first. */
export const stagesAfter = (stage: Stage): readonly Stage[] => following[stage];
