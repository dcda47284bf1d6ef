import { describe, expect, it } from 'vitest';
import { offsetToShow, spanAround } from './row-window.ts';

describe('a window upon a long list', () => {
  it('draws what is in view and a few rows around it, never all', () => {
    expect(spanAround(500, 20, 100_000, 8)).toEqual({ first: 492, end: 529 });
  });

  it('ends where the list begins and ends', () => {
    expect(spanAround(0, 20, 5, 8)).toEqual({ first: 0, end: 5 });
    expect(spanAround(90, 20, 100, 8)).toEqual({ first: 82, end: 100 });
  });

  it('keeps to the rows that are left when a filter made the list shorter than where it was scrolled to', () => {
    expect(spanAround(900, 20, 3, 8)).toEqual({ first: 2, end: 3 });
    expect(spanAround(900, 20, 0, 8)).toEqual({ first: 0, end: 0 });
  });
});

describe('bringing a row into view', () => {
  const place = { height: 40, view: 440, covered: 40 };

  it('moves nothing when the row is whole in view', () => {
    expect(offsetToShow(12, { ...place, top: 400 })).toBe(400);
  });

  it('scrolls up to a row above, and down just enough for a row below', () => {
    expect(offsetToShow(3, { ...place, top: 400 })).toBe(120);
    expect(offsetToShow(20, { ...place, top: 400 })).toBe(440);
  });

  it('does not leave a row behind the sticky head', () => {
    expect(offsetToShow(0, { ...place, top: 10 })).toBe(0);
  });
});
