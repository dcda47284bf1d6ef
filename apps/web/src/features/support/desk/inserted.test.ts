import { describe, expect, it } from 'vitest';
import { withInserted, withoutInserted } from './inserted.ts';

describe('Content that is inserted into a reply', () => {
  it('stands in a paragraph of its own, below what was written', () => {
    expect(withInserted('', 'How to begin')).toBe('How to begin');
    expect(withInserted('Dear Ana, \n', 'How to begin\n')).toBe('Dear Ana,\n\nHow to begin');
  });

  it('goes again when the giving is undone, and what was written before and after stays', () => {
    const body = `${withInserted('Dear Ana,', 'How to begin')}\n\nKind regards`;
    expect(withoutInserted(body, 'How to begin')).toBe('Dear Ana,\n\nKind regards');
    expect(withoutInserted('How to begin', 'How to begin')).toBe('');
  });

  it('stays when somebody has made it their own words', () => {
    expect(withoutInserted('Dear Ana,\n\nHow you begin', 'How to begin')).toBe('Dear Ana,\n\nHow you begin');
  });

  it('is taken out once, the last one, when it was inserted twice', () => {
    const twice = withInserted(withInserted('', 'How to begin'), 'How to begin');
    expect(withoutInserted(twice, 'How to begin')).toBe('How to begin');
  });
});
