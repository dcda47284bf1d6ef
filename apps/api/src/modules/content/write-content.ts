import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit, usersById } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockItem, putItems, putVariants, putVersions, versionOf } from './data/content-items.ts';
import { filesById } from './data/files.ts';
import type { ContentItem, ContentVariant } from './domain/content-item.ts';
import { type ContentWish, contentWish, refuseContent, type Translation } from './domain/content-wish.ts';
import {
  type ContentRefusal,
  noSuchContent,
  noSuchFile,
  noSuchOwner,
  nothingToShow,
} from './domain/refusals.ts';

/** What somebody writes, before it was looked at. */
export interface DraftWish {
  ownerId?: string | null | undefined;
  [field: string]: unknown;
}

/** The rows of a version's languages. */
export const variantsOf = (
  itemId: string,
  version: number,
  translations: readonly (Pick<Translation, 'language' | 'title'> & Partial<Translation>)[],
): ContentVariant[] =>
  translations.map(({ language, title, body, link, fileId }) => ({
    itemId,
    version,
    language,
    title,
    body: body ?? null,
    link: link ?? null,
    fileId: fileId ?? null,
  }));

/** Looks at a wish: its form, that each language has something to show, that its files and its owner are there. */
async function readWish(
  tx: Tx,
  viewer: Viewer,
  { ownerId, ...wish }: DraftWish,
  before: ContentItem | null,
): Promise<Result<{ wish: ContentWish; owner: Pick<ContentItem, 'ownerId' | 'ownerName'> }, ContentRefusal>> {
  const read = contentWish.safeParse(wish);
  if (!read.success) return refuse(refuseContent(read.error));
  const { translations } = read.data;
  if (!translations.every(({ body, link, fileId }) => body || link || fileId)) return refuse(nothingToShow);
  const files = translations.flatMap(({ fileId }) => fileId ?? []);
  if ((await filesById(tx, files)).includes(null)) return refuse(noSuchFile);
  const wanted = ownerId ?? (before ? before.ownerId : viewer.id);
  const [owner] = wanted && isId(wanted) ? await usersById(tx, [wanted]) : [null];
  if (ownerId && (!owner || owner.disabledAt)) return refuse(noSuchOwner);
  return accept({
    wish: read.data,
    owner: { ownerId: owner?.id ?? null, ownerName: owner?.name ?? before?.ownerName ?? null },
  });
}

async function writeDraft(
  tx: Tx,
  viewer: Viewer,
  item: ContentItem,
  wish: ContentWish,
  action: string,
  now: Date,
): Promise<ContentItem> {
  const { translations, claims, validFrom, validUntil } = wish;
  await putItems(tx, [item]);
  await putVersions(tx, [
    {
      itemId: item.id,
      version: item.version,
      status: 'draft',
      claims,
      validFrom,
      validUntil,
      writtenBy: viewer.id,
      writtenByName: viewer.name,
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      remark: null,
      changedAt: now,
    },
  ]);
  await putVariants(
    tx,
    [{ itemId: item.id, version: item.version }],
    variantsOf(item.id, item.version, translations),
  );
  await recordAudit(tx, viewer, {
    action,
    subjectType: 'ContentItem',
    subjectId: item.id,
    details: { version: item.version, languages: translations.map(({ language }) => language) },
  });
  return item;
}

/** Writes a new piece of content: a draft, owned by whoever writes it unless they name a colleague. */
export async function createContent(
  tx: Tx,
  viewer: Viewer,
  wish: DraftWish,
  now: Date,
): Promise<Result<ContentItem, ContentRefusal>> {
  const read = await readWish(tx, viewer, wish, null);
  if (!read.ok) return read;
  const { kind, purpose, product, tags } = read.value.wish;
  const item: ContentItem = {
    id: newId(),
    sourceId: null,
    sourceKey: null,
    kind,
    purpose,
    ...read.value.owner,
    product: product ?? null,
    tags,
    status: 'draft',
    version: 1,
    publishedVersion: null,
    createdAt: now,
    touchedAt: now,
    archivedAt: null,
    observedAt: now,
  };
  return accept(await writeDraft(tx, viewer, item, read.value.wish, 'create-content', now));
}

/**
 * Writes the draft of a piece of content anew. What is published is never changed: then the draft is the next version, and people get
 * the published one until the new one is approved. A draft that waits for approval is one again: somebody has to look at what changed.
 */
export async function editContent(
  tx: Tx,
  viewer: Viewer,
  id: string,
  wish: DraftWish,
  now: Date,
): Promise<Result<ContentItem, ContentRefusal>> {
  const before = isId(id) ? await lockItem(tx, id) : null;
  if (!before || before.archivedAt) return refuse(noSuchContent);
  const read = await readWish(tx, viewer, wish, before);
  if (!read.ok) return read;
  const newest = await versionOf(tx, id, before.version);
  const { kind, purpose, product, tags } = read.value.wish;
  const item: ContentItem = {
    ...before,
    ...read.value.owner,
    kind,
    purpose,
    product: product ?? null,
    tags,
    status: 'draft',
    version: newest?.status === 'published' ? before.version + 1 : before.version,
    touchedAt: now,
  };
  return accept(await writeDraft(tx, viewer, item, read.value.wish, 'edit-content', now));
}
