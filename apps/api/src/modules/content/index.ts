/** Content: what to say to whom in a stage, and what it did. The library, its placements, what fits a customer now, uses and their effect. */
import type { Manifest } from '#modules/house';
import { ContentArmEntity } from './data/content-arm.entity.ts';
import { ContentFileEntity } from './data/content-file.entity.ts';
import { ContentItemEntity } from './data/content-item.entity.ts';
import { contentItemsById } from './data/content-items.ts';
import { ContentPlacementEntity } from './data/content-placement.entity.ts';
import { contentReadings } from './data/content-reading.ts';
import { ContentUseEntity } from './data/content-use.entity.ts';
import { ContentVariantEntity } from './data/content-variant.entity.ts';
import { ContentVersionEntity } from './data/content-version.entity.ts';
import { findKnowledge } from './data/knowledge.ts';
import { placementsById } from './data/placements.ts';
import { contentThatPromises } from './data/promising.ts';
import { contentUsesById } from './data/uses.ts';
import { contentFormats } from './domain/formats/index.ts';
import {
  ContentCellResolver,
  ContentItemResolver,
  ContentPlacementResolver,
  ContentVersionResolver,
} from './graph/content-item.resolver.ts';
import { ContentLibraryResolver } from './graph/content-library.resolver.ts';
import { ContentMovesResolver } from './graph/content-moves.resolver.ts';
import {
  ContentUseResolver,
  CustomerContentResolver,
  LeftOutContentResolver,
  OfferedContentResolver,
} from './graph/customer-content.resolver.ts';
import { reckonJob } from './reckon-job.ts';
import { contentSignal } from './record-content.ts';
import { contentUseSignal } from './record-content-use.ts';

export { contentRoutes } from './content-routes.ts';
export { type HelpArticle, publishedArticle, publishedArticles } from './data/knowledge.ts';
export { contentLeftOut, contentOffered, type Offered } from './data/offered-content.ts';
export { beliefOf, hopeless, matured, servingOf } from './domain/arms.ts';
export { alwaysValidP, experimentStanding, shareDifference, splitTest } from './domain/experiment.ts';
export { readMarkup } from './domain/markup.ts';
export { type Candidate, type Decision, nextContent, type Situation } from './domain/next-content.ts';
export { offPolicy } from './domain/off-policy.ts';
export { type ContentSettings, contentSettings, usualContent } from './domain/settings.ts';
export { OfferedContentType } from './graph/offered.type.ts';
export { reckonArms } from './reckon-arms.ts';
export { shownMarkup } from './shown-markup.ts';

export const content: Manifest = {
  name: 'content',
  knowledge: findKnowledge,
  spokenFor: contentThatPromises,
  entities: [
    ContentItemEntity,
    ContentVersionEntity,
    ContentFileEntity,
    ContentVariantEntity,
    ContentPlacementEntity,
    ContentUseEntity,
    ContentArmEntity,
  ],
  resolvers: [
    ContentLibraryResolver,
    ContentItemResolver,
    ContentVersionResolver,
    ContentPlacementResolver,
    ContentCellResolver,
    ContentMovesResolver,
    CustomerContentResolver,
    OfferedContentResolver,
    LeftOutContentResolver,
    ContentUseResolver,
  ],
  readings: contentReadings,
  nodes: [
    { typeName: 'ContentItem', batch: contentItemsById },
    { typeName: 'ContentPlacement', batch: placementsById },
    { typeName: 'ContentUse', batch: contentUsesById },
  ],
  signals: [contentSignal, contentUseSignal],
  formats: contentFormats,
  jobs: [reckonJob],
  follows: ['content_use'],
};
