import { describe, expect, it } from 'vitest';
import { joinPages } from './cache.ts';

const page = (cursors: string, hasNextPage: boolean) => ({
  edges: [...cursors].map((cursor) => ({ cursor, node: { __ref: `Customer:${cursor}` } })),
  pageInfo: { hasNextPage, endCursor: cursors.at(-1) ?? null },
});
const cursors = (joined: ReturnType<typeof joinPages>) => joined.edges.map((edge) => edge.cursor).join('');

describe('joining the pages of a list', () => {
  it('puts a following page behind the row it follows', () => {
    expect(cursors(joinPages(page('abc', true), page('de', false), 'c'))).toBe('abcde');
  });

  it('does not double rows when a page is asked for twice', () => {
    expect(cursors(joinPages(page('abcde', true), page('de', true), 'c'))).toBe('abcde');
  });

  it('keeps the rows a person had scrolled to when the first page is refreshed unchanged', () => {
    const joined = joinPages(page('abcde', false), page('abc', true));
    expect(cursors(joined)).toBe('abcde');
    expect(joined.pageInfo.hasNextPage).toBe(false);
  });

  it('puts a row that came in on top without losing what was scrolled to', () => {
    expect(cursors(joinPages(page('abcde', false), page('xab', true)))).toBe('xabcde');
  });

  it('starts again when the refreshed first page ends on another row', () => {
    expect(cursors(joinPages(page('abcde', false), page('xyz', true)))).toBe('xyz');
  });
});
