import type { Signal } from '#modules/house';
import { readClaims, type SpeakingSource } from './claims.ts';
import { absorb, nothingSaid } from './domain/statement.ts';
import { formOf } from './form.ts';

/**
 * Reads what a signal says of people before anything is asked of the database: an import does so while PostgreSQL writes the set before, and
 * `identify` finds it done. A signal about a person is mostly about one nobody knows, so the form in which they are compared is made, too.
 */
export function readAhead(source: SpeakingSource, signal: Signal): void {
  const claims = readClaims(signal);
  if (signal.kind !== 'person') return;
  for (const { statement, at } of claims) {
    const { current } = absorb(nothingSaid, statement, at);
    formOf({ sourceKey: source.key, current });
  }
}
