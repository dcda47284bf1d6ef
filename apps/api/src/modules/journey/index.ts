/** Journey: facts, and where each customer stands because of them. */
import type { Manifest } from '#modules/house';
import { refold } from './advance.ts';
import { CustomerStageEntity } from './data/customer-stage.entity.ts';
import { FactEntity } from './data/fact.entity.ts';
import { stageReadings } from './data/stage-reading.ts';
import { stageSummary } from './data/stages.ts';
import { CustomerStageResolver } from './graph/customer-stage.resolver.ts';

export { advance, refold } from './advance.ts';
export { dormantAfterDays, foldStage } from './domain/fold-stage.ts';
export { type CustomerStage, type Stage, stages, stagesAfter } from './domain/stage.ts';
export { takeBack } from './take-back.ts';

export const journey: Manifest = {
  name: 'journey',
  entities: [FactEntity, CustomerStageEntity],
  resolvers: [CustomerStageResolver],
  readings: stageReadings,
  follows: ['fact'],
  summary: stageSummary,
  onMove: refold,
};
