import { announce } from '#modules/changes';
import { neighbours } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Letter } from './domain/letter.ts';

/** Tells whoever put these letters into the outbox, and open pages, that there is news of them. */
export async function tellSubjects(tx: Tx, letters: readonly Letter[]): Promise<void> {
  for (const { letters: hears } of neighbours()) {
    const theirs = letters.filter(({ subjectType }) => hears?.subjectType === subjectType);
    if (hears && theirs.length > 0) await hears.moved(tx, theirs);
  }
  await announce(
    tx,
    letters.flatMap(({ customerId }) => customerId ?? []),
    ['letter'],
  );
}
