/** Identity: whose is this? Source records, what identifies them, whom they belong to, and every decision about it. */
import type { Manifest } from '#modules/house';
import { identityFormats } from './domain/formats/index.ts';
import { identityKinds } from './signal-kinds.ts';

export type { Actor } from './actor.ts';
export type { Incoming, SpeakingSource } from './claims.ts';
export { type ColumnMapping, guessMapping } from './domain/formats/csv-people.ts';
export type { Reason } from './domain/resolve.ts';
export { type Identified, identify } from './identify.ts';
export { type MergeRefusal, type MergeWish, mergeCustomers, previewMerge } from './merge-customers.ts';
export { houseRules, type MoveRules, moveRulesOf } from './move-rules.ts';
export { linkDoubt, separateDoubt } from './settle-doubt.ts';
export { type StewardRecord, stewardRecord } from './steward-records.ts';
export { unmergeCustomer } from './unmerge-customer.ts';

export const identity: Manifest = {
  name: 'identity',
  formats: identityFormats,
  signals: identityKinds,
  follows: ['affiliation'],
};
