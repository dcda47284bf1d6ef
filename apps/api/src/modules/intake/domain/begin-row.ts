import type { ReadRow, RowRefusal } from '#modules/house';
import { type BodyReaders, beginTaking, isUnreadable, type Taking } from './taking.ts';

/** A row of a file and what reading it gave. */
export interface FileRow {
  line: number;
  cells: Record<string, unknown>;
  read: ReadRow;
  /** What is known before anything is asked of the database: its signals ready to be taken, or that it cannot be. */
  begun: Begun;
}

/** A row that goes in, or does not. */
export type Begun = Taking[] | { outcome: 'rejected' | 'skipped'; refusal?: RowRefusal };

/** A row goes in whole or not at all: one signal that cannot be taken rejects it before anything is written. */
export function beginRow(read: ReadRow, kinds: BodyReaders): Begun {
  if ('refusal' in read) return { outcome: 'rejected', refusal: read.refusal };
  if ('skipped' in read) return { outcome: 'skipped' };
  const takings: Taking[] = [];
  for (const signal of read.signals) {
    const taking = beginTaking(signal, kinds);
    if (isUnreadable(taking)) {
      const { code, message } = taking;
      return { outcome: 'rejected', refusal: { code, message } };
    }
    takings.push(taking);
  }
  return takings.length > 0 ? takings : { outcome: 'skipped' };
}
