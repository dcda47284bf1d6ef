import { randomBytes } from 'node:crypto';
import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { announce } from '#modules/changes';
import { mayContact } from '#modules/consent';
import { summarise } from '#modules/customers';
import { type Recorded, tellTo } from '#modules/house';
import { stewardRecord } from '#modules/identity';
import { tell, timelineSummary, untellEntries } from '#modules/timeline';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { lockItem, variantsByVersion, versionOf } from './data/content-items.ts';
import { contentLeftOut, contentOffered } from './data/offered-content.ts';
import { lockUse, markUseUndone, putUses } from './data/uses.ts';
import type { ContentUse, UseAct } from './domain/content-item.ts';
import {
  type ContentRefusal,
  noConsent,
  noSuchContent,
  noSuchCustomer,
  noSuchUse,
  notPublished,
  openCase,
  tooLate,
} from './domain/refusals.ts';
import { openEntryKey, tellUse, useEntryKey } from './domain/tell-use.ts';

/** What is given to whom, and how. */
export interface UseWish {
  customerId: string;
  contentId: string;
  act: UseAct;
  channel: string;
  language?: string | null | undefined;
  department?: string | null | undefined;
}

/** Channels on which we come to people rather than they to us. */
const outgoing: ReadonlySet<string> = new Set(['email', 'sms', 'phone', 'social']);

/**
 * Gives content to a customer and writes it down with how likely it was to be offered. Sending passes the gate of consent, and waits while a
 * case is open, unless it is service content; putting it into an answer to what somebody asked, or showing it in a talk, does not.
 */
export async function useContent(
  tx: Tx,
  viewer: Viewer,
  wish: UseWish,
  now: Date,
): Promise<Result<ContentUse, ContentRefusal>> {
  const record = isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (!record) return refuse(noSuchCustomer);
  const item = isId(wish.contentId) ? await lockItem(tx, wish.contentId) : null;
  if (!item) return refuse({ ...noSuchContent, field: 'contentId' });
  const version = item.publishedVersion === null ? null : await versionOf(tx, item.id, item.publishedVersion);
  const today = now.toISOString().slice(0, 10);
  const isOver = Boolean(
    version &&
      ((version.validUntil && version.validUntil < today) ||
        (version.validFrom && version.validFrom > today)),
  );
  if (!version || item.archivedAt || isOver) return refuse(notPublished);
  const department = wish.department ?? viewer.department;
  const key = {
    customerId: record.customerId,
    department,
    channel: null,
    language: wish.language ?? null,
    first: 100,
  };
  if (item.purpose !== 'service' && wish.act === 'sent') {
    if (outgoing.has(wish.channel) && !(await mayContact(tx, record.customerId, wish.channel)))
      return refuse(noConsent);
    const [left = []] = await contentLeftOut(tx, [key]);
    if (left.some(({ itemId, why }) => itemId === item.id && why === 'complaint')) return refuse(openCase);
  }
  const [offers = []] = await contentOffered(tx, [key]);
  const offer = offers.find(({ itemId }) => itemId === item.id);
  const [variants = []] = await variantsByVersion(tx, [{ itemId: item.id, version: version.version }]);
  const variant =
    variants.find(({ language }) => language === (wish.language ?? offer?.language)) ??
    variants.find(({ language }) => language === 'en') ??
    variants[0];
  if (!variant) return refuse(notPublished);
  const id = newId();
  const use: ContentUse = {
    id,
    sourceKey: `content-use:${id}`,
    ...record,
    itemId: item.id,
    version: version.version,
    language: variant.language,
    act: wish.act,
    channel: wish.channel,
    stage: offer?.stage ?? null,
    department,
    place: offer?.place ?? null,
    // What stands behind another tier cannot come first: chance had no part in it.
    propensity: offer?.share || null,
    settings: offer?.settings ?? null,
    token: wish.act === 'shown' ? null : randomBytes(16).toString('base64url'),
    userId: viewer.id,
    userName: viewer.name,
    at: now,
    openedAt: null,
    opens: 0,
    undoneAt: null,
    signalId: null,
  };
  await putUses(tx, [use]);
  await recordAudit(tx, viewer, {
    action: 'use-content',
    subjectType: 'ContentItem',
    subjectId: item.id,
    customerId: record.customerId,
    details: { act: use.act, channel: use.channel, version: use.version },
  });
  const recorded: Recorded = { entries: [], facts: [] };
  tellTo([record], null, tellUse(use, variant.title), recorded);
  await tell(tx, recorded.entries);
  summarise(tx, [timelineSummary], [record.customerId]);
  await announce(tx, [record.customerId], ['content']);
  return accept(use);
}

/** Takes a use back: it was not given after all. Its line leaves the timeline, and nothing is learned from it. */
export async function undoContentUse(
  tx: Tx,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<Result<ContentUse, ContentRefusal>> {
  const use = isId(id) ? await lockUse(tx, id) : null;
  if (!use) return refuse(noSuchUse);
  if (use.undoneAt) return refuse(tooLate);
  markUseUndone(tx, id, now);
  await untellEntries(tx, [useEntryKey(use.sourceKey), openEntryKey(use.sourceKey)], [use.sourceRecordId]);
  await recordAudit(tx, viewer, {
    action: 'undo-content-use',
    subjectType: 'ContentItem',
    subjectId: use.itemId,
    customerId: use.customerId,
  });
  summarise(tx, [timelineSummary], [use.customerId]);
  await announce(tx, [use.customerId], ['content']);
  return accept({ ...use, undoneAt: now });
}
