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

/** The stages that facts lead to; a map of the main journey has no others. */
export const houseStages: readonly string[] = stages.filter((stage) => stage !== 'dormant');

/** A fact of the journey, the weak hint that a source's own word gives (`lead`, `customer`), or one of us who knew better. */
export type StageCause = FactKind | 'source-word' | 'override';

/** A stretch of time in one stage. `to` is missing for the present one. */
export interface StagePeriod {
  stage: string;
  /** ISO 8601. */
  from: string;
  to: string | null;
  because: StageCause;
}

/** A fact that weighs for the present stage, with its points as of the last fact. */
export interface StageReason {
  factKey: string;
  kind: StageCause;
  /** ISO 8601. */
  at: string;
  points: number;
}

/** Where somebody stands on a map, as the fold sees it. */
export interface Standing {
  stage: string;
  since: Date;
  because: StageCause;
  /** When the fact happened that is the reason. */
  becauseAt: Date;
  history: StagePeriod[];
  /** The share of the present stage in all points, 0…1; `null` when only a source's word is known. */
  confidence: number | null;
  /** Up to three facts that weigh most. */
  reasons: StageReason[];
  lastFactAt: Date;
  /** Who is silent until then is dormant from then on. */
  dormantFrom: Date;
  /** The version of the map. */
  settings: string;
}

/** Where a customer stands on the main journey. */
export interface CustomerStage extends Standing {
  customerId: string;
}

/** Where a customer stands on one of the other journeys. */
export interface CustomerTrack extends Standing {
  customerId: string;
  mapId: string;
}

/** Somebody of us says where a customer stands, and why. */
export interface StageOverride {
  id: string;
  customerId: string;
  sourceRecordId: string;
  stage: string;
  /** Where the fold saw them at that moment. */
  saidStage: string | null;
  reason: string;
  byId: string | null;
  byName: string;
  at: Date;
  undoneAt: Date | null;
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
