import { describe, expect, it } from 'vitest';
import { parseSearch, writeSearch } from '#lib/search-params.ts';
import { readListSearch, toFilter, toSort } from './list-search.ts';

describe('the URL of the customers list', () => {
  it('says the same after being written and read again', () => {
    const search = readListSearch(
      parseSearch('?stage=USE&stage=CHOICE&owner=Pop%2C+Mihai&worth=5000&sort=-deals'),
    );
    expect(search).toEqual({ stage: ['USE', 'CHOICE'], owner: ['Pop, Mihai'], worth: 5000, sort: '-deals' });
    expect(readListSearch(parseSearch(writeSearch({ ...search })))).toEqual(search);
  });

  it('opens an old or mistyped link by leaving out what it does not understand', () => {
    expect(readListSearch(parseSearch('?stage=ONBOARD&sort=shoe-size&worth=lots&q=ana'))).toEqual({
      q: 'ana',
    });
  });

  it('asks the server for nothing when nothing is filtered', () => {
    expect(toFilter({ sort: 'name', lens: 'support', hide: ['owner'] })).toBeNull();
  });

  it('counts days back from the start of today, so that one view asks one question all day', () => {
    const noon = new Date('2026-11-21T12:00:00Z');
    const night = new Date('2026-11-21T23:00:00Z');
    expect(toFilter({ quiet: 30 }, noon)).toEqual({ lastInteractionBefore: '2026-10-22T00:00:00.000Z' });
    expect(toFilter({ quiet: 30 }, night)).toEqual(toFilter({ quiet: 30 }, noon));
  });

  it('tells customers without open tickets from customers nobody asked about', () => {
    expect(toFilter({ tickets: 'none' })).toEqual({ hasOpenTickets: false });
    expect(toFilter({ tickets: 'open' })).toEqual({ hasOpenTickets: true });
  });

  it('asks by what the last interaction was, and by nothing that no interaction can be', () => {
    const search = readListSearch(parseSearch('?outcome=NEGATIVE&outcome=so-so&outcome=UNKNOWN'));
    expect(toFilter(search)).toEqual({ lastOutcomes: ['NEGATIVE', 'UNKNOWN'] });
  });

  it('shows who was heard from last when no order is asked for', () => {
    expect(toSort({})).toBe('LAST_INTERACTION_DESC');
    expect(toSort({ sort: 'name' })).toBe('NAME_ASC');
  });
});
