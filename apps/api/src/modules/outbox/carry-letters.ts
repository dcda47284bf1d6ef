import type { Database, Tx } from '#platform/database';
import { letGo, lockLetter, putLetters, takeToCarry } from './data/letters.ts';
import { afterTry, type Carried, type Carrier } from './domain/letter.ts';
import { tellSubjects } from './tell-subjects.ts';

const leaseMs = 5 * 60_000;

/** Lets letters go whose ten seconds are over, and tells their subjects. Doing it twice does it once. */
export async function releaseLetters(tx: Tx, now: Date): Promise<number> {
  const letters = await letGo(tx, now);
  if (letters.length > 0) await tellSubjects(tx, letters);
  return letters.length;
}

/**
 * One round of the post: lets go what was held long enough, gives what is due to the carriers of its channels, and writes
 * down what became of each. Any number of processes may run rounds at once; a letter is with one carrier at a time. Answers
 * with how many were carried, so that whoever calls can go on until there is nothing left.
 */
export async function carryLetters(
  database: Database,
  carriers: readonly Carrier[],
  now: () => Date = () => new Date(),
  atMost = 20,
): Promise<number> {
  await database.transaction((tx) => releaseLetters(tx, now()));
  if (carriers.length === 0) return 0;
  const byChannel = new Map(carriers.map((carrier) => [carrier.channel, carrier]));
  const at = now();
  const taken = await database.transaction((tx) =>
    takeToCarry(tx, [...byChannel.keys()], at, new Date(at.getTime() + leaseMs), atMost),
  );
  for (const letter of taken) {
    const carried = await byChannel
      .get(letter.channel)!
      .carry(letter)
      .catch((error): Carried => ({ outcome: 'later', reason: String(error?.message ?? error) }));
    await database.transaction(async (tx) => {
      const held = await lockLetter(tx, letter.id);
      // Another process took it over because this one was too slow: what it says counts.
      if (held?.state !== 'sending' || held.attempts !== letter.attempts) return;
      const after = afterTry(held, carried, now());
      await putLetters(tx, [after]);
      await tellSubjects(tx, [after]);
    });
  }
  return taken.length;
}
