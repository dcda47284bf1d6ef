import { accept, type Result, refuse } from '#kernel/result';
import type { Tx } from '#platform/database';
import { lockLetter, putLetters } from './data/letters.ts';
import { type Letter, mayTakeBack } from './domain/letter.ts';

/** Why a letter was not taken back. */
export interface LetterRefusal {
  code: 'NOT_FOUND' | 'ALREADY_LEFT';
  message: string;
  field: string | null;
}

/** Takes a letter back before anybody carries it. Its words go with it; that there was one stays. */
export async function takeBackLetter(tx: Tx, id: string): Promise<Result<Letter, LetterRefusal>> {
  const letter = await lockLetter(tx, id);
  if (!letter) return refuse({ code: 'NOT_FOUND', message: 'There is no such letter.', field: 'id' });
  if (letter.state === 'taken-back') return accept(letter);
  if (!mayTakeBack(letter))
    return refuse({
      code: 'ALREADY_LEFT',
      message: 'It has left already and cannot be taken back.',
      field: null,
    });
  const after: Letter = { ...letter, state: 'taken-back', body: '' };
  await putLetters(tx, [after]);
  return accept(letter);
}
