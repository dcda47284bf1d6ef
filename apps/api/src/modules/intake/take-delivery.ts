import { newId } from '#kernel/id';
import type { Signal } from '#modules/house';
import type { Source } from '#modules/sources';
import type { Tx } from '#platform/database';
import { insertUnreadables, type NewUnreadable } from './data/unreadable.ts';
import type { TakenOutcome, Unreadable } from './domain/outcome.ts';
import type { ReadItem } from './domain/read-foreign.ts';
import { storable } from './domain/storable-text.ts';
import type { Subjects } from './domain/subjects.ts';
import { takeIn } from './take-in.ts';

/** What became of one thing in a delivery. */
export interface ItemOutcome {
  outcome: 'taken' | 'duplicate' | 'conflict' | 'skipped' | 'unreadable';
  /** Of the signal that stands: for a conflict or a duplicate, the first one. */
  signalId?: string;
  customerId?: string;
  /** Under this id what could not be read is kept. */
  unreadableId?: string;
  code?: string;
  message?: string;
  path?: string;
}

type Became =
  | ({ outcome: 'unreadable' } & Unreadable)
  | (ItemOutcome & { outcome: Exclude<ItemOutcome['outcome'], 'unreadable'> });

/**
 * Takes in what a delivery held and keeps what could not be read, all in one transaction: answered means committed. What was
 * `posted` waits for people to look at and to try again; whatever else came through this door is shown where it is kept itself.
 */
export async function takeDelivery(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  items: readonly ReadItem[],
  { posted = false }: { posted?: boolean } = {},
): Promise<ItemOutcome[]> {
  const kept: NewUnreadable[] = [];
  const became = await takeItems(tx, subjects, source, items);
  const outcomes = became.map((one, place): ItemOutcome => {
    if (one.outcome !== 'unreadable') return one;
    const id = newId();
    const { raw, eventId } = items[place]!;
    kept.push({
      id,
      source_id: source.id,
      ...(eventId === undefined ? {} : { event_id: eventId }),
      raw: storable(raw ?? null),
      posted,
      ...reasonKept(one),
    });
    return { ...one, unreadableId: id };
  });
  await insertUnreadables(tx, kept);
  return outcomes;
}

/** Why something cannot be read, as it is kept. */
export const reasonKept = ({ code, message, path }: Unreadable) => ({
  code,
  message: storable(message) as string,
  ...(path ? { column_name: storable(path) as string } : {}),
});

/** Takes in what can be, and says of the rest why not. */
export async function takeItems(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  items: readonly ReadItem[],
): Promise<Became[]> {
  const signals: Signal[] = [];
  const spans = items.map((item) => {
    const from = signals.length;
    if ('signals' in item) signals.push(...item.signals);
    return [from, signals.length] as const;
  });
  const taken = await takeIn(tx, subjects, source, signals);
  return items.map((item, place): Became => {
    if ('refusal' in item) return { outcome: 'unreadable', ...item.refusal };
    if ('skipped' in item) return { outcome: 'skipped', message: item.skipped };
    const [from, to] = spans[place]!;
    return worstOf(taken.slice(from, to));
  });
}

/** One thing may be told by several signals; what hinders any of them is what its sender must know. */
function worstOf(outcomes: readonly TakenOutcome[]): Became {
  const unreadable = outcomes.find((one) => one.outcome === 'unreadable');
  if (unreadable) return unreadable;
  const shown =
    outcomes.find((one) => one.outcome === 'conflict') ??
    outcomes.find((one) => one.outcome === 'taken') ??
    outcomes[0];
  if (!shown) return { outcome: 'skipped', message: 'It says nothing that is kept.' };
  if (shown.outcome === 'unreadable') throw new Error('An unreadable signal was overlooked.');
  const customerId = shown.outcome === 'taken' ? shown.customerId : undefined;
  return { outcome: shown.outcome, signalId: shown.signalId, ...(customerId ? { customerId } : {}) };
}
