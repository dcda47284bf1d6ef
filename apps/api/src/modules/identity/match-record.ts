import type { Db } from '#platform/database';
import { candidatesOf, newestLearnt } from './data/matching.ts';
import { keysOfRecord, type Learnt, matchOne } from './domain/engine/match-one.ts';
import { probabilityOf } from './domain/engine/model.ts';
import { normaliseRecord } from './domain/engine/normalise-record.ts';
import type { EngineRecord } from './domain/engine/record.ts';

export type { Learnt };

/** Somebody whom a record may be, and how likely. */
export interface LikelyRecord {
  recordId: string;
  /** log2 of the odds. */
  bits: number;
  /** 0 to 1. */
  probability: number;
}

/** What the newest run over everybody learnt, to be held while records are matched; null before the first run. */
export const learntOf = (db: Db): Promise<Learnt | null> => newestLearnt(db);

/** Which known records one record may be the same person as: most likely first, none below `floor` bits. One statement. */
export async function matchRecord(
  db: Db,
  learnt: Learnt,
  record: EngineRecord,
  floor = -6,
): Promise<LikelyRecord[]> {
  const normal = normaliseRecord(record, { others: [] });
  const known = await candidatesOf(db, keysOfRecord(normal, learnt));
  const byNumber = new Map(known.map((one) => [one.number, one.recordId]));
  return matchOne(normal, record.source, known, learnt)
    .filter(({ bits }) => bits >= floor)
    .map(({ number, bits }) => ({ recordId: byNumber.get(number)!, bits, probability: probabilityOf(bits) }));
}
