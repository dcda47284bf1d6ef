import type { Models } from './engine/score-blocks.ts';

/** Sources of fewer records than this are too small to say that nobody is twice in them. */
const enoughRecords = 100;

/** Sources of which the last run found that they share many people with the others and have hardly anybody twice, as the engine finds them in a batch. */
export function sourcesWithoutDoubles({ person, organisation }: Models): Set<string> {
  const sizeOf = (pairs: number) => (pairs > 0 ? Math.round((1 + Math.sqrt(1 + 8 * pairs)) / 2) : 0);
  const sum = (some: readonly number[], others: readonly number[], at: number) =>
    (some[at] ?? 0) + (others[at] ?? 0);
  const all = [person, organisation].reduce(
    (records, { allPairs }) => records + sizeOf(allPairs.reduce((pairs, one) => pairs + one, 0)),
    0,
  );
  if (sum(person.samePairs, organisation.samePairs, 0) < 0.05 * all) return new Set();
  return new Set(
    person.sources.filter((_, source) => {
      const at = source + 1;
      if (at >= person.samePairs.length) return false;
      const size = sizeOf(person.allPairs[at]!) + sizeOf(organisation.allPairs[at] ?? 0);
      return size >= enoughRecords && sum(person.samePairs, organisation.samePairs, at) < 1.1 + 0.002 * size;
    }),
  );
}
