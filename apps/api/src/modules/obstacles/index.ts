/** Obstacles: what stands in the way of customers, found in their cases, judged by people, and whether mending it helped. */
import type { Manifest } from '#modules/house';
import {
  CaseEventEntity,
  CaseFrictionEntity,
  ObstacleEntity,
  ObstacleSightingEntity,
} from './data/obstacle.entity.ts';
import { obstacleReadings } from './data/obstacle-reading.ts';
import { obstaclesById } from './data/obstacles.ts';
import { csvEventLog } from './domain/formats/csv-event-log.ts';
import {
  CustomerObstaclesResolver,
  HardCaseResolver,
  ObstacleMetResolver,
  ObstacleResolver,
} from './graph/obstacle.resolver.ts';
import { lookForObstacles, lookForObstaclesJob } from './look-for-obstacles.ts';
import { caseEventSignal } from './record-case-event.ts';

export { type CaseEventBody, caseEventBody } from './domain/read-case-event-signal.ts';
export { lookForObstacles };

export const obstacles: Manifest = {
  name: 'obstacles',
  entities: [CaseEventEntity, CaseFrictionEntity, ObstacleEntity, ObstacleSightingEntity],
  resolvers: [CustomerObstaclesResolver, HardCaseResolver, ObstacleMetResolver, ObstacleResolver],
  readings: obstacleReadings,
  nodes: [{ typeName: 'Obstacle', batch: obstaclesById }],
  signals: [caseEventSignal],
  formats: [csvEventLog],
  jobs: [lookForObstaclesJob],
  follows: ['case_event'],
};
