import { describe, expect, it } from 'vitest';
import { stewardSystem } from './survivorship.ts';
import { changeTags, type TagWitness, tagOrigins, tagsOf } from './tags.ts';

const says = (sourceName: string, tags: string[]): TagWitness => ({
  sourceName,
  sourceSystem: 'csv',
  current: { values: {}, tags },
});
const wesay = (tags: string[], removed: string[] = []): TagWitness => ({
  sourceName: 'Ancora',
  sourceSystem: stewardSystem,
  current: { values: removed.length > 0 ? { removedTags: removed.join('\n') } : {}, tags },
});

describe('the tags of a customer', () => {
  it('are what their sources and we say, without what we took off; that stays known with who says it', () => {
    const witnesses = [
      says('Mailchimp', ['vip', 'press']),
      says('HubSpot', ['vip']),
      wesay(['gold'], ['press']),
    ];
    expect(tagsOf(witnesses)).toEqual(['gold', 'vip']);
    expect(tagOrigins(witnesses)).toEqual([
      { tag: 'gold', sourceNames: ['Ancora'], isOff: false },
      { tag: 'press', sourceNames: ['Mailchimp'], isOff: true },
      { tag: 'vip', sourceNames: ['HubSpot', 'Mailchimp'], isOff: false },
    ]);
  });

  it('are not taken off by a column of a source that happens to have that name', () => {
    const odd = { ...says('Sheet', ['vip']), current: { values: { removedTags: 'vip' }, tags: ['vip'] } };
    expect(tagsOf([odd])).toEqual(['vip']);
  });
});

describe('what we say of tags', () => {
  const nothing = { tags: [], removed: [] };
  const theirs = new Set(['vip']);

  it.each([
    [
      'a tag that nobody has is ours',
      nothing,
      { add: [' gold  club '], remove: [] },
      { tags: ['gold club'], removed: [] },
    ],
    ['a tag that a source says is no word of ours', nothing, { add: ['vip'], remove: [] }, nothing],
    [
      'a tag of a source is taken off by our word',
      nothing,
      { add: [], remove: ['vip'] },
      { tags: [], removed: ['vip'] },
    ],
    [
      'what was taken off and is put back is the source’s again, not ours',
      { tags: [], removed: ['vip'] },
      { add: ['vip'], remove: [] },
      nothing,
    ],
    [
      'our own tag is only taken back: a source that says it later is heard',
      { tags: ['gold'], removed: [] },
      { add: [], remove: ['gold'] },
      nothing,
    ],
    ['blanks are no tags', nothing, { add: ['  '], remove: [''] }, nothing],
  ])('%s', (_, before, wish, after) => {
    expect(changeTags(before, theirs, wish)).toEqual(after);
  });
});
