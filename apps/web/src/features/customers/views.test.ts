import { describe, expect, it } from 'vitest';
import { parseSearch } from '#lib/search-params.ts';
import { readListSearch } from './list-search.ts';
import { houseViews, sameSearch, searchOfView, textOfView } from './views.ts';

describe('saved views', () => {
  it('are dirty when a filter, the order or a column changed', () => {
    expect(sameSearch({ stage: ['USE'] }, { stage: ['USE', 'CHOICE'] })).toBe(false);
    expect(sameSearch({}, { sort: 'name' })).toBe(false);
    expect(sameSearch({}, { hide: ['owner'] })).toBe(false);
  });

  it('are not dirty when only the lens differs or a list is written in another order', () => {
    expect(sameSearch({ lens: 'sales' }, { lens: 'support' })).toBe(true);
    expect(sameSearch({ stage: ['USE', 'CHOICE'] }, { stage: ['CHOICE', 'USE'] })).toBe(true);
    expect(sameSearch({ q: undefined }, {})).toBe(true);
  });

  it('mean the same when they come back from the server as words of an address', () => {
    const searches = [
      ...houseViews.map(({ search }) => search),
      { stage: ['USE', 'CHOICE'] as const, tag: ['a & b', 'ţ'], q: 'Ana "x" #1' },
    ];
    for (const search of searches) {
      const text = textOfView(readListSearch({ ...search }));
      expect(text).toMatch(/^[!-~]*$/);
      expect(sameSearch(readListSearch(parseSearch(text)), readListSearch({ ...search }))).toBe(true);
    }
  });

  it('leave the lens to whoever opens them', () => {
    expect(searchOfView({ lens: 'sales', q: 'ana' })).toEqual({ q: 'ana' });
  });
});
