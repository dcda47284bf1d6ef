import type { Tx } from '#platform/database';
import { letterByExternalId, lockLetter, putLetters } from './data/letters.ts';
import { afterReceipt, type Letter, type Receipt } from './domain/letter.ts';
import { tellSubjects } from './tell-subjects.ts';

/** Takes what a provider says of a letter that it carries; answers with the letter, or `null` when it is none of ours. */
export async function takeReceipt(tx: Tx, letterId: string | null, receipt: Receipt): Promise<Letter | null> {
  const id = letterId ?? (await letterByExternalId(tx, [receipt.externalId]))?.id;
  const letter = id ? await lockLetter(tx, id) : null;
  if (!letter) return null;
  const after = afterReceipt(letter, receipt);
  if (after !== letter) {
    await putLetters(tx, [after]);
    await tellSubjects(tx, [after]);
  }
  return after;
}
