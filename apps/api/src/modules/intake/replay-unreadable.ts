import { sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { lockUnreadable, markReplayed } from './data/unreadable.ts';
import { readDelivery } from './domain/read-delivery.ts';
import type { Subjects } from './domain/subjects.ts';
import { type ItemOutcome, takeDelivery } from './take-delivery.ts';

/**
 * Tries what could not be read once more, as it came: the format or the subject may have learned meanwhile. `null` when there is
 * nothing of that id to replay. What still cannot be read stays where it is.
 */
export async function replayUnreadable(tx: Tx, subjects: Subjects, id: string): Promise<ItemOutcome | null> {
  const kept = await lockUnreadable(tx, id);
  const [source] = kept && kept.importFileId === null ? await sourcesById(tx, [kept.sourceId]) : [];
  if (!kept || !source) return null;
  const items = readDelivery(kept.raw, kept.eventId ?? undefined, {
    formats: subjects.formats.filter(({ system }) => system === source.system),
    source,
    receivedAt: kept.receivedAt.toISOString(),
  });
  const item = items === 'too-many' ? undefined : items[0];
  if (!item || items.length > 1)
    return {
      outcome: 'unreadable',
      unreadableId: id,
      code: 'bad-envelope',
      message: 'This holds more than one thing.',
    };
  if ('refusal' in item) return { outcome: 'unreadable', unreadableId: id, ...item.refusal };
  const [outcome] = await takeDelivery(tx, subjects, source, [item]);
  if (!outcome) return null;
  await markReplayed(tx, id);
  return outcome;
}
