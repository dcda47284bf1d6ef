import type { Change } from './change.ts';

/** What a reader missed, each customer once: where they changed last, with all the kinds that there were. Oldest first. */
export function toldOnce(missed: readonly Change[]): Change[] {
  const told = new Map<string, Change>();
  for (const change of missed) {
    const before = told.get(change.customerId);
    // What was set again stands last.
    told.delete(change.customerId);
    told.set(
      change.customerId,
      before ? { ...change, kinds: [...new Set([...before.kinds, ...change.kinds])] } : change,
    );
  }
  return [...told.values()];
}
