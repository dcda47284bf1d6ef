/** Sources: the systems that tell us things. Knows nobody. */
import type { Manifest } from '#modules/house';
import { SourceEntity } from './data/source.entity.ts';
import { sourceReadings } from './data/source-reading.ts';
import { sourcesById } from './data/sources.ts';
import { SourceResolver } from './graph/source.resolver.ts';

export { handOver } from './data/hand-over.ts';
export { HungRow } from './data/hung-row.ts';
export { allSources, insertSource, sourceByKey, sourcesById, updateSource } from './data/sources.ts';
export type { Hung } from './domain/hung.ts';
export { isSourceKey, type Source } from './domain/source.ts';
export { ensureSource } from './ensure-source.ts';
export { SourceType } from './graph/source.type.ts';

export const sources: Manifest = {
  name: 'sources',
  entities: [SourceEntity],
  resolvers: [SourceResolver],
  nodes: [{ typeName: 'Source', batch: sourcesById }],
  readings: sourceReadings,
};
