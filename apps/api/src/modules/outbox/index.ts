/**
 * Outbox: what we are about to send, and what became of it. A letter is held for ten seconds (and can really be taken back),
 * then waits for the carrier of its channel.
 *
 * How a channel plugs in: it is a `Carrier` (`{ channel: 'email', carry(letter) }`), and a job calls `carryLetters(database,
 * [carrier])` every few seconds until it answers 0. An answer that comes in finds what it belongs to with `letterByExternalId`.
 */
import type { Manifest } from '#modules/house';
import { LetterEntity } from './data/letter.entity.ts';

export { bounceLetter } from './bounce-letter.ts';
export { carryLetters, releaseLetters } from './carry-letters.ts';
export {
  countDeadLetters,
  deadLetters,
  letterByExternalId,
  lettersBySubject,
  newestLetterTo,
} from './data/letters.ts';
export {
  type Carried,
  type Carrier,
  holdMs,
  type Letter,
  type LetterState,
  letterStates,
  mayTakeBack,
  type Receipt,
} from './domain/letter.ts';
export { holdLetter, type LetterWish } from './hold-letter.ts';
export { type SendAgainRefusal, sendAgain } from './send-again.ts';
export { type LetterRefusal, takeBackLetter } from './take-back-letter.ts';
export { takeReceipt } from './take-receipt.ts';
export { layPost, mailLeaves } from './ways-out.ts';

export const outbox: Manifest = {
  name: 'outbox',
  entities: [LetterEntity],
  follows: ['letter'],
};
