import { describe, expect, it } from 'vitest';
import { readRows, rowInWords } from './rows-in-words.ts';

const row = {
  file: 'contacts.csv',
  position: 11,
  line: 12,
  outcome: 'unsure' as const,
  customerId: null,
  customerName: 'Ada Conti',
  otherId: null,
  otherName: 'Ada Rossi',
  causes: [{ code: 'same-phone', message: 'Same phone.', values: {} }],
};

describe('rows of a dry run at the command line', () => {
  it('say where they stand, what they would do, with whom and why', () => {
    expect(rowInWords(row)).toBe('contacts.csv, line 12: unsure, Ada Conti, perhaps Ada Rossi: Same phone.');
    expect(rowInWords({ ...row, outcome: 'created', otherName: null, causes: [] })).toBe(
      'contacts.csv, line 12: created, Ada Conti',
    );
    expect(rowInWords({ ...row, outcome: 'skipped', customerName: null, otherName: null })).toBe(
      'contacts.csv, line 12: left out: Same phone.',
    );
  });

  it('are asked for by what they come to', () => {
    expect(readRows('unsure')).toBe('unsure');
    expect(readRows('all')).toBeNull();
    expect(() => readRows('doubtful')).toThrow(
      '--rows must be one of created, updated, linked, unsure, unchanged, skipped, rejected or all, not “doubtful”.',
    );
  });
});
