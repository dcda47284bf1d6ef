import { sourcesById } from '#modules/sources';
import type { Tx } from '#platform/database';
import { lockUnreadable, markReplayed, noteReason, type UnreadableRow } from './data/unreadable.ts';
import { readDelivery } from './domain/read-delivery.ts';
import type { ReadItem } from './domain/read-foreign.ts';
import type { Subjects } from './domain/subjects.ts';
import { type ItemOutcome, reasonKept, takeItems } from './take-delivery.ts';

/**
 * Tries what could not be read once more, as it came: the format or the subject may have learned meanwhile, or its source was set
 * right. `null` when there is nothing of that id to replay. What still cannot be read stays where it is, with the reason of now.
 */
export async function replayUnreadable(tx: Tx, subjects: Subjects, id: string): Promise<ItemOutcome | null> {
  const kept = await lockUnreadable(tx, id);
  const [source] = kept ? await sourcesById(tx, [kept.sourceId]) : [];
  if (!kept || !source) return null;
  // No setting makes JSON of a text.
  if (kept.code === 'bad-json')
    return { outcome: 'unreadable', unreadableId: id, code: kept.code, message: kept.message };
  const item = readAgain(kept, {
    formats: subjects.formats.filter(({ system }) => system === source.system),
    source,
    receivedAt: kept.receivedAt.toISOString(),
  });
  const [became] = await takeItems(tx, subjects, source, [item]);
  if (became?.outcome === 'unreadable') {
    await noteReason(tx, id, reasonKept(became));
    return { ...became, unreadableId: id };
  }
  await markReplayed(tx, id);
  return became ?? null;
}

function readAgain({ raw, eventId }: UnreadableRow, reading: Parameters<typeof readDelivery>[2]): ReadItem {
  const items = readDelivery(raw, eventId ?? undefined, reading);
  if (items !== 'too-many' && items.length === 1) return items[0]!;
  return { raw, refusal: { code: 'bad-envelope', message: 'This holds more than one thing.' } };
}
