import { describe, expect, it } from 'vitest';
import { parseSearch } from '#lib/search-params.ts';
import { inboxVariables, isNarrowed, viewPart } from './inbox-asked.ts';
import { readInboxSearch } from './inbox-search.ts';

describe('The address of the inbox', () => {
  it('says the same after it was saved as a view and opened again', () => {
    const search = readInboxSearch({
      view: 'all',
      order: 'oldest',
      q: 'oven & hob',
      assignee: ['Irina, the other', 'Tom Reed'],
      status: 'PENDING',
      priority: ['HIGH', 'URGENT'],
      channel: 'email',
      ticket: '0190aaaa-0000-7000-8000-00000000000a',
    });
    const { ticket: _open, ...kept } = search;
    expect(readInboxSearch(parseSearch(viewPart(search)))).toEqual(kept);
    expect(inboxVariables(search)).toEqual({
      filter: {
        solvedToo: true,
        text: 'oven & hob',
        assigneeNames: ['Irina, the other', 'Tom Reed'],
        statuses: ['PENDING'],
        priorities: ['URGENT', 'HIGH'],
        channels: ['email'],
      },
      sort: 'OLDEST',
    });
  });

  it('leaves out what nobody can mean, so that an old link still opens', () => {
    expect(
      readInboxSearch({ status: ['LOST', 'open'], priority: 'FAR', assignee: '', view: 'none' }),
    ).toEqual({});
  });

  it('is narrowed by words and filters, not by a view or an order', () => {
    expect(isNarrowed({ view: 'mine', order: 'newest' })).toBe(false);
    expect(isNarrowed({ q: 'oven' })).toBe(true);
    expect(isNarrowed({ channel: ['sms'] })).toBe(true);
  });
});
