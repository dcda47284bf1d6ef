import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { recordAudit } from '#modules/access';
import { cleanText, word } from '#modules/house';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/graphql';
import { insertPublished, markPublishedWithdrawn } from './data/published-promises.ts';
import type { BusinessCalendar } from './domain/business-calendar.ts';
import { mayPublish } from './domain/offers.ts';
import type { PublishedPromise } from './domain/published-promise.ts';
import type { PromiseKind } from './domain/read-promise-signal.ts';
import { neverDue, noSuchPromise, type PromiseRefusal, wordless } from './domain/refusals.ts';
import { type PromiseSettings, usualPromises } from './domain/settings.ts';
import { pastPerformances } from './keepable-promises.ts';

/** What somebody wants to promise everybody. */
export interface PublishWish {
  kind: PromiseKind;
  channel: string;
  minutes: number;
  words: string;
  audience?: string | null | undefined;
  calendar?: BusinessCalendar | null | undefined;
  overrideReason?: string | null | undefined;
}

const worded = word(500);

/**
 * Puts up a promise for everybody to see. Refused when past performance does not say that it would be kept, unless a reason is given, which stays
 * with the promise and in the trail.
 */
export async function publishPromise(
  tx: Tx,
  viewer: Viewer,
  wish: PublishWish,
  now: Date,
  settings: PromiseSettings = usualPromises,
): Promise<Result<PublishedPromise, PromiseRefusal>> {
  const words = worded.safeParse(wish.words);
  if (!words.success) return refuse(wordless);
  if (!(wish.minutes > 0) || wish.minutes > 5_256_000)
    return refuse({ ...neverDue, message: 'A promise needs a time.', field: 'minutes' });
  const channel = wish.channel.trim().toLowerCase().slice(0, 40);
  const calendar = wish.calendar ?? null;
  const past = await pastPerformances(tx, { asOf: now, kind: wish.kind, channel, calendar, settings });
  const reason = (wish.overrideReason && cleanText(wish.overrideReason).slice(0, 500)) || null;
  const allowed = mayPublish(
    wish.minutes,
    past.map(({ performance }) => performance),
    reason,
    settings,
  );
  if (!allowed.ok) return allowed;
  const { k, n, lo } = allowed.value;
  const isKept = lo !== null && lo >= settings.keepableFrom;
  const promise: PublishedPromise = {
    id: newId(),
    kind: wish.kind,
    channel,
    minutes: wish.minutes,
    words: words.data,
    audience: (wish.audience && cleanText(wish.audience).slice(0, 200)) || null,
    calendar,
    publishedAt: now,
    publishedById: viewer.id,
    publishedByName: viewer.name,
    basedOn: n,
    inTime: k,
    lowerBound: lo,
    overrideReason: isKept ? null : reason,
    withdrawnAt: null,
    settings: settings.version,
  };
  await insertPublished(tx, promise);
  await recordAudit(tx, viewer, {
    action: isKept ? 'publish-promise' : 'publish-promise-anyway',
    subjectType: 'PublishedPromise',
    subjectId: promise.id,
    details: { kind: promise.kind, channel, minutes: promise.minutes, basedOn: n, inTime: k },
  });
  return accept(promise);
}

/** Takes a promise down, or puts it up again as it was. */
export async function withdrawPublished(
  tx: Tx,
  viewer: Viewer,
  id: string,
  isWithdrawn: boolean,
  now: Date,
): Promise<Result<PublishedPromise, PromiseRefusal>> {
  const promise = isId(id) ? await markPublishedWithdrawn(tx, id, isWithdrawn ? now : null) : null;
  if (!promise) return refuse(noSuchPromise);
  await recordAudit(tx, viewer, {
    action: isWithdrawn ? 'withdraw-published-promise' : 'republish-promise',
    subjectType: 'PublishedPromise',
    subjectId: id,
  });
  return accept(promise);
}
