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

/** Takes in what a delivery held and keeps what could not be read, all in one transaction: answered means committed. */
export async function takeDelivery(
  tx: Tx,
  subjects: Subjects,
  source: Source,
  items: readonly ReadItem[],
): Promise<ItemOutcome[]> {
  const signals: Signal[] = [];
  const spans = items.map((item) => {
    const from = signals.length;
    if ('signals' in item) signals.push(...item.signals);
    return [from, signals.length] as const;
  });
  const taken = await takeIn(tx, subjects, source, signals);
  const kept: NewUnreadable[] = [];
  const keep = (item: ReadItem, { code, message, path }: Unreadable): ItemOutcome => {
    const id = newId();
    kept.push({
      id,
      source_id: source.id,
      raw: storable(item.raw ?? null),
      code,
      message: storable(message) as string,
      ...(path ? { column_name: path } : {}),
    });
    return { outcome: 'unreadable', unreadableId: id, code, message, ...(path ? { path } : {}) };
  };
  const outcomes = items.map((item, place): ItemOutcome => {
    if ('refusal' in item) return keep(item, item.refusal);
    if ('skipped' in item) return { outcome: 'skipped', message: item.skipped };
    const [from, to] = spans[place]!;
    return worstOf(taken.slice(from, to), (refusal) => keep(item, refusal));
  });
  await insertUnreadables(tx, kept);
  return outcomes;
}

/** One thing may be told by several signals; what hinders any of them is what its sender must know. */
function worstOf(outcomes: readonly TakenOutcome[], keep: (refusal: Unreadable) => ItemOutcome): ItemOutcome {
  const unreadable = outcomes.find((one) => one.outcome === 'unreadable');
  if (unreadable) return keep(unreadable);
  const shown =
    outcomes.find((one) => one.outcome === 'conflict') ??
    outcomes.find((one) => one.outcome === 'taken') ??
    outcomes[0];
  if (!shown) return { outcome: 'skipped', message: 'It says nothing that is kept.' };
  if (shown.outcome === 'unreadable') throw new Error('An unreadable signal was overlooked.');
  const customerId = shown.outcome === 'taken' ? shown.customerId : undefined;
  return { outcome: shown.outcome, signalId: shown.signalId, ...(customerId ? { customerId } : {}) };
}
