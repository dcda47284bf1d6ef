import { accept, type Result, refuse } from '#kernel/result';
import type { ObstacleWord } from './find-obstacles.ts';

/** `found` by the machine; `confirmed` or `dismissed` by a person; `mended` once somebody changed something. */
export type ObstacleState = 'found' | 'confirmed' | 'dismissed' | 'mended';

/** Something that stands in the way of customers, at one step: found in cases, judged by a person, owned by somebody. */
export interface Obstacle {
  id: string;
  kind: ObstacleWord;
  stepFrom: string;
  stepTo: string;
  state: ObstacleState;
  ownerId: string | null;
  ownerName: string | null;
  /** Who judged it, when, and why. */
  decidedByName: string | null;
  decidedAt: Date | null;
  reason: string | null;
  /** Since when it should be better, and what was changed. */
  mendedAt: Date | null;
  mendedHow: string | null;
  foundAt: Date;
}

/** What somebody wants to become of an obstacle. */
export type Judgement =
  | { act: 'confirm' }
  | { act: 'dismiss'; reason: string | null }
  | { act: 'reopen' }
  | { act: 'own'; ownerId: string | null; ownerName: string | null }
  | { act: 'mend'; how: string | null; mendedAt: Date | null };

/** Why it was not done. */
export interface ObstacleRefusal {
  code: 'NOT_FOUND' | 'NO_WORDS';
  message: string;
  field: string | null;
}

/** The obstacle after a judgement. To dismiss or mend one needs words: the next one who meets it wants to know. */
export function judged(
  obstacle: Obstacle,
  wish: Judgement,
  by: string,
  now: Date,
): Result<Obstacle, ObstacleRefusal> {
  const decided = { ...obstacle, decidedByName: by, decidedAt: now };
  switch (wish.act) {
    case 'confirm':
      return accept({ ...decided, state: 'confirmed', reason: null });
    case 'dismiss':
      return wish.reason
        ? accept({ ...decided, state: 'dismissed', reason: wish.reason })
        : refuse({ code: 'NO_WORDS', message: 'Say why it is none.', field: 'reason' });
    case 'reopen':
      return accept({ ...decided, state: 'found', reason: null, mendedAt: null, mendedHow: null });
    case 'own':
      return accept({ ...obstacle, ownerId: wish.ownerId, ownerName: wish.ownerName });
    case 'mend':
      return wish.how
        ? accept({
            ...decided,
            state: 'mended',
            mendedHow: wish.how,
            mendedAt: wish.mendedAt && wish.mendedAt < now ? wish.mendedAt : now,
          })
        : refuse({ code: 'NO_WORDS', message: 'Say what was changed.', field: 'how' });
  }
}
