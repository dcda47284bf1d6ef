import type { Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import type { Known } from './ask-known.ts';
import { knownSignals } from './data/signals.ts';
import type { TakenOutcome } from './domain/outcome.ts';
import type { Taking } from './domain/taking.ts';

/**
 * Sorts out what was told before: the same again is a duplicate, the same event id with another content is a conflict, and
 * the first stands. Looks at the database, where nobody has asked it already, and at the set itself. Returns what is new, in order.
 */
export async function recall(
  tx: Tx,
  source: Source,
  set: readonly Taking[],
  settle: (taking: Taking, outcome: TakenOutcome) => void,
  asked?: Known,
): Promise<Taking[]> {
  const first = new Map<string, { id: string; hash: string }>();
  const eventIds = set.map(({ signal }) => signal.eventId);
  for (const known of asked?.signals ?? (await knownSignals(tx, source.id, eventIds)))
    first.set(known.eventId, known);
  return set.filter((taking) => {
    const before = first.get(taking.signal.eventId);
    if (!before) {
      first.set(taking.signal.eventId, { id: taking.signalId, hash: taking.hash });
      return true;
    }
    const outcome = before.hash === taking.hash ? 'duplicate' : 'conflict';
    settle(taking, { outcome, signalId: before.id });
    return false;
  });
}
