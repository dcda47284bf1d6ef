/** Changes: which customers changed, for whoever watches them live. Knows nobody. */
import type { Manifest } from '#modules/house';

export { announce, announceEach } from './announce.ts';
export { type Change, comparePositions, type Position } from './domain/change.ts';

export const changes: Manifest = { name: 'changes' };
