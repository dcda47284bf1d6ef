import { describe, expect, it } from 'vitest';
import { dialledFrom } from './dialled-from.ts';
import type { Said } from './said.ts';

const told = (phones: string[], country?: string): Said => ({
  kind: 'person',
  subjectKey: 'contact:1',
  person: { phones, ...(country ? { profile: { country } } : {}) },
  body: {},
});

describe('phone numbers of a file that is dialled in a country', () => {
  it.each([
    ['IT', '06 698 12345', '+39 06 6981 2345'],
    ['FR', '06 12 34 56 79', '+33 6 12 34 56 79'],
    ['RO', '0721.000.111', '+40 721 000 111'],
    ['GB', '(020) 7946 0018', '+44 20 7946 0018'],
  ])('in %s: %s is %s', (country, phone, expected) => {
    expect(dialledFrom(country, told([phone])).person?.phones).toEqual([expected]);
  });

  it.each(['+40 721 000 111', '0040721000111', 'n/a', '12', 'call me'])(
    '%s stays as it was written: it has its country, or is no number there',
    (phone) => {
      expect(dialledFrom('IT', told([phone])).person?.phones).toEqual([phone]);
    },
  );

  it('are dialled where their owner lives, if the row says where', () => {
    expect(dialledFrom('IT', told(['06 12 34 56 79'], 'Francia')).person?.phones).toEqual(['06 12 34 56 79']);
    expect(dialledFrom('IT', told(['06 698 12345'], 'somewhere')).person?.phones).toEqual([
      '+39 06 6981 2345',
    ]);
  });

  it('are those of everybody a row tells of', () => {
    const said = { ...told([]), others: [{ phones: ['06 698 12345'] }, { key: 'contact:2' }] };
    expect(dialledFrom('IT', said).others).toEqual([{ phones: ['+39 06 6981 2345'] }, { key: 'contact:2' }]);
  });
});
