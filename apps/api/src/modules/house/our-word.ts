/** A word of a source as it is kept beside ours: what JSON can hold. */
type Word = string | string[] | boolean | null;

/** What a source said of a thing where we said otherwise, by field (decision 0023). */
export type Over<Field extends string> = Partial<Record<Field, Word>>;

const asWord = (value: unknown): Word => (value instanceof Date ? value.toISOString() : (value as Word));
const isSame = (one: Word, other: Word): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two voices on one thing (decision 0023): of these fields a source speaks and so do we. What the source said stays in `over` where we
 * said otherwise. `moments` are the fields that hold a time.
 */
export function twoVoices<Thing extends object, Field extends string & keyof Thing>(
  fields: readonly Field[],
  moments: readonly Field[],
) {
  type Shared = Thing & { over: Over<Field> };
  const fromWord = (field: Field, word: Word): unknown =>
    moments.includes(field) && typeof word === 'string' ? new Date(word) : word;
  const isSaidAgain = (before: { over: Over<Field> }, said: Thing, field: Field): boolean =>
    field in before.over && isSame(before.over[field] ?? null, asWord(said[field]));

  return {
    /** The thing as its source tells of it, without our words. */
    asTheSourceSays<T extends Shared>(thing: T): T {
      const said: Record<string, unknown> = { ...thing, over: {} };
      for (const field of fields)
        if (field in thing.over) said[field] = fromWord(field, thing.over[field] ?? null);
      return said as T;
    },

    /** The thing after we said something of it. Saying the same as the source is no word of ours. */
    sayOurselves<T extends Shared>(thing: T, words: Partial<Pick<Thing, Field>>): T {
      const over: Over<Field> = { ...thing.over };
      for (const field of fields) {
        if (!(field in words)) continue;
        const theirs = field in over ? (over[field] ?? null) : asWord(thing[field]);
        if (isSame(theirs, asWord(words[field]))) delete over[field];
        else over[field] = theirs;
      }
      return { ...thing, ...words, over };
    },

    /** Whether a source that spoke again says of a field what it said when we spoke. */
    isSaidAgain,

    /** The thing after its source spoke again: our word stands until the source says something else than it did when we spoke. */
    letOurWordsStand<T extends Shared>(
      before: T,
      said: T,
      stands: (field: Field) => boolean = (field) => isSaidAgain(before, said, field),
    ): T {
      const after: Record<string, unknown> = { ...said };
      const over: Over<Field> = {};
      for (const field of fields) {
        if (!stands(field)) continue;
        after[field] = before[field];
        over[field] = asWord(said[field]);
      }
      return { ...after, over } as unknown as T;
    },
  };
}
