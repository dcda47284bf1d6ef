import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { deleteVersion, lockItem, putItems, putVersions, versionOf } from './data/content-items.ts';
import type { ContentItem, ContentVersion } from './domain/content-item.ts';
import { type ContentRefusal, noSuchContent, ownWork, wrongStatus } from './domain/refusals.ts';
import { reckonArms } from './reckon-arms.ts';

type Move = (
  item: ContentItem,
  version: ContentVersion,
) => Result<{ item: ContentItem; version?: Partial<ContentVersion>; drop?: boolean }, ContentRefusal>;

async function move(
  tx: Tx,
  viewer: Viewer,
  id: string,
  action: string,
  now: Date,
  decide: Move,
): Promise<Result<ContentItem, ContentRefusal>> {
  const before = isId(id) ? await lockItem(tx, id) : null;
  const version = before && (await versionOf(tx, before.id, before.version));
  if (!before || !version) return refuse(noSuchContent);
  const decided = decide(before, version);
  if (!decided.ok) return decided;
  const item = { ...decided.value.item, touchedAt: now };
  if (decided.value.version)
    await putVersions(tx, [{ ...version, ...decided.value.version, changedAt: now }]);
  await putItems(tx, [item]);
  if (decided.value.drop) deleteVersion(tx, id, before.version);
  await recordAudit(tx, viewer, {
    action,
    subjectType: 'ContentItem',
    subjectId: id,
    details: { version: before.version },
  });
  const offersChange =
    item.publishedVersion !== before.publishedVersion ||
    Boolean(item.archivedAt) !== Boolean(before.archivedAt);
  if (offersChange) await reckonArms(tx, now);
  return accept(item);
}

/** Hands a draft in: somebody else is to look at it. */
export const submitContent = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  move(tx, viewer, id, 'submit-content', now, (item, version) =>
    item.archivedAt || version.status !== 'draft'
      ? refuse(wrongStatus(item.status))
      : accept({ item: { ...item, status: 'review' }, version: { status: 'review', remark: null } }),
  );

/** Takes what was handed in back to the desk. */
export const withdrawContent = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  move(tx, viewer, id, 'withdraw-content', now, (item, version) =>
    item.archivedAt || version.status !== 'review'
      ? refuse(wrongStatus(item.status))
      : accept({ item: { ...item, status: 'draft' }, version: { status: 'draft' } }),
  );

const decidedBy = (viewer: Viewer, now: Date, remark: string | null | undefined) => ({
  decidedBy: viewer.id,
  decidedByName: viewer.name,
  decidedAt: now,
  remark: remark?.trim().slice(0, 1_000) || null,
});

/** Publishes what was handed in. Four eyes: who wrote it does not approve it, except an administrator. */
export const approveContent = (tx: Tx, viewer: Viewer, id: string, remark: string | null, now: Date) =>
  move(tx, viewer, id, 'approve-content', now, (item, version) => {
    if (item.archivedAt || version.status !== 'review') return refuse(wrongStatus(item.status));
    if (version.writtenBy !== null && version.writtenBy === viewer.id && viewer.role !== 'admin')
      return refuse(ownWork);
    return accept({
      item: { ...item, status: 'published', publishedVersion: item.version },
      version: { status: 'published', ...decidedBy(viewer, now, remark) },
    });
  });

/** Sends what was handed in back to its writer, with what to mend. */
export const returnContent = (tx: Tx, viewer: Viewer, id: string, remark: string | null, now: Date) =>
  move(tx, viewer, id, 'return-content', now, (item, version) =>
    item.archivedAt || version.status !== 'review'
      ? refuse(wrongStatus(item.status))
      : accept({
          item: { ...item, status: 'draft' },
          version: { status: 'draft', ...decidedBy(viewer, now, remark) },
        }),
  );

/** Throws away the draft that follows a published version: people get the published one as before. */
export const discardDraft = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  move(tx, viewer, id, 'discard-content-draft', now, (item, version) =>
    item.archivedAt || version.status === 'published' || item.publishedVersion === null
      ? refuse(wrongStatus(item.status))
      : accept({
          item: { ...item, status: 'published', version: item.publishedVersion },
          drop: true,
        }),
  );

/** Takes content out of use; what was given keeps its page. */
export const archiveContent = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  move(tx, viewer, id, 'archive-content', now, (item) =>
    item.archivedAt
      ? refuse(wrongStatus(item.status))
      : accept({ item: { ...item, status: 'archived', archivedAt: now } }),
  );

/** Brings archived content back to where it stood. */
export const restoreContent = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  move(tx, viewer, id, 'restore-content', now, (item, version) =>
    item.archivedAt
      ? accept({ item: { ...item, status: version.status, archivedAt: null } })
      : refuse(wrongStatus(item.status)),
  );
