/** Changes: which customers changed, for whoever watches them live. Knows nobody. */
import type { Manifest } from '#modules/house';

export { announce, announceEach } from './announce.ts';
export { forgetChanges } from './data/changes.ts';
export type { Change } from './domain/change.ts';
export { feedRemembersSeconds, readFeedCursor, writeFeedCursor } from './domain/feed-cursor.ts';
export { followChanges, type LeftOff } from './follow-changes.ts';
export { type PlaceTeller, tellPlace } from './tell-place.ts';

export const changes: Manifest = { name: 'changes' };
