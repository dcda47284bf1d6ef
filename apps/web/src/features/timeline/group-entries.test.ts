import { describe, expect, it } from 'vitest';
import { groupEntries } from './group-entries.ts';
import type { Entry } from './timeline.query.ts';

let next = 0;
const entry = (at: string, kind: string, more: Partial<Entry> = {}): Entry => {
  next += 1;
  return {
    id: String(next),
    at,
    kind,
    department: 'MARKETING',
    title: kind,
    detail: null,
    actorName: null,
    sourceName: 'S',
    change: null,
    ...more,
  };
};
const shape = (entries: Entry[]) =>
  groupEntries(entries).map(({ day, lines }) => [
    day,
    lines.map((line) => (line.kind === 'one' ? line.entry.kind : `${line.entries.length}×`)),
  ]);

describe('the days of a timeline', () => {
  it('puts what happened on one day under one heading, newest day first', () => {
    expect(
      shape([
        entry('2026-11-20T15:00:00', 'call'),
        entry('2026-11-20T09:00:00', 'mail'),
        entry('2026-11-18T09:00:00', 'call'),
      ]),
    ).toEqual([
      ['2026-11-20', ['call', 'mail']],
      ['2026-11-18', ['call']],
    ]);
  });

  it('folds three mails in a row into one line, and leaves two alone', () => {
    const mails = (count: number) =>
      Array.from({ length: count }, () => entry('2026-11-20T09:00:00', 'mail-opened'));
    expect(shape(mails(3))).toEqual([['2026-11-20', ['3×']]]);
    expect(shape(mails(2))).toEqual([['2026-11-20', ['mail-opened', 'mail-opened']]]);
  });

  it('does not fold across another happening, another department, or a changed value', () => {
    const at = '2026-11-20T09:00:00';
    const mail = (more: Partial<Entry> = {}) => entry(at, 'mail', more);
    expect(shape([mail(), mail(), entry(at, 'call'), mail()])[0]?.[1]).toHaveLength(4);
    expect(shape([mail(), mail({ department: 'SALES' }), mail()])[0]?.[1]).toHaveLength(3);
    const changed = mail({ change: { field: 'stage', before: 'a', after: 'b' } });
    expect(shape([changed, changed, changed])[0]?.[1]).toHaveLength(3);
  });
});
