import type { Vocabulary } from '#modules/house';
import { readStaffSignal } from './domain/read-staff-signal.ts';

/** What access understands: colleagues as a source knows them. */
export const accessVocabulary: Vocabulary = { bodies: { staff: readStaffSignal } };
