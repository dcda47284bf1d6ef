import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockView, putViews } from './data/saved-views.ts';
import {
  isOwnView,
  mayReadView,
  noSuchView,
  notYourView,
  type SavedView,
  type ViewRefusal,
} from './domain/saved-view.ts';

async function markView(
  tx: Tx,
  viewer: Viewer,
  id: string,
  removedAt: Date | null,
): Promise<Result<SavedView, ViewRefusal>> {
  const before = isId(id) ? await lockView(tx, id) : null;
  if (!before || !mayReadView(before, viewer)) return refuse(noSuchView);
  if (!isOwnView(before, viewer)) return refuse(notYourView);
  const view = { ...before, removedAt };
  await putViews(tx, [view]);
  await recordAudit(tx, viewer, {
    action: removedAt ? 'remove-view' : 'restore-view',
    subjectType: 'SavedView',
    subjectId: id,
  });
  return accept(view);
}

/** Takes away a view of the viewer's own, also from those it is shared with; it waits to be restored. */
export const removeView = (tx: Tx, viewer: Viewer, id: string, now: Date) => markView(tx, viewer, id, now);

/** Puts a removed view back to its place. */
export const restoreView = (tx: Tx, viewer: Viewer, id: string) => markView(tx, viewer, id, null);
