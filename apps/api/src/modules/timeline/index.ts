/** Timeline: what happened to a customer, one sentence each. */
import type { Manifest } from '#modules/house';
import { entriesById, timelineSummary } from './data/timeline-entries.ts';
import { TimelineEntryEntity } from './data/timeline-entry.entity.ts';
import { timelineReadings } from './data/timeline-reading.ts';
import { CustomerTimelineResolver } from './graph/customer-timeline.resolver.ts';

export { entriesById, entriesOfKind, timelineSummary } from './data/timeline-entries.ts';
export { TimelineEntryType } from './graph/timeline-entry.type.ts';
export { tell, untell, untellEntries, untellSubjects } from './tell.ts';

export const timeline: Manifest = {
  name: 'timeline',
  entities: [TimelineEntryEntity],
  resolvers: [CustomerTimelineResolver],
  readings: timelineReadings,
  nodes: [{ typeName: 'TimelineEntry', batch: entriesById }],
  follows: ['timeline_entry'],
  summary: timelineSummary,
};
