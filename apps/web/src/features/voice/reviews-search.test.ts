import { describe, expect, it } from 'vitest';
import { readReviewsSearch, reviewsVariables } from './reviews-search.ts';

describe('The address of the reviews', () => {
  it('says which view, and leaves out what nobody can mean', () => {
    const id = '0b5b5c4e-0000-4000-8000-000000000001';
    expect(readReviewsSearch({ view: 'low', order: 'rating', q: 'loud', review: id })).toEqual({
      view: 'low',
      order: 'rating',
      q: 'loud',
      review: id,
    });
    expect(readReviewsSearch({ view: 'none', order: 1, review: 'x' })).toEqual({});
  });

  it('asks for what waits, the most pressing first, and for what is done by time', () => {
    expect(reviewsVariables({})).toEqual({ filter: {}, sort: 'DUE' });
    expect(reviewsVariables({ view: 'done', q: 'loud' })).toEqual({
      filter: { statuses: ['ANSWERED', 'DISMISSED'], text: 'loud' },
      sort: 'NEWEST',
    });
  });
});
