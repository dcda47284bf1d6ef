/**
 * Experience: what a customer has lived and what they will remember of it, how attached they are, and what stood in their way.
 * It reads what subjects say was lived (`Manifest.lived`) and knows none of them.
 */
import type { Manifest } from '#modules/house';
import { CustomerBehaviourEntity } from './data/behaviour.entity.ts';
import { CustomerExperienceEntity } from './data/customer-experience.entity.ts';
import { experienceReadings } from './data/experience-reading.ts';
import { experienceSummary } from './data/experience-summary.ts';
import { LivedInteractionEntity } from './data/lived-interaction.entity.ts';
import { UsualEntity } from './data/usual.entity.ts';
import { dueJob, measureJob } from './experience-jobs.ts';
import {
  CustomerExperienceResolver,
  LeverEventsResolver,
  LivedInteractionsResolver,
  WhatIfResolver,
} from './graph/customer-experience.resolver.ts';
import { ExperienceFiguresResolver } from './graph/experience-figures.resolver.ts';
import { TodayMemoriesResolver } from './graph/today-memories.resolver.ts';
import { live } from './live.ts';

export { livedByKey } from './data/shown-experience.ts';
export { attachmentOf, behaviourOf, rhythmOf } from './domain/attachment.ts';
export { calibrate } from './domain/calibration.ts';
export { foldExperience } from './domain/fold-experience.ts';
export {
  type CaseEvent,
  type Friction,
  frictionOf,
  type ObstacleKind,
  solvesCase,
  stepLosses,
} from './domain/friction.ts';
export { baselineBefore, fading, memorabilityOf, outcomeShares } from './domain/memorability.ts';
export { recoveryOf } from './domain/recovery.ts';
export { customerMemory } from './domain/remembered-customer.ts';
export {
  type ExperienceSettings,
  experienceSettings,
  livedSettings,
  usualExperience,
} from './domain/settings.ts';
export { ifItEnded, twoSelves } from './domain/two-selves.ts';
export { valenceOf } from './domain/valence.ts';
export { askToMeasure } from './experience-jobs.ts';
export { CustomerExperienceType } from './graph/customer-experience.type.ts';
export { LivedInteractionType, MomentType } from './graph/experience.type.ts';
export { keepBehaviour } from './keep-behaviour.ts';
export { concernsExperience, live } from './live.ts';
export { liveWhatIsDue, measureExperience } from './measure-experience.ts';

export const experience: Manifest = {
  name: 'experience',
  entities: [LivedInteractionEntity, CustomerExperienceEntity, CustomerBehaviourEntity, UsualEntity],
  resolvers: [
    CustomerExperienceResolver,
    LivedInteractionsResolver,
    LeverEventsResolver,
    WhatIfResolver,
    TodayMemoriesResolver,
    ExperienceFiguresResolver,
  ],
  readings: experienceReadings,
  jobs: [measureJob, dueJob],
  summary: experienceSummary,
  onMove: (tx, customerIds, modules) => live(tx, modules, customerIds),
};
