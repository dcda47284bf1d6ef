/** Identity: whose is this? Source records, what identifies them, whom they belong to, and every decision about it. */
import type { Manifest } from '#modules/house';
import { identityFormats } from './domain/formats/index.ts';

export type { Incoming, SpeakingSource } from './claims.ts';
export { type ColumnMapping, guessMapping } from './domain/formats/csv-people.ts';
export type { Reason } from './domain/resolve.ts';
export { type Identified, identify, type MoveRules } from './identify.ts';

export const identity: Manifest = { name: 'identity', formats: identityFormats };
