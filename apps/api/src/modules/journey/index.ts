/** Journey: facts, the maps that say what they mean, and where each customer stands because of them. */
import type { Manifest } from '#modules/house';
import { refold } from './advance.ts';
import { CustomerStageEntity } from './data/customer-stage.entity.ts';
import { CustomerTrackEntity } from './data/customer-track.entity.ts';
import { FactEntity } from './data/fact.entity.ts';
import { JourneyMapEntity, JourneyVersionEntity } from './data/journey-map.entity.ts';
import { StageFiguresEntity } from './data/stage-figures.entity.ts';
import { StageOverrideEntity } from './data/stage-override.entity.ts';
import { stageReadings } from './data/stage-reading.ts';
import { stageSummary } from './data/stages.ts';
import {
  CustomerStageResolver,
  StageReasonResolver,
  StageSurroundingsResolver,
} from './graph/customer-stage.resolver.ts';
import { JourneyResolver } from './graph/journey.resolver.ts';
import { ScoredOverrideResolver } from './graph/scored-override.resolver.ts';
import { StageOverrideResolver } from './graph/stage-override.resolver.ts';
import {
  StageMoveResolver,
  StuckCustomerResolver,
  TodayJourneyResolver,
} from './graph/today-journey.resolver.ts';
import { keepUpJob, standAnewJob } from './stand-anew.ts';

export { advance, keepFacts, refold } from './advance.ts';
export { publishMap, saveDraft } from './change-map.ts';
export { countFigures } from './count-figures.ts';
export { stageEntrances, stageSummary } from './data/stages.ts';
export { foldStage } from './domain/fold-stage.ts';
export { mainMapId } from './domain/map-version.ts';
export { type CustomerStage, houseStages, type Stage, stages } from './domain/stage.ts';
export { usualJourney } from './domain/usual-journey.ts';
export { overrideStage } from './override-stage.ts';
export { type ScoredOverrides, scoreOverrides } from './score-overrides.ts';
export { foldStale, standAnew } from './stand-anew.ts';
export { takeBack } from './take-back.ts';

export const journey: Manifest = {
  name: 'journey',
  entities: [
    CustomerStageEntity,
    CustomerTrackEntity,
    FactEntity,
    JourneyMapEntity,
    JourneyVersionEntity,
    StageFiguresEntity,
    StageOverrideEntity,
  ],
  resolvers: [
    CustomerStageResolver,
    JourneyResolver,
    ScoredOverrideResolver,
    StageOverrideResolver,
    StageReasonResolver,
    StageSurroundingsResolver,
    StageMoveResolver,
    StuckCustomerResolver,
    TodayJourneyResolver,
  ],
  readings: stageReadings,
  follows: ['fact', 'stage_override'],
  ownWords: ['stage_override'],
  summary: stageSummary,
  onMove: refold,
  jobs: [standAnewJob, keepUpJob],
};
