import { z } from 'zod';

/** What a low rating opens by itself: a ticket, with an owner. */
export interface ReviewRule {
  id: 'low';
  ratingAtMost: number;
  /** Who looks after it; `null`: whoever takes it. */
  ownerId: string | null;
  /** It counts for what is written from then on; `null`: it rests. */
  activeSince: Date | null;
  /** What was promised of voices when their clocks were last set. */
  promised: string | null;
}

/** The rule before anybody kept one: it rests. */
export const usualRule: ReviewRule = {
  id: 'low',
  ratingAtMost: 2,
  ownerId: null,
  activeSince: null,
  promised: null,
};

/** What somebody wants of the rule. */
export const ruleWish = z.strictObject({
  ratingAtMost: z.number().min(0).max(5),
  ownerId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  isActive: z.boolean(),
});

/** Whether the rule opens a ticket of a review. */
export const opensTicket = (
  { activeSince, ratingAtMost }: ReviewRule,
  review: { rating: number | null; at: Date; customerId: string | null },
): boolean =>
  activeSince !== null &&
  review.customerId !== null &&
  review.rating !== null &&
  review.rating <= ratingAtMost &&
  review.at >= activeSince;

const stars = (rating: number | null): string => (rating === null ? '' : `${rating} of 5`);

/** What a ticket that is made of a review says first, and then: the words as they were written, and where. */
export function ticketOf(review: {
  rating: number | null;
  title: string | null;
  text: string | null;
  site: string | null;
  productName: string | null;
  url: string | null;
}): { subject: string; description: string } {
  const [line = ''] = (review.title ?? review.text ?? '').trim().split('\n');
  const about = review.productName ?? review.site ?? 'Review';
  const said = line.length > 120 ? `${line.slice(0, 117)} …` : line || about;
  const subject = [stars(review.rating), said].filter(Boolean).join(': ');
  const where = [review.site, review.productName, review.url].filter(Boolean).join(' · ');
  return {
    subject,
    description: [review.title, review.text, where && `— ${where}`].filter(Boolean).join('\n\n'),
  };
}
