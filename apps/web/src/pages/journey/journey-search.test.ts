import { describe, expect, it } from 'vitest';
import { figuresVariables, readJourneySearch } from './journey-search.ts';

describe('the address of the designer', () => {
  it('keeps what it understands and leaves out the rest', () => {
    expect(readJourneySearch({ view: 'sankey', days: '90', split: 'MOON', region: 'IT', x: '1' })).toEqual({
      view: 'sankey',
      days: '90',
      region: 'IT',
    });
  });

  it('asks the same question all day', () => {
    const search = { days: '30' as const, lang: 'ro' };
    const [early, late] = ['2026-11-28T01:00:00Z', '2026-11-28T23:00:00Z'].map((at) =>
      figuresVariables(search, new Date(at)),
    );
    expect(early).toEqual(late);
    expect(early).toMatchObject({ from: '2026-10-29T00:00:00.000Z', filter: { languages: ['ro'] } });
  });
});
