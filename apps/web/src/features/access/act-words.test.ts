import { describe, expect, it } from 'vitest';
import type { Say } from '#lib/intl/words.ts';
import { detailsText } from './act-words.ts';

const say: Say = (id) => `<${id}>`;

describe('The details of an act', () => {
  it('name filters as the list of customers does, and values as the page does', () => {
    expect(detailsText({ first: 200, filter: ['hasOpenDeals', 'stages'] }, say)).toBe(
      '<access.detail.first>: 200 · <access.detail.filter>: <customers.openDeals>, <customers.stage>',
    );
    expect(detailsText({ fields: ['jobTitle'] }, say)).toBe('<access.detail.fields>: <about.jobTitle>');
  });

  it('leave a name that nobody knows any more as it was written', () => {
    expect(detailsText({ filter: ['ofOldTimes'] }, say)).toBe('<access.detail.filter>: ofOldTimes');
  });

  it('keep what the machine calls its own doings, and what is empty, to themselves', () => {
    expect(detailsText({ filter: [], operation: 'Customers', goesOn: true }, say)).toBe('');
  });
});
