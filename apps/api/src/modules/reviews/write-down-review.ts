import { z } from 'zod';
import { isId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import { neighbours, type PersonRef, type Signal } from '#modules/house';
import { stewardRecord, stewardSource } from '#modules/identity';
import { subjectsOf, takeIn } from '#modules/intake';
import { type Review, type ReviewRefusal, reviewIdByKey, reviewsById } from '#modules/voice';
import type { Tx } from '#platform/database';

/** What somebody heard or read of us, as they write it down. */
export interface HeardReview {
  /** Made by whoever writes it down, so that sending it twice writes it once. */
  key: string;
  form: 'review' | 'mention';
  site?: string | null | undefined;
  customerId?: string | null | undefined;
  authorName?: string | null | undefined;
  email?: string | null | undefined;
  productName?: string | null | undefined;
  rating?: number | null | undefined;
  ratingOutOf?: number | null | undefined;
  title?: string | null | undefined;
  text?: string | null | undefined;
  url?: string | null | undefined;
  language?: string | null | undefined;
  at?: Date | null | undefined;
}

const given = <Wish extends object>(wish: Wish): Partial<Wish> =>
  Object.fromEntries(
    Object.entries(wish).filter(([, value]) => value != null && value !== ''),
  ) as Partial<Wish>;

const wrong: Record<string, string> = {
  rating: 'The rating is more than its scale has.',
  email: 'This is no e-mail address.',
  url: 'The link is an address of the web.',
};

const bad = (field: string, message = wrong[field] ?? 'This is not a value for it.') =>
  refuse<ReviewRefusal>({ code: 'BAD_WORDS', message, field });

/** Writes down what somebody said of us: told to the front door as any other system tells it. */
export async function writeDownReview(
  tx: Tx,
  by: Actor,
  wish: HeardReview,
  now: Date,
): Promise<Result<Review, ReviewRefusal>> {
  const key = z.uuid().safeParse(wish.key);
  if (!key.success) return bad('key');
  if (!wish.text?.trim() && wish.rating == null) return bad('text', 'Say what was said, or how many stars.');
  if (wish.url && !z.url({ protocol: /^https?$/ }).safeParse(wish.url).success) return bad('url');
  if (wish.email && !z.email().safeParse(wish.email.trim()).success) return bad('email');
  const at = wish.at ?? now;
  if (at > now) return bad('at', 'It cannot have been said later than now.');
  const record = wish.customerId && isId(wish.customerId) ? await stewardRecord(tx, wish.customerId) : null;
  if (wish.customerId && !record)
    return refuse({ code: 'NO_SUCH_PERSON', message: 'Nobody has this id.', field: 'customerId' });
  const name = wish.authorName?.trim();
  const person: PersonRef | undefined = record
    ? { key: `customer:${record.customerId}` }
    : wish.email
      ? { emails: [wish.email.trim()], ...(name ? { profile: { fullName: name } } : {}) }
      : undefined;
  const { form, site, productName, rating, ratingOutOf, title, text, url, language, authorName } = wish;
  const signal: Signal = {
    kind: 'review',
    eventId: `written-down ${key.data}`,
    subjectKey: `written-down:${key.data}`,
    at: at.toISOString(),
    ...(person ? { person } : {}),
    body: {
      form,
      ...given({ site, productName, rating, ratingOutOf, title, text, url, language, authorName }),
    },
  };
  const source = await stewardSource(tx);
  const [outcome] = await takeIn(tx, subjectsOf(neighbours()), source, [signal]);
  if (outcome?.outcome === 'unreadable')
    return bad(('path' in outcome ? outcome.path : undefined)?.replace(/^body\./, '') ?? 'text');
  const id = await reviewIdByKey(tx, source.id, signal.subjectKey);
  const [review] = id ? await reviewsById(tx, [id]) : [null];
  if (!review) return bad('text');
  await recordAudit(tx, by, {
    action: 'write-down-review',
    subjectType: 'Review',
    subjectId: review.id,
    ...(review.customerId ? { customerId: review.customerId } : {}),
  });
  return accept(review);
}
