import { probabilityOf } from './model.ts';
import type { Edges } from './score-blocks.ts';
import type { EngineSettings } from './settings.ts';

/** What is to be done with a pair: merged unseen, shown to a person, or kept apart. */
export type Outcome = 'automatic' | 'review' | 'separate';

/**
 * The outcome of each edge: automatic from the probability that the cost of a false merge asks for, when nothing speaks against it,
 * both records came into one entity, no other entity comes near, what their company says (`told`) does not take too much away, and the entity
 * is not `held`; review from one half of what is told, or when two records of one entity are not sure of each other; otherwise separate.
 */
export function outcomesOf(
  edges: Edges,
  entity: Int32Array,
  held: ReadonlySet<number>,
  settings: EngineSettings,
  told: Float32Array = edges.bits,
): Outcome[] {
  const rival = new Float32Array(entity.length).fill(-99);
  edges.a.forEach((a, at) => {
    const b = edges.b[at]!;
    if (entity[a] === entity[b]) return;
    const bits = edges.bits[at]!;
    if (bits > rival[a]!) rival[a] = bits;
    if (bits > rival[b]!) rival[b] = bits;
  });
  return Array.from(edges.a, (a, at): Outcome => {
    const b = edges.b[at]!;
    const bits = edges.bits[at]!;
    const together = entity[a] === entity[b];
    const inCompany = probabilityOf(told[at]!);
    if (
      together &&
      !held.has(entity[a]!) &&
      edges.clear[at] === 1 &&
      probabilityOf(bits) >= settings.automaticFrom &&
      inCompany >= settings.companyFrom &&
      bits - Math.max(rival[a]!, rival[b]!) >= settings.marginBits
    )
      return 'automatic';
    return inCompany >= settings.reviewFrom || together ? 'review' : 'separate';
  });
}
