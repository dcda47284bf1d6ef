import type { VariablesOf } from '#lib/graphql/graphql.ts';
import { oneOf } from '#lib/search-params.ts';
import type { reviewsQuery } from './reviews.documents.ts';

/** The views of the house: what waits, in some respect, and what is done. */
export const reviewViews = ['open', 'mine', 'unassigned', 'breaching', 'low', 'nobodys', 'done'] as const;
export type ReviewView = (typeof reviewViews)[number];

/** Orders of the list, as addresses write them. */
export const reviewOrders = ['due', 'newest', 'oldest', 'rating'] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** What the address of the reviews says. */
export interface ReviewsSearch {
  view?: ReviewView | undefined;
  order?: ReviewOrder | undefined;
  q?: string | undefined;
  /** The review that is open. */
  review?: string | undefined;
}

/** Reads it; what nobody can mean is left out. */
export function readReviewsSearch(raw: Record<string, unknown>): ReviewsSearch {
  const view = reviewViews.find((one) => one === raw.view);
  const order = reviewOrders.find((one) => one === raw.order);
  const q = oneOf(raw.q)?.slice(0, 200);
  const review = oneOf(raw.review);
  return {
    ...(view ? { view } : {}),
    ...(order ? { order } : {}),
    ...(q ? { q } : {}),
    ...(review && /^[0-9a-f-]{36}$/i.test(review) ? { review } : {}),
  };
}

const filters: Record<ReviewView, VariablesOf<typeof reviewsQuery>['filter']> = {
  open: {},
  mine: { mine: true },
  unassigned: { unassigned: true },
  breaching: { breaching: true },
  low: { ratingAtMost: 2 },
  nobodys: { nobodys: true },
  done: { statuses: ['ANSWERED', 'DISMISSED'] },
};

/** What is asked for an address: what waits, unless a view says otherwise. */
export const reviewsVariables = ({
  view = 'open',
  order,
  q,
}: ReviewsSearch): VariablesOf<typeof reviewsQuery> => ({
  filter: { ...filters[view], ...(q ? { text: q } : {}) },
  sort: order ? (order.toUpperCase() as 'DUE') : view === 'done' ? 'NEWEST' : 'DUE',
});
