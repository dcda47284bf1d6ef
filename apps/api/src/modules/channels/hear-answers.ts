import { neighbours, type SpokenToCaller } from '#modules/house';
import type { Tx } from '#platform/database';
import { type Arrival, addressOf } from './domain/arrival.ts';

/** Whether words that came answer a question of ours: then they are an answer, and no message. */
export async function hearWords(
  tx: Tx,
  way: string,
  { peer, text, at }: Extract<Arrival, { type: 'words' }>,
): Promise<{ customerId: string } | null> {
  for (const { typedAnswers } of neighbours()) {
    const heard = await typedAnswers?.hear(tx, { way, address: addressOf(peer), text, at });
    if (heard) return heard;
  }
  return null;
}

/** What is said to whoever is on the line: a question, once more, or thanks; `null` when nobody has anything to ask. */
export async function hearKeypad(
  tx: Tx,
  sourceId: string,
  { callKey, keys, isAgain, at }: Extract<Arrival, { type: 'keypad' }>,
): Promise<SpokenToCaller | null> {
  const call = { sourceId, callKey: `call:${callKey}` };
  for (const { typedAnswers } of neighbours()) {
    const spoken =
      keys === null
        ? await typedAnswers?.askOnCall(tx, call, at)
        : await typedAnswers?.hearKeys(tx, call, keys, isAgain, at);
    if (spoken) return spoken;
  }
  return null;
}
