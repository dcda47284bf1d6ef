import { describe, expect, it } from 'vitest';
import { fetchableUntil, type ListExport, mayFetch, toldOf } from './list-export.ts';

const asked: ListExport = {
  id: 'e',
  userId: 'ada',
  role: 'marketer',
  filter: { tags: ['secret project'], stages: [], text: null },
  sort: 'NAME_ASC',
  chosen: null,
  leftOut: [],
  language: 'en',
  askedAt: new Date('2026-03-02T08:00:00Z'),
};
const at = (time: string) => new Date(`2026-03-02T${time}Z`);

describe('a list that was asked for', () => {
  it.each([
    ['who asked, at once', { id: 'ada', role: 'marketer' }, '08:00:01', true],
    ['who asked, ten minutes later', { id: 'ada', role: 'marketer' }, '08:10:00', true],
    ['who asked, after that', { id: 'ada', role: 'marketer' }, '08:10:01', false],
    ['who has another role by now', { id: 'ada', role: 'admin' }, '08:00:01', false],
    ['somebody else', { id: 'bob', role: 'marketer' }, '08:00:01', false],
    ['nobody', { id: null, role: 'marketer' }, '08:00:01', false],
  ])('may be fetched or not by %s', (_, viewer, time, may) => {
    expect(mayFetch(asked, viewer, at(time))).toBe(may);
  });

  it('says until when it can be fetched', () => {
    expect(fetchableUntil(asked.askedAt)).toEqual(at('08:10:00'));
  });

  it('is told in the trail without what was searched for', () => {
    expect(toldOf(asked, 12, ['name'])).toEqual({ rows: 12, filter: ['tags'], columns: ['name'] });
    expect(toldOf({ ...asked, chosen: ['a', 'b'], leftOut: ['c'] }, 2, [])).toMatchObject({
      chosen: 2,
      leftOut: 1,
    });
  });
});
