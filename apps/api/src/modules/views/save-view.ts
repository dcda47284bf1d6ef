import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Department } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { countViews, lockView, putViews } from './data/saved-views.ts';
import {
  isOwnView,
  mayReadView,
  mostViews,
  noSuchView,
  notYourView,
  refuseWish,
  type SavedView,
  tooManyViews,
  type ViewRefusal,
  viewWish,
} from './domain/saved-view.ts';

/** Keeps what a screen shows under a name; with the id of a view of the viewer's own, that one means this from now on. */
export async function saveView(
  tx: Tx,
  viewer: Viewer,
  { id, ...wish }: { id?: string | null; screen: string; name: string; search: string; sharedWith: string },
  now: Date,
): Promise<Result<SavedView, ViewRefusal>> {
  const read = viewWish.safeParse(wish);
  if (!read.success) return refuse(refuseWish(read.error));
  if (!viewer.id) return refuse(noSuchView);
  const mine = { ownerId: viewer.id, department: viewer.department as Department | null };
  let view: SavedView = {
    id: newId(),
    ...mine,
    ...read.data,
    ownerName: viewer.name,
    place: 0,
    createdAt: now,
    removedAt: null,
  };
  if (id) {
    const before = isId(id) ? await lockView(tx, id) : null;
    if (!before || !mayReadView(before, viewer) || before.screen !== view.screen) return refuse(noSuchView);
    if (!isOwnView(before, viewer)) return refuse(notYourView);
    view = { ...before, ...mine, ...read.data, removedAt: null };
  } else {
    const count = await countViews(tx, viewer.id, view.screen);
    if (count >= mostViews) return refuse(tooManyViews);
    view.place = count + 1;
  }
  await putViews(tx, [view]);
  await recordAudit(tx, viewer, {
    action: 'save-view',
    subjectType: 'SavedView',
    subjectId: view.id,
    details: { screen: view.screen, sharedWith: view.sharedWith },
  });
  return accept(view);
}
