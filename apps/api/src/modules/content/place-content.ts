import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { stages } from '#modules/journey';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockItem } from './data/content-items.ts';
import { lockPlacement, placementsByItem, putPlacements } from './data/placements.ts';
import type { Placement } from './domain/content-item.ts';
import { placementWish, placeOfPriority, refusePlacement } from './domain/content-wish.ts';
import {
  badPlacement,
  type ContentRefusal,
  noSuchContent,
  noSuchPlacement,
  placedAlready,
  tooLate,
} from './domain/refusals.ts';
import { reckonArms } from './reckon-arms.ts';

const isSame = (one: Placement, other: Placement): boolean =>
  one.stage === other.stage &&
  one.department === other.department &&
  one.channel === other.channel &&
  one.language === other.language &&
  one.withOpenTicket === other.withOpenTicket &&
  one.withOpenDeal === other.withOpenDeal &&
  [...one.withTags].sort().join('\n') === [...other.withTags].sort().join('\n') &&
  [...one.inCountries].sort().join() === [...other.inCountries].sort().join();

/** Attaches content to a stage for a department: from now on it is offered there to whom the conditions fit. */
export async function placeContent(
  tx: Tx,
  viewer: Viewer,
  { contentId, ...wish }: { contentId: string; [field: string]: unknown },
  now: Date,
): Promise<Result<Placement, ContentRefusal>> {
  const read = placementWish.safeParse(wish);
  if (!read.success) return refuse(refusePlacement(read.error));
  if (!(stages as readonly string[]).includes(read.data.stage))
    return refuse(badPlacement('stage', 'There is no such stage on the journey.'));
  const item = isId(contentId) ? await lockItem(tx, contentId) : null;
  if (!item || item.archivedAt) return refuse({ ...noSuchContent, field: 'contentId' });
  const { priority, ...where } = read.data;
  const placement: Placement = {
    id: newId(),
    itemId: item.id,
    ...where,
    priority: placeOfPriority(priority),
    placedBy: viewer.id,
    placedByName: viewer.name,
    placedAt: now,
    removedAt: null,
  };
  const [standing = []] = await placementsByItem(tx, [item.id]);
  if (standing.some((one) => isSame(one, placement))) return refuse(placedAlready);
  await putPlacements(tx, [placement]);
  await recordAudit(tx, viewer, {
    action: 'place-content',
    subjectType: 'ContentItem',
    subjectId: item.id,
    details: { stage: placement.stage, department: placement.department, channel: placement.channel },
  });
  await reckonArms(tx, now);
  return accept(placement);
}

async function markPlacement(
  tx: Tx,
  viewer: Viewer,
  id: string,
  removedAt: Date | null,
  now: Date,
): Promise<Result<Placement, ContentRefusal>> {
  const before = isId(id) ? await lockPlacement(tx, id) : null;
  if (!before) return refuse(noSuchPlacement);
  if (Boolean(before.removedAt) === Boolean(removedAt)) return removedAt ? refuse(tooLate) : accept(before);
  const placement = { ...before, removedAt };
  await putPlacements(tx, [placement]);
  await recordAudit(tx, viewer, {
    action: removedAt ? 'remove-placement' : 'restore-placement',
    subjectType: 'ContentItem',
    subjectId: before.itemId,
    details: { stage: before.stage, department: before.department },
  });
  await reckonArms(tx, now);
  return accept(placement);
}

/** Takes content from a stage; the placement waits to be restored. */
export const removePlacement = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  markPlacement(tx, viewer, id, now, now);

/** Puts a placement back. */
export const restorePlacement = (tx: Tx, viewer: Viewer, id: string, now: Date) =>
  markPlacement(tx, viewer, id, null, now);
