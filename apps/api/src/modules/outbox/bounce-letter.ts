import type { Tx } from '#platform/database';
import { lockLetter, putLetters } from './data/letters.ts';
import type { Letter } from './domain/letter.ts';
import { tellSubjects } from './tell-subjects.ts';

/** Writes down that a letter which had left will never arrive, with the reason that came back. Hearing it twice does it once. */
export async function bounceLetter(tx: Tx, id: string, reason: string): Promise<void> {
  const letter = await lockLetter(tx, id);
  if (letter?.state !== 'sent') return;
  const after: Letter = { ...letter, state: 'failed', trouble: reason.slice(0, 500) };
  await putLetters(tx, [after]);
  await tellSubjects(tx, [after]);
}
