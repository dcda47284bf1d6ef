import { beforeEach, describe, expect, it } from 'vitest';
import { personalViews, removeView, sameSearch, saveView, saveViewAs, searchOfView } from './views.ts';

describe('saved views', () => {
  beforeEach(() => personalViews.set([]));

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

  it('never change another view when saved as a new one', () => {
    const first = saveViewAs('Mine', { stage: ['USE'] });
    saveViewAs('Also mine', { stage: ['CHOICE'] });
    expect(personalViews.get()[0]).toEqual(first);
    saveView(first.id, { quiet: 30 });
    expect(personalViews.get().map(({ search }) => search)).toEqual([{ quiet: 30 }, { stage: ['CHOICE'] }]);
  });

  it('come back to their place when their removal is undone', () => {
    const first = saveViewAs('First', {});
    saveViewAs('Second', { q: 'ana' });
    removeView(first.id)();
    expect(personalViews.get().map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  it('leave the lens to whoever opens them', () => {
    expect(searchOfView({ lens: 'sales', q: 'ana' })).toEqual({ q: 'ana' });
  });
});
