import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockOwnViews, lockView, putViews } from './data/saved-views.ts';
import {
  isOwnView,
  mayReadView,
  noSuchView,
  notYourView,
  type SavedView,
  type ViewRefusal,
  withViewAt,
} from './domain/saved-view.ts';

/** Puts a view of the viewer's own to another place among their views of its screen. */
export async function moveView(
  tx: Tx,
  viewer: Viewer,
  id: string,
  place: number,
): Promise<Result<SavedView, ViewRefusal>> {
  const before = isId(id) ? await lockView(tx, id) : null;
  if (!before || before.removedAt || !mayReadView(before, viewer)) return refuse(noSuchView);
  if (!isOwnView(before, viewer)) return refuse(notYourView);
  const views = withViewAt(await lockOwnViews(tx, before.ownerId, before.screen), before.id, place);
  await putViews(tx, views);
  await recordAudit(tx, viewer, { action: 'move-view', subjectType: 'SavedView', subjectId: before.id });
  return accept(views.find((view) => view.id === before.id) ?? before);
}
