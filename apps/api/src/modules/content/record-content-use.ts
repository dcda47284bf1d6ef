import { newId } from '#kernel/id';
import {
  movedAmong,
  type Recorded,
  type Recorder,
  type SignalKind,
  type Telling,
  tellTo,
  thingKey,
} from '#modules/house';
import { takeBack } from '#modules/journey';
import { lockItemsBySource, variantsByVersion } from './data/content-items.ts';
import { forgetUses, putUses } from './data/uses.ts';
import type { ContentUse } from './domain/content-item.ts';
import { type ContentUseBody, contentUseBody } from './domain/read-content-signal.ts';
import { openEntryKey, tellUse, useEntryKey } from './domain/tell-use.ts';

const record: Recorder<ContentUseBody> = async (tx, items) => {
  const recorded: Recorded = { entries: [], facts: [] };
  const sourceId = items[0]!.sourceId;
  const locked = await lockItemsBySource(tx, sourceId, [
    ...new Set(items.map(({ signal }) => signal.body.contentKey)),
  ]);
  const known = new Map(locked.map((item) => [item.sourceKey, item]));
  const given = locked.filter(({ publishedVersion }) => publishedVersion !== null);
  const variants = await variantsByVersion(
    tx,
    given.map(({ id, publishedVersion }) => ({ itemId: id, version: publishedVersion! })),
  );
  const variantsById = new Map(given.map(({ id }, nth) => [id, variants[nth] ?? []]));
  const uses = new Map<string, ContentUse>();
  const told: { key: string; signalId: string; telling: Telling }[] = [];
  for (const { signal, signalId, at, customerId, sourceRecordId } of items) {
    const { body, subjectKey } = signal;
    const item = known.get(body.contentKey);
    const inLanguages = item ? (variantsById.get(item.id) ?? []) : [];
    const variant = inLanguages.find(({ language }) => language === body.language) ?? inLanguages[0];
    // Without the content itself there is nothing to say of it; its signal stays, and tells it when the content has come.
    if (!item || !variant || !customerId || !sourceRecordId) continue;
    const openedAt = body.openedAt ? new Date(body.openedAt) : null;
    const use: ContentUse = {
      id: newId(),
      sourceId,
      sourceKey: subjectKey,
      customerId,
      sourceRecordId,
      itemId: item.id,
      version: variant.version,
      language: variant.language,
      act: body.act,
      channel: body.channel,
      stage: null,
      department: body.department ?? null,
      place: null,
      propensity: null,
      settings: null,
      token: null,
      userId: null,
      userName: body.userName ?? null,
      at,
      openedAt,
      opens: openedAt ? 1 : 0,
      undoneAt: null,
      signalId,
    };
    uses.set(thingKey(sourceId, subjectKey), use);
    told.push({ key: thingKey(sourceId, subjectKey), signalId, telling: tellUse(use, variant.title) });
  }
  const written = await putUses(tx, [...uses.values()]);
  // All of it to whoever has it in the end.
  for (const { key, signalId, telling } of told) tellTo([uses.get(key)!], signalId, telling, recorded);
  const moved = movedAmong(written, uses, ({ sourceKey }) => ({
    keys: [useEntryKey(sourceKey), openEntryKey(sourceKey)],
    about: null,
  }));
  return { ...recorded, moved };
};

/** Content was given to somebody by another system, or opened by them. */
export const contentUseSignal: SignalKind<ContentUseBody> = {
  kind: 'content-use',
  description: 'Content that was given to a customer, and whether they opened it.',
  schema: contentUseBody,
  concernsPerson: true,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await takeBack(tx, sourceId, 'content-use', subjectKeys);
    await forgetUses(tx, sourceId, subjectKeys);
  },
};
