import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { enqueue } from '#platform/jobs';
import { archiveMap, deleteDraft, holdMap, mapExists, putVersion, versionsOf } from './data/maps.ts';
import { compareMaps } from './domain/compare-maps.ts';
import { type MapVersion, mainMapId, usualMain, versionName } from './domain/map-version.ts';
import type { JourneyRefusal } from './domain/override.ts';
import { readMap } from './domain/read-map.ts';
import { standAnewJob } from './stand-anew.ts';

const noSuchMap: JourneyRefusal = { code: 'NOT_FOUND', message: 'There is no such journey.', field: 'id' };
const noDraft: JourneyRefusal = {
  code: 'NOTHING_TO_PUBLISH',
  message: 'There is no draft that differs from what counts now.',
  field: null,
};

const liveOf = (versions: readonly MapVersion[], mapId: string) =>
  versions.find(({ publishedAt }) => publishedAt) ??
  (mapId === mainMapId ? { number: usualMain.number, document: usualMain.map } : null);

/** Keeps a draft of a journey, a new one when none is named. Nobody stands elsewhere because of it until it is published. */
export async function saveDraft(
  tx: Tx,
  viewer: Viewer,
  wish: { id?: string | null; document: unknown },
  now: Date,
): Promise<Result<string, JourneyRefusal>> {
  const mapId = wish.id ?? newId();
  if (!isId(mapId)) return refuse(noSuchMap);
  if (wish.id && mapId !== mainMapId && !(await mapExists(tx, mapId))) return refuse(noSuchMap);
  await holdMap(tx, mapId, now);
  const versions = await versionsOf(tx, mapId);
  const number = (liveOf(versions, mapId)?.number ?? 0) + 1;
  const read = readMap(wish.document, { version: versionName(number), isMain: mapId === mainMapId });
  if (!read.ok) {
    const { field, message } = read.refusal;
    return refuse({ code: 'BAD_MAP', message: `${field}: ${message}`, field });
  }
  const draft = versions.find(({ publishedAt }) => !publishedAt);
  await putVersion(tx, {
    id: draft?.id ?? newId(),
    mapId,
    number,
    document: read.value,
    savedAt: now,
    savedBy: viewer.name,
    publishedAt: null,
  });
  await recordAudit(tx, viewer, {
    action: 'save-journey-draft',
    subjectType: 'Journey',
    subjectId: mapId,
    details: { number },
  });
  return accept(mapId);
}

/** Makes a draft count. Where everybody stands by it is folded in the background; until then they stand where they stood. */
export async function publishMap(
  tx: Tx,
  viewer: Viewer,
  mapId: string,
  now: Date,
): Promise<Result<string, JourneyRefusal>> {
  if (!isId(mapId) || !(await mapExists(tx, mapId))) return refuse(noSuchMap);
  await holdMap(tx, mapId, now);
  const versions = await versionsOf(tx, mapId);
  const draft = versions.find(({ publishedAt }) => !publishedAt);
  const live = liveOf(versions, mapId);
  if (!draft || (live && compareMaps(live.document, draft.document).length === 0)) return refuse(noDraft);
  await putVersion(tx, { ...draft, publishedAt: now });
  await recordAudit(tx, viewer, {
    action: 'publish-journey',
    subjectType: 'Journey',
    subjectId: mapId,
    details: { number: draft.number },
  });
  enqueue(tx, standAnewJob, {}, { key: 'all' });
  return accept(mapId);
}

/** Throws a draft away; what counts stays as it is. */
export async function discardDraft(
  tx: Tx,
  viewer: Viewer,
  mapId: string,
  now: Date,
): Promise<Result<string, JourneyRefusal>> {
  if (!isId(mapId) || !(await mapExists(tx, mapId))) return refuse(noSuchMap);
  await holdMap(tx, mapId, now);
  const versions = await versionsOf(tx, mapId);
  await deleteDraft(tx, mapId);
  // A journey that never counted is nothing without its draft.
  if (mapId !== mainMapId && !liveOf(versions, mapId)) await archiveMap(tx, mapId, now);
  await recordAudit(tx, viewer, {
    action: 'discard-journey-draft',
    subjectType: 'Journey',
    subjectId: mapId,
  });
  return accept(mapId);
}

/** Puts another journey than the main one away: nobody is on it any more. It can be taken out again. */
export async function setArchived(
  tx: Tx,
  viewer: Viewer,
  mapId: string,
  archived: boolean,
  now: Date,
): Promise<Result<string, JourneyRefusal>> {
  if (!isId(mapId) || mapId === mainMapId || (await versionsOf(tx, mapId)).length === 0)
    return refuse(noSuchMap);
  await archiveMap(tx, mapId, archived ? now : null);
  await recordAudit(tx, viewer, {
    action: archived ? 'archive-journey' : 'restore-journey',
    subjectType: 'Journey',
    subjectId: mapId,
  });
  enqueue(tx, standAnewJob, {}, { key: 'all' });
  return accept(mapId);
}
