import { newId } from '#kernel/id';
import { staffByNameOrEmail } from '#modules/access';
import { type Located, type Recorder, type SignalKind, thingKey } from '#modules/house';
import { forgetItems, lockItemsBySource, putItems, putVariants, putVersions } from './data/content-items.ts';
import { replacePlacements } from './data/placements.ts';
import type { ContentItem, ContentVariant, ContentVersion, Placement } from './domain/content-item.ts';
import { placeOfPriority } from './domain/content-wish.ts';
import { type ContentBody, contentBody } from './domain/read-content-signal.ts';
import { reckonArms } from './reckon-arms.ts';
import { variantsOf } from './write-content.ts';

/** The newest word of each thing: an older one never overwrites a newer. */
function newestOf(items: readonly Located<ContentBody>[]): Located<ContentBody>[] {
  const newest = new Map<string, Located<ContentBody>>();
  for (const item of items) {
    const key = thingKey(item.sourceId, item.signal.subjectKey);
    const before = newest.get(key);
    if (!before || item.at >= before.at) newest.set(key, item);
  }
  return [...newest.values()];
}

const record: Recorder<ContentBody> = async (tx, items) => {
  const said = newestOf(items);
  const sourceId = said[0]!.sourceId;
  const locked = await lockItemsBySource(
    tx,
    sourceId,
    said.map(({ signal }) => signal.subjectKey),
  );
  const known = new Map(locked.map((item) => [item.sourceKey, item]));
  const owners = await staffByNameOrEmail(
    tx,
    said.flatMap(({ signal: { body } }) =>
      [body.ownerEmail, body.ownerName].filter((one) => one !== undefined),
    ),
  );
  const written: ContentItem[] = [];
  const versions: ContentVersion[] = [];
  const variants: ContentVariant[] = [];
  const placements: Placement[] = [];
  const replaced: string[] = [];
  for (const { signal, at } of said) {
    const { body, subjectKey } = signal;
    const before = known.get(subjectKey);
    if (before && before.observedAt > at) continue;
    const owner = owners.get(body.ownerEmail ?? '') ?? owners.get(body.ownerName ?? '');
    const id = before?.id ?? newId();
    // A source replaces what it said: the next version, so that what was given before can still be read.
    const version = (before?.version ?? 0) + 1;
    written.push({
      id,
      sourceId,
      sourceKey: subjectKey,
      kind: body.kind,
      purpose: body.purpose,
      ownerId: owner?.id ?? before?.ownerId ?? null,
      ownerName: owner?.name ?? body.ownerName ?? before?.ownerName ?? null,
      product: body.product ?? null,
      tags: [...new Set(body.tags)],
      status: body.isDraft ? 'draft' : 'published',
      version,
      publishedVersion: body.isDraft ? (before?.publishedVersion ?? null) : version,
      createdAt: before?.createdAt ?? at,
      touchedAt: at,
      archivedAt: before?.archivedAt ?? null,
      observedAt: at,
    });
    versions.push({
      itemId: id,
      version,
      status: body.isDraft ? 'draft' : 'published',
      claims: body.claims,
      validFrom: body.validFrom ?? null,
      validUntil: body.validUntil ?? null,
      writtenBy: null,
      writtenByName: body.ownerName ?? null,
      decidedBy: null,
      decidedByName: null,
      decidedAt: body.isDraft ? null : at,
      remark: null,
      changedAt: at,
    });
    variants.push(...variantsOf(id, version, body.translations));
    if (!body.placements) continue;
    replaced.push(id);
    for (const { priority, ...where } of body.placements)
      placements.push({
        id: newId(),
        itemId: id,
        ...where,
        language: null,
        priority: placeOfPriority(priority),
        withTags: [],
        inCountries: [],
        withOpenTicket: null,
        withOpenDeal: null,
        placedBy: null,
        placedByName: body.ownerName ?? null,
        placedAt: at,
        removedAt: null,
      });
  }
  await putItems(tx, written);
  await putVersions(tx, versions);
  await putVariants(tx, [], variants);
  if (replaced.length > 0) {
    await replacePlacements(tx, replaced, placements);
    await reckonArms(tx, new Date());
  }
  return { entries: [], facts: [] };
};

/** A piece of content was published or changed in another library. */
export const contentSignal: SignalKind<ContentBody> = {
  kind: 'content',
  description:
    'A piece of content for customers: what it says in each language, and at which stage it is offered.',
  schema: contentBody,
  concernsPerson: false,
  record,
  async forget(tx, sourceId, subjectKeys) {
    await forgetItems(tx, sourceId, subjectKeys);
  },
};
