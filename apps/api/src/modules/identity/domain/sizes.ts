/** Why a run can be held, for programs. */
export const heldCodes = ['MORE_LARGE', 'MANY_MOVES'] as const;

/** Why a run is held: the code with its figures, and the sentence. */
export interface Held {
  code: (typeof heldCodes)[number];
  figure: number;
  /** Of how many, where it is a part of something. */
  of: number | null;
  message: string;
}

const bounds = [1, 2, 3, 5, 10, 20];

/** How many entities have 1, 2, 3–4, 5–9, 10–19, and 20 or more records; `entity` gives each record's entity. */
export function sizesOf(entity: Iterable<number | string>): number[] {
  const counts = new Map<number | string, number>();
  for (const one of entity) counts.set(one, (counts.get(one) ?? 0) + 1);
  const sizes = bounds.map(() => 0);
  for (const count of counts.values()) {
    let at = bounds.length - 1;
    while (bounds[at]! > count) at -= 1;
    sizes[at]! += 1;
  }
  return sizes;
}

/** Entities of ten and more may grow by this part of all entities from one run to the next. */
const allowed = 0.005;

/**
 * Why a run is to be held: much more large entities than at the last one, as when a shared value has begun to join strangers. Nothing
 * when there was no run before, or when sizes moved as they do.
 */
export function suspicion(before: readonly number[] | null, now: readonly number[]): Held | null {
  const large = (sizes: readonly number[]) => sizes.slice(4).reduce((sum, count) => sum + count, 0);
  const all = now.reduce((sum, count) => sum + count, 0);
  if (!before || all === 0) return null;
  const more = large(now) - large(before);
  if (more <= Math.max(3, allowed * all)) return null;
  const message = `${more} more entities of ten records and more than at the last run.`;
  return { code: 'MORE_LARGE', figure: more, of: null, message };
}

/** From one run to the next this part of all records may go to other customers. */
const mayMove = 0.1;

/** Why a run is to be held: so many records would go to other customers that something is wrong with what came in. */
export function tooManyMoves(moved: number, records: number): Held | null {
  if (moved <= Math.max(25, mayMove * records)) return null;
  const message = `${moved} of ${records} records would go to other customers.`;
  return { code: 'MANY_MOVES', figure: moved, of: records, message };
}
