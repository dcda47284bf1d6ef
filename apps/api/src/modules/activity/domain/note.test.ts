import { describe, expect, it } from 'vitest';
import { mayChangeNote, mayReadNote, type Note, tellNote } from './note.ts';

const note = (more: Partial<Note>): Note => ({
  id: 'n',
  sourceId: 's',
  sourceKey: 'note:1',
  customerId: 'c',
  sourceRecordId: 'r',
  body: 'Prefers to be called after six',
  department: 'sales',
  forDepartmentOnly: false,
  authorId: 'ines',
  authorName: 'Inès',
  at: new Date(0),
  deletedAt: null,
  signalId: null,
  ...more,
});
const ines = { userId: 'ines', department: 'sales' };
const tom = { userId: 'tom', department: 'support' };

describe('a note', () => {
  it.each([
    ['is read by everybody', {}, tom, true],
    ['for sales is not read by support', { forDepartmentOnly: true }, tom, false],
    [
      'for sales is read by sales',
      { forDepartmentOnly: true },
      { userId: 'otto', department: 'sales' },
      true,
    ],
    [
      'for sales is read by its author who moved to support',
      { forDepartmentOnly: true },
      { userId: 'ines', department: 'support' },
      true,
    ],
    [
      'for nobody in particular stays with its author',
      { forDepartmentOnly: true, department: null },
      { userId: 'x', department: null },
      false,
    ],
    [
      'from elsewhere without author is not everybody’s own',
      { forDepartmentOnly: true, authorId: null },
      { userId: null, department: 'support' },
      false,
    ],
  ] as const)('%s', (_, more, reader, may) => {
    expect(mayReadNote(note(more), reader)).toBe(may);
  });

  it('is changed only by who wrote it', () => {
    expect(mayChangeNote(note({}), ines)).toBe(true);
    expect(mayChangeNote(note({}), tom)).toBe(false);
    expect(mayChangeNote(note({ authorId: null }), { userId: null, department: null })).toBe(false);
  });

  it('is told on the timeline unless it is for a department only, or removed', () => {
    expect(tellNote(note({})).entries[0]?.title).toBe('Note: Prefers to be called after six');
    expect(tellNote(note({ forDepartmentOnly: true })).entries).toEqual([]);
    expect(tellNote(note({ deletedAt: new Date(1) })).entries).toEqual([]);
  });
});
