import type { EntityClass } from './table-of.ts';

/** Makes something of an entity and a word once for each of both: SQL that is put together of columns. There are as many as call sites. */
export function madeOnce<Made>(make: (entity: EntityClass<unknown>, word: string) => Made) {
  const made = new WeakMap<EntityClass<unknown>, Map<string, Made>>();
  return (entity: EntityClass<unknown>, word: string): Made => {
    const byWord = made.get(entity) ?? new Map<string, Made>();
    made.set(entity, byWord);
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const one = make(entity, word);
    byWord.set(word, one);
    return one;
  };
}
