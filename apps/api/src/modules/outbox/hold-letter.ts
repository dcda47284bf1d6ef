import { newId } from '#kernel/id';
import type { Tx } from '#platform/database';
import { putLetters } from './data/letters.ts';
import { holdMs, type Letter } from './domain/letter.ts';

/** What a new letter says; the outbox adds where it stands. */
export type LetterWish = Omit<
  Letter,
  | 'unsubscribeUrl'
  | 'html'
  | 'id'
  | 'createdAt'
  | 'state'
  | 'dueAt'
  | 'attempts'
  | 'leasedUntil'
  | 'trouble'
  | 'sentAt'
  | 'externalId'
  | 'deliveredAt'
  | 'readAt'
> & { unsubscribeUrl?: string | null; html?: string | null };

/** Puts a letter into the outbox, where it is held for a while: until then it can really be taken back, because nobody has it yet. */
export async function holdLetter(tx: Tx, wish: LetterWish, now: Date): Promise<Letter> {
  const letter: Letter = {
    ...wish,
    unsubscribeUrl: wish.unsubscribeUrl ?? null,
    html: wish.html ?? null,
    id: newId(),
    createdAt: now,
    state: 'held',
    dueAt: new Date(now.getTime() + holdMs),
    attempts: 0,
    leasedUntil: null,
    trouble: null,
    sentAt: null,
    externalId: null,
    deliveredAt: null,
    readAt: null,
  };
  await putLetters(tx, [letter]);
  return letter;
}
